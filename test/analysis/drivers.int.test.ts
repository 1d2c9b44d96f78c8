import { benchOf, docker, inspect, tryDocker } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { addressOf, inside, insideNetwork } from '../support/recipes-probes';
import { IMAGE, isBefore, refusal, start, startRefusal } from './refusal';

const BRIDGE = 'com.docker.network.bridge';

describeWithEngine('drivers, bridges and parents, on an engine', (engine) => {
  const bench = benchOf('drivers');

  afterEach(() => bench.clean());

  /** Makes a network and gives the name of its Linux bridge, if it is one. */
  const create = async (id: string, ...options: readonly string[]): Promise<string> => {
    const network = await docker('network', 'create', ...options, bench.name(id));
    return `br-${network.slice(0, 12)}`;
  };

  const refused = (...options: readonly string[]): Promise<string> =>
    refusal('network', 'create', ...options, bench.name('refused'));

  const onLan = (parent: string, driver = 'macvlan'): string[] => [
    ...['-d', driver, '-o', `parent=${parent}`],
    ...['--subnet', '10.213.161.0/24'],
  ];

  test('N15 the engine stores an option that nobody knows, and what it was to stop goes on', async () => {
    const icc = ['-o', `${BRIDGE}.enable_iccc=false`];
    await create('guests', '--subnet', '10.213.162.0/24', ...icc);
    const network = bench.name('guests');
    expect(await inspect('network', network)).toMatchObject({
      Options: { [`${BRIDGE}.enable_iccc`]: 'false' },
    });
    await start(bench.name('a'), '--network', network);
    const address = await addressOf(bench.name('a'), network);
    expect(await insideNetwork(network).canPing(address)).toBe(true);
  });

  test.each([
    [`${BRIDGE}.enable_icc`, 'no'],
    ['com.docker.network.driver.mtu', '1450b'],
    [`${BRIDGE}.host_binding_ipv4`, 'localhost'],
  ])('N15 the bridge driver refuses %s = %s', async (option, value) => {
    expect(await refused('--subnet', '10.213.163.0/24', '-o', `${option}=${value}`)).toContain(
      `failed to parse ${option} value: ${value}`,
    );
  });

  test('N16 the bridge driver refuses a second network on a Linux bridge', async () => {
    const name = ['-o', `${BRIDGE}.name=ptl${bench.prefix.slice(-6)}`];
    await create('front', '--subnet', '10.213.164.0/24', ...name);
    expect(await refused('--subnet', '10.213.165.0/24', ...name)).toContain(
      'networks have same bridge name',
    );
  });

  test('M25 old engines take the mode isolated for nothing, newer ones want the network internal', async () => {
    const mode = ['-o', `${BRIDGE}.gateway_mode_ipv4=isolated`];
    const options = ['--subnet', '10.213.166.0/24', ...mode, bench.name('vault')];
    const { status, stderr } = await tryDocker('network', 'create', ...options);
    expect(status === 0 ? 'made' : stderr).toMatch(
      isBefore(engine, [27])
        ? /made/
        : /unknown gateway mode isolated|gateway mode 'isolated' can only be used for an internal network/,
    );
  });

  test('M25 host and containers of an internal network reach each other', async () => {
    await create('closed', '--subnet', '10.213.167.0/24', '--internal');
    const network = bench.name('closed');
    await start(bench.name('a'), '--network', network);
    const address = await addressOf(bench.name('a'), network);
    expect(await insideNetwork('host').canPing(address)).toBe(true);
    expect(await inside(bench.name('a')).canPing('10.213.167.1')).toBe(true);
  });

  test.each([
    ['nope0', /invalid subinterface vlan name nope0, example formatting is eth0\.10/],
    ['nope0.50', /parent interface .*not found on the host: nope0/],
    ['lo.5000', /vlan id must be between 1-4094, received: 5000/],
    ['lo', /loopback interface is not a valid (?:macvlan|ipvlan) parent link/],
  ])('V3 the engine refuses the parent %s', async (parent, text) => {
    expect(await refused(...onLan(parent))).toMatch(text);
    expect(await refused(...onLan(parent, 'ipvlan'))).toMatch(text);
  });

  test('V3 the engine refuses a second ipvlan network on a parent', async () => {
    const parent = await create('lan', '--subnet', '10.213.168.0/24');
    await create('first', ...onLan(parent, 'ipvlan'));
    const second = ['-d', 'ipvlan', '-o', `parent=${parent}`, '--subnet', '10.213.169.0/24'];
    expect(await refused(...second)).toContain(`is already using parent interface ${parent}`);
  });

  test('V3 engines before 27 refuse a second macvlan network on a parent', async () => {
    const parent = await create('lan', '--subnet', '10.213.170.0/24');
    await create('first', ...onLan(parent));
    const second = ['-d', 'macvlan', '-o', `parent=${parent}`, '--subnet', '10.213.171.0/24'];
    const options = [...second, bench.name('second')];
    const { status, stderr } = await tryDocker('network', 'create', ...options);
    expect(status === 0 ? 'made' : stderr).toContain(
      isBefore(engine, [27]) ? `is already using parent interface ${parent}` : 'made',
    );
  });

  test('V3 the kernel refuses a second container in passthru mode', async () => {
    const parent = await create('wire', '--subnet', '10.213.172.0/24');
    await create('lan', ...onLan(parent), '-o', 'macvlan_mode=passthru');
    const network = bench.name('lan');
    await start(bench.name('router'), '--network', network);
    expect(await startRefusal(bench.name('probe'), '--network', network)).toContain(
      'failed to create the macvlan port: invalid argument',
    );
  });

  test('V1 the LAN reaches a macvlan container, and its own host does not', async () => {
    const block = ['--subnet', '10.213.173.0/24', '--ip-range'];
    const parent = await create('wire', ...block, '10.213.173.0/25');
    const lan = ['-d', 'macvlan', '-o', `parent=${parent}`];
    await create('lan', ...lan, ...block, '10.213.173.128/25');
    await start(bench.name('web'), '--network', bench.name('lan'));
    const address = await addressOf(bench.name('web'), bench.name('lan'));
    expect(await insideNetwork(bench.name('wire')).canPing(address)).toBe(true);
    expect(await insideNetwork('host').canPing(address)).toBe(false);
    expect(await inside(bench.name('web')).canPing('10.213.173.1')).toBe(false);
  });

  test('V5 the engine hands out an address that somebody on the LAN has', async () => {
    const parent = await create('wire', '--subnet', '10.213.174.0/24');
    const telephone = bench.name('telephone');
    await start(telephone, '--network', bench.name('wire'), '--cap-add', 'NET_ADMIN');
    await docker('exec', telephone, 'ip', 'address', 'add', '10.213.161.2/24', 'dev', 'eth0');
    await create('lan', ...onLan(parent), '--gateway', '10.213.161.1');
    await start(bench.name('web'), '--network', bench.name('lan'));
    expect(await addressOf(bench.name('web'), bench.name('lan'))).toBe('10.213.161.2');
  });

  test.each([
    ['unless an option says otherwise', [], 1500],
    ['or what the option says', ['-o', 'com.docker.network.driver.mtu=1400'], 1400],
  ])('V7 packets of a network have 1500 bytes, %s', async (_when, options, bytes) => {
    await create('back', '--subnet', '10.213.175.0/24', ...options);
    const run = ['run', '--rm', '--network', bench.name('back'), IMAGE];
    expect(await docker(...run, 'cat', '/sys/class/net/eth0/mtu')).toBe(String(bytes));
  });
});
