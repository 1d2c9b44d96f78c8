import { benchOf, docker, eventually, tryDocker } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { inside } from '../support/recipes-probes';
import { IMAGE, isBefore, refusal, start, startRefusal } from './refusal';

describeWithEngine('network modes and links, on an engine', (engine) => {
  const bench = benchOf('modes');
  const back = bench.name('back');
  const front = bench.name('front');
  const donor = bench.name('donor');
  const ofDonor = ['--network', `container:${donor}`];

  beforeAll(async () => {
    await docker('network', 'create', '--subnet', '10.213.80.0/24', back);
    await docker('network', 'create', '--subnet', '10.213.81.0/24', front);
    await start(donor, '--network', back, '--dns-search', 'donor.example');
  });

  test.each([
    [['-p', '8080:80'], 'port publishing and the container type network mode'],
    [['-P'], 'port publishing and the container type network mode'],
    [['--hostname', 'web'], 'hostname and the network mode'],
    [['--dns', '10.0.0.53'], 'dns and the network mode'],
    [['--add-host', 'db:10.0.0.5'], 'custom host-to-IP mapping and the network mode'],
    [['--link', 'db'], "container type network can't be used with links"],
  ])('M5 the engine refuses %j beside the network of another container', async (options, text) => {
    const name = bench.name(`m5${options[0] ?? ''}`);
    expect(await startRefusal(name, ...ofDonor, ...options)).toContain(
      `conflicting options: ${text}`,
    );
  });

  test.each([
    ['--dns-search', 'lan.example'],
    ['--dns-option', 'ndots:7'],
    ['--domainname', 'lan.example'],
  ])('M5 the engine ignores %s beside the network of another container', async (...option) => {
    const show = ['sh', '-c', 'hostname -f; cat /etc/resolv.conf'];
    const shown = await docker('run', '--rm', ...ofDonor, ...option, IMAGE, ...show);
    expect(shown).toBe(await docker('exec', donor, ...show));
    expect(shown).toContain('donor.example');
  });

  test('M5 the engine refuses a sysctl of the network in host mode', async () => {
    const options = ['--network', 'host', '--sysctl', 'net.core.somaxconn=1024'];
    expect(await startRefusal(bench.name('m5-sysctl'), ...options)).toMatch(
      /sysctl "net\.core\.somaxconn" not allowed in host network namespace/,
    );
  });

  test.each([
    [
      'host',
      /sharing network namespace with another container or host cannot be connected to any other network/,
    ],
    [
      'none',
      /cannot be connected to multiple networks with one of the networks in private \(none\) mode/,
    ],
    [
      `container:${donor}`,
      /sharing network namespace with another container or host cannot be connected to any other network/,
    ],
  ])('M6 the engine refuses a network beside the mode %s', async (mode, text) => {
    const name = bench.name(`m6-${mode.replace(/:.*/, '')}`);
    await start(name, '--network', mode);
    expect(await refusal('network', 'connect', back, name)).toMatch(text);
  });

  test('M8 the engine refuses to connect a running container to the host', async () => {
    expect(await refusal('network', 'connect', 'host', donor)).toMatch(
      /container cannot be (?:disconnected from host network or )?connected to host network|cannot be connected to any other network/,
    );
  });

  test('M7 the engine refuses to share the network of a container that has ended', async () => {
    const ended = bench.name('ended');
    await docker('run', '--name', ended, IMAGE, 'true');
    expect(await startRefusal(bench.name('m7'), '--network', `container:${ended}`)).toMatch(
      /cannot join network (?:namespace )?of a non running container/,
    );
  });

  test('M7 the engine refuses to share the network of a container that it does not have', async () => {
    const options = ['--network', `container:${'0123456789ab'.repeat(5)}`];
    expect(await startRefusal(bench.name('m7-elsewhere'), ...options)).toMatch(
      /No such container: 0123456789ab/,
    );
  });

  test('M7 the engine leaves loopback alone to a container whose donor was restarted', async () => {
    const first = bench.name('restarted');
    const second = bench.name('dependant');
    await start(first, '--network', back);
    await start(second, '--network', `container:${first}`);
    const before = await docker('exec', second, 'ls', '/sys/class/net');
    await docker('restart', '-t', '0', first);
    expect(before.split('\n')).toContain('eth0');
    expect(await docker('exec', second, 'ls', '/sys/class/net')).not.toContain('eth0');
    expect(await docker('inspect', '-f', '{{.State.Running}}', second)).toBe('true');
  });

  test('M7 the engine starts two programs that answer on one port of a network stack', async () => {
    const [first, second] = [bench.name('http1'), bench.name('http2')];
    const serve = [IMAGE, 'httpd', '-f', '-p', '8080'];
    await docker('run', '-d', '--name', first, '--network', back, ...serve);
    await docker('run', '-d', '--name', second, '--network', `container:${first}`, ...serve);
    await eventually(async () => {
      const { stderr } = await tryDocker('logs', second);
      expect(stderr).toContain('Address already in use');
    });
  });

  test('M9 the engine refuses a link to a container that is not on the default bridge', async () => {
    expect(await startRefusal(bench.name('m9'), '--link', `${donor}:db`)).toMatch(
      /Cannot link to .*, as it does not belong to the default network/,
    );
  });

  test('M9 the engine refuses a link in host mode', async () => {
    const options = ['--network', 'host', '--link', `${donor}:db`];
    expect(await startRefusal(bench.name('m9-host'), ...options)).toContain(
      "conflicting options: host type networking can't be used with links",
    );
  });

  test('M10 the engine takes a link to a container of another network, which never resolves', async () => {
    const names: (readonly string[])[] = [];
    for (const network of [back, front]) {
      const web = bench.name(network === back ? 'm10-near' : 'm10-far');
      await start(web, '--network', network, '--link', `${donor}:db`);
      names.push(await inside(web).resolve('db'));
    }
    expect(names).toEqual([[expect.stringMatching(/^10\.213\.80\./)], []]);
  });

  test('M11 the engine sets variables of links on the default bridge before version 29 alone', async () => {
    const db = bench.name('m11-db');
    await start(db, '--expose', '3306');
    const onBridge = await docker('run', '--rm', '--link', `${db}:db`, IMAGE, 'env');
    const inNetwork = await docker(
      'run',
      '--rm',
      '--network',
      back,
      '--link',
      `${donor}:db`,
      IMAGE,
      'env',
    );
    expect(onBridge.includes('DB_PORT_3306_TCP_ADDR=')).toBe(isBefore(engine, [29]));
    expect(inNetwork).not.toContain('DB_PORT');
  });
});
