import { benchOf, docker, eventually, tryDocker } from '../support/docker';
import { describeWithEngine } from '../support/needs';

describeWithEngine('names and who talks to whom', () => {
  const bench = benchOf('reach');
  const [back, front, guests, closed] = ['back', 'front', 'guests', 'closed'].map(bench.name) as [
    string,
    string,
    string,
    string,
  ];
  const [db, web] = [bench.name('db'), bench.name('web')];

  /** Nothing is asked outside: whatever Docker's own server does not know ends here. */
  const deaf = ['--dns', '127.0.0.1', '--dns-opt', 'timeout:1', '--dns-opt', 'attempts:1'];
  const run = ['run', '-d', '--init', ...deaf];
  const sleep = ['busybox', 'sleep', '600'];

  const shell = (command: string, container = web): ReturnType<typeof tryDocker> =>
    tryDocker('exec', container, 'sh', '-c', `(${command}) 2>&1`);
  const GET = "printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 1";
  const fetchFrom = async (host: string, port: number | string = 80): Promise<string> =>
    (await shell(`${GET} ${host} ${String(port)}`)).stdout;

  beforeAll(async () => {
    const create = ['network', 'create', '--label', bench.label];
    await docker(...create, '--subnet', '10.213.241.0/28', back);
    await docker(...create, '--subnet', '10.213.241.16/28', front);
    const noIcc = ['-o', 'com.docker.network.bridge.enable_icc=false'];
    await docker(...create, '--subnet', '10.213.241.32/28', ...noIcc, guests);
    await docker(...create, '--subnet', '10.213.241.48/28', '--internal', closed);

    const aliases = ['db', 'my_db', 'shadowed', 'localhost'].flatMap((name) => [
      '--network-alias',
      name,
    ]);
    const page = 'echo database > index.html; exec httpd -f -p 80';
    const server = ['-w', '/tmp', '-p', '127.0.0.1::80', 'busybox', 'sh', '-c', page];
    await docker(...run, '--name', db, '--network', back, ...aliases, ...server);
    await docker('network', 'connect', '--alias', 'db', guests, db);
    const host = ['--add-host', 'shadowed:127.0.0.9'];
    await docker(...run, '--name', web, '--network', back, ...host, ...sleep);
    await eventually(async () => {
      expect(await fetchFrom('db')).toContain('database');
    });
  });

  test('A9 a container by the name of localhost is never reached by it', async () => {
    expect(await fetchFrom('localhost')).toContain('Connection refused');
  });

  test('A9 a line in the hosts file wins over the name of a container', async () => {
    expect((await shell('nslookup shadowed')).stdout).toContain('10.213.241.2');
    expect((await shell('ping -c 1 -W 1 shadowed')).stdout).toContain('(127.0.0.9)');
  });

  test('M12 the default bridge has no names', async () => {
    const name = bench.name('on-bridge');
    await docker(...run, '--name', name, ...sleep);
    const { stdout } = await shell(`ping -c 1 -W 1 ${name}; ping -c 1 -W 1 db`, name);
    // Its own name is no host name, and there is nobody to ask.
    expect(stdout).toBe(`ping: bad address '${name}'\nping: bad address 'db'\n`);
  });

  test('M10 a link to a container of another network is made, and its name never resolves', async () => {
    const name = bench.name('linked');
    await docker(...run, '--name', name, '--network', front, '--link', `${db}:store`, ...sleep);
    expect((await shell('ping -c 1 -W 1 store', name)).stdout).toBe("ping: bad address 'store'\n");
  });

  test('M23 a container of another network is not found, and an alias in its own network only', async () => {
    const name = bench.name('apart');
    await docker(...run, '--name', name, '--network', front, ...sleep);
    await docker('network', 'connect', front, db);
    const lookUp = `ping -c 1 -W 1 ${db} > /dev/null && echo found; ping -c 1 -W 1 db`;
    expect((await shell(lookUp, name)).stdout).toBe("found\nping: bad address 'db'\n");
    await docker('network', 'disconnect', front, db);
    expect((await shell(`ping -c 1 -W 1 ${db}`, name)).stdout).toBe(`ping: bad address '${db}'\n`);
  });

  test('M23 the port of the host is closed between containers', async () => {
    const port = (await docker('port', db, '80')).replace(/^.*:/, '');
    expect(await fetchFrom('db', port)).toContain('Connection refused');
  });

  test('M22 localhost is the container itself', async () => {
    expect(await fetchFrom('127.0.0.1')).toContain('Connection refused');
  });

  test('M21 with icc off the name resolves, and nothing gets through', async () => {
    const name = bench.name('guest');
    await docker(...run, '--name', name, '--network', guests, ...sleep);
    expect((await shell('nslookup db', name)).stdout).toContain('10.213.241.34');
    expect((await shell(`${GET} db 80`, name)).stdout).toBe('nc: timed out\n');
  });

  test('L2 a name with an underscore resolves, so nothing tells that it is no host name', async () => {
    expect(await fetchFrom('my_db')).toContain('database');
  });

  test('V1 a host does not reach its own macvlan container, and a neighbour on the LAN does', async () => {
    const [lan, own, child] = ['lan', 'own', 'child'].map(bench.name) as [string, string, string];
    const block = ['--label', bench.label, '--subnet', '10.213.241.64/26', '--ip-range'];
    const id = await docker('network', 'create', ...block, '10.213.241.64/27', lan);
    const macvlan = ['-d', 'macvlan', '-o', `parent=br-${id.slice(0, 12)}`];
    await docker('network', 'create', ...macvlan, ...block, '10.213.241.96/27', own);
    const address = '10.213.241.100';
    await docker(...run, '--name', child, '--network', own, '--ip', address, ...sleep);
    const ping = async (network: string): Promise<number> => {
      const options = ['--rm', '--label', bench.label, '--network', network];
      return (await tryDocker('run', ...options, 'busybox', 'ping', '-c', '1', '-W', '1', address))
        .status;
    };
    expect([await ping(lan), await ping('host')]).toEqual([0, 1]);
    await docker('rm', '-f', child);
    await docker('network', 'rm', own);
  });

  test('N14 a name server is not asked from internal networks', async () => {
    const server = bench.name('dns');
    const listen =
      '$s = IO::Socket::INET->new(LocalPort => 53, Proto => "udp"); $s->recv($q, 512); print "asked"';
    const perl = ['debian:12', 'perl', '-MIO::Socket::INET', '-e', listen];
    await docker('run', '-d', '--name', server, '--network', back, ...perl);
    const field = `{{(index .NetworkSettings.Networks "${back}").IPAddress}}`;
    const address = await docker('inspect', '-f', field, server);
    const ask = async (network: string): Promise<string> => {
      const options = ['--rm', '--network', network, '--label', bench.label, '--dns', address];
      const patience = ['--dns-opt', 'timeout:1', '--dns-opt', 'attempts:1'];
      await tryDocker('run', ...options, ...patience, 'busybox', 'ping', '-c', '1', 'example.test');
      return docker('logs', server);
    };
    expect(await ask(closed)).toBe('');
    expect(await ask(back)).toBe('asked');
  });
});
