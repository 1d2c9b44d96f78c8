import { benchOf, docker, DockerFailed, inspect, newBench, tryDocker } from './docker';
import { describeWithEngine } from './needs';

describeWithEngine('docker helpers', ({ version }) => {
  const bench = benchOf('support');

  test('print what the CLI prints', async () => {
    expect(await docker('version', '--format', '{{.Server.Version}}')).toBe(version);
  });

  test('reject a call that fails, naming it', async () => {
    const failure = docker('inspect', bench.name('nothing'));
    await expect(failure).rejects.toThrow(DockerFailed);
    await expect(failure).rejects.toThrow(`docker inspect ${bench.name('nothing')}: status 1: `);
  });

  test('hand out the status of a call that may fail', async () => {
    expect((await tryDocker('inspect', bench.name('nothing'))).status).toBe(1);
  });

  test('show one object', async () => {
    await docker('volume', 'create', bench.name('seen'));
    expect(await inspect('volume', bench.name('seen'))).toMatchObject({
      Name: bench.name('seen'),
      Driver: 'local',
    });
  });

  test('remove everything with the prefix or the label, and nothing else', async () => {
    const [mine, other] = [newBench('mine'), newBench('other')];
    for (const { name, label } of [mine, other]) {
      await docker('volume', 'create', name('data'));
      await docker('volume', 'create', '--label', label);
      await docker('network', 'create', name('net'));
      await docker('tag', 'busybox:latest', `${name('image')}:1`);
      await docker('create', '--name', name('box'), '-v', '/data', `${name('image')}:1`);
      await docker('create', '--label', label, '--network', name('net'), 'busybox:latest');
    }
    try {
      await mine.clean();
      expect(await remains(mine.prefix)).toEqual([]);
      expect(await remains(other.prefix)).toHaveLength(6);
    } finally {
      await other.clean();
    }
    expect(await remains(other.prefix)).toEqual([]);
  });

  test('clean a bench on which nothing is', async () => {
    await expect(newBench('empty').clean()).resolves.toBeUndefined();
  });
});

async function remains(prefix: string): Promise<string[]> {
  const lists = await Promise.all([
    docker('ps', '-a', '--format', '{{.Names}} {{.Labels}}'),
    docker('network', 'ls', '--format', '{{.Name}}'),
    docker('volume', 'ls', '--format', '{{.Name}} {{.Labels}}'),
    docker('images', '--format', '{{.Repository}}'),
  ]);
  return lists.flatMap((list) => list.split('\n')).filter((line) => line.includes(prefix));
}
