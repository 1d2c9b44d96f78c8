import { randomInt } from 'node:crypto';
import { benchOf, docker, eventually, tryDocker } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { insideNetwork } from '../support/recipes-probes';
import { IMAGE, start, startRefusal, STAY } from './refusal';

describeWithEngine('published ports, on an engine', () => {
  const bench = benchOf('ports');
  const back = bench.name('back');
  const front = bench.name('front');

  beforeAll(async () => {
    await docker('network', 'create', '--subnet', '10.213.96.0/24', '--internal', back);
    await docker('network', 'create', '--subnet', '10.213.97.0/24', front);
  });

  test.each([
    ['M1', 'host', /Published ports are discarded when using host network mode/],
    ['M2', 'none', /^$/],
    ['M3', back, /^$/],
  ])('%s the engine opens no port with --network %s', async (row, network, warning) => {
    const name = bench.name(row);
    const options = ['--name', name, '--network', network, '-p', '127.0.0.1::80'];
    const { status, stderr } = await tryDocker('run', '-d', ...options, ...STAY);
    expect(status).toBe(0);
    expect(stderr.trim()).toMatch(warning);
    expect(await docker('port', name)).toBe('');
  });

  test('M4 the engine opens no port of a container on a macvlan network, and says nothing', async () => {
    const [lan, name] = [bench.name('lan'), bench.name('M4')];
    const id = await docker('network', 'inspect', '--format', '{{.Id}}', front);
    const driver = ['-d', 'macvlan', '-o', `parent=br-${id.slice(0, 12)}`];
    await docker('network', 'create', ...driver, '--subnet', '10.213.98.0/24', lan);
    const options = ['--name', name, '--network', lan, '-p', '127.0.0.1::80'];
    expect(await tryDocker('run', '-d', ...options, ...STAY)).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(await docker('port', name)).toBe('');
  });

  test.each([
    ['0.0.0.0', '0.0.0.0'],
    ['0.0.0.0', '127.0.0.1'],
    ['127.0.0.1', '0.0.0.0'],
    ['127.0.0.1', '127.0.0.1'],
  ])('M13 the engine refuses a port on %s and then on %s', async (first, second) => {
    const [one, two] = [bench.name(`${first}-${second}-1`), bench.name(`${first}-${second}-2`)];
    const port = await startOnFreePort(one, first);
    expect(await startRefusal(two, '--network', front, '-p', `${second}:${port}:80`)).toMatch(
      /port is already allocated|address already in use/,
    );
    expect(await docker('inspect', '-f', '{{.State.Status}}', two)).toBe('created');
  });

  test.each([
    ['127.0.0.1', '127.0.0.2', 'tcp'],
    ['127.0.0.1', '127.0.0.1', 'udp'],
    ['127.0.0.1', '[::1]', 'tcp'],
  ])('M13 the engine takes a tcp port on %s and one on %s/%s', async (first, second, protocol) => {
    const id = `${first}-${second}-${protocol}`.replace(/[^\w.-]/g, 'v6');
    const port = await startOnFreePort(bench.name(`${id}-1`), first);
    const publish = `${second}:${port}:80/${protocol}`;
    await start(bench.name(`${id}-2`), '--network', front, '-p', publish);
    expect(await docker('port', bench.name(`${id}-2`))).toContain(`:${port}`);
  });

  test('M14 the engine refuses ranges that overlap', async () => {
    const port = randomInt(20_000, 30_000);
    const range = (from: number): string => `127.0.0.1:${String(from)}-${String(from + 2)}:80-82`;
    await start(bench.name('range1'), '--network', front, '-p', range(port));
    const options = ['--network', front, '-p', range(port + 2)];
    expect(await startRefusal(bench.name('range2'), ...options)).toMatch(
      /port is already allocated|address already in use/,
    );
  });

  test('M15 the engine refuses a port that a program of the host has', async () => {
    const port = String(randomInt(20_000, 30_000));
    await serveOnHost(bench.name('program'), port);
    const options = ['--network', front, '-p', `0.0.0.0:${port}:80`];
    expect(await startRefusal(bench.name('m15'), ...options)).toContain('address already in use');
  });

  test('M15 the engine starts a program in host mode whose port is published', async () => {
    const port = await startOnFreePort(bench.name('published'), '0.0.0.0');
    const name = bench.name('m15-host');
    await docker('run', '-d', '--name', name, '--network', 'host', IMAGE, ...httpd(port));
    await eventually(async () => {
      const { stderr } = await tryDocker('logs', name);
      expect(stderr).toContain('Address already in use');
    });
  });

  test('M16 the engine refuses an address that the host does not have', async () => {
    // 192.0.2.0/24 is for documentation.
    const options = ['--network', front, '-p', '192.0.2.1::80'];
    expect(await startRefusal(bench.name('m16'), ...options)).toContain(
      'cannot assign requested address',
    );
  });

  test('M18 the engine opens a port on every address where none is named', async () => {
    const name = bench.name('m18');
    await start(name, '--network', front, '-p', '6379');
    expect(await docker('port', name, '6379')).toMatch(/^0\.0\.0\.0:\d+/);
  });

  test('M20 the engine opens a published port to a container of another network', async () => {
    const jobs = bench.name('jobs');
    await docker('network', 'create', '--subnet', '10.213.99.0/24', jobs);
    const options = ['--name', bench.name('m20'), '--network', front, '--ip', '10.213.97.20'];
    await docker('run', '-d', ...options, '-p', '80', IMAGE, ...httpd('80'));
    const port = await portOf(bench.name('m20'));
    const job = insideNetwork(jobs);
    expect(await job.canConnect('10.213.99.1', port)).toBe(true);
    expect(await job.canConnect('10.213.97.20', 80)).toBe(false);
  });

  test('M20 the engine keeps a port on loopback from the containers', async () => {
    const options = ['--name', bench.name('m20-local'), '--network', front];
    await docker('run', '-d', ...options, '-p', '127.0.0.1::80', IMAGE, ...httpd('80'));
    const port = await portOf(bench.name('m20-local'));
    expect(await insideNetwork('host').canConnect('127.0.0.1', port)).toBe(true);
    expect(await insideNetwork(front).canConnect('10.213.97.1', port)).toBe(false);
  });

  /** Starts a container on a port of the host that is free, and says which. */
  async function startOnFreePort(name: string, address: string): Promise<string> {
    await start(name, '--network', front, '-p', `${address}::80`);
    return String(await portOf(name));
  }

  /** A program of the host, as far as the engine can tell. */
  async function serveOnHost(name: string, port: string): Promise<void> {
    await docker('run', '-d', '--name', name, '--network', 'host', IMAGE, ...httpd(port));
    await eventually(() => docker('exec', name, 'nc', '-w', '1', '127.0.0.1', port));
  }
});

/** Port of the host that the container's port 80 is published on. */
async function portOf(name: string): Promise<number> {
  const [, port] = /:(\d+)/.exec(await docker('port', name, '80')) ?? [];
  return Number(port);
}

function httpd(port: string): string[] {
  return ['httpd', '-f', '-p', `0.0.0.0:${port}`];
}
