import { benchOf, docker } from '../support/docker';
import { callEngine } from '../support/docker-api';
import { describeWithEngine } from '../support/needs';
import { insideNetwork } from '../support/recipes-probes';
import { IMAGE, isBefore, refusal, start, startRefusal, STAY } from './refusal';

describeWithEngine('places in networks, on an engine', (engine) => {
  const bench = benchOf('attachments');
  const back = bench.name('back');
  const front = bench.name('front');

  beforeAll(async () => {
    const aux = ['--aux-address', 'router=10.213.64.254'];
    await docker('network', 'create', '--subnet', '10.213.64.0/24', ...aux, back);
    await docker('network', 'create', '--subnet', '10.213.65.0/24', front);
    await start(bench.name('db'), '--network', back, '--ip', '10.213.64.10');
  });

  test('A1 the engine refuses a fixed address on the default bridge', async () => {
    expect(await startRefusal(bench.name('a1'), '--ip', '172.17.0.100')).toMatch(
      /from daemon: .*user.specified IP address is supported on user.defined networks only/,
    );
  });

  test('A2 the engine refuses a fixed address in a network that declares no block', async () => {
    await docker('network', 'create', bench.name('auto'));
    const options = ['--network', bench.name('auto'), '--ip', '10.213.79.10'];
    expect(await startRefusal(bench.name('a2'), ...options)).toMatch(
      isBefore(engine, [29, 1])
        ? /user.specified IP address is supported only when connecting to networks with user.configured subnets/
        : /no configured subnet contains IP address 10\.213\.79\.10/,
    );
  });

  test('A3 the engine refuses an address outside the block', async () => {
    const options = ['--network', back, '--ip', '10.213.79.10'];
    expect(await startRefusal(bench.name('a3'), ...options)).toMatch(
      /Invalid address 10\.213\.79\.10: It does not belong to any of this network's subnets|no configured subnet contains IP address 10\.213\.79\.10/,
    );
  });

  test.each([
    ['A4', 'the network address', '10.213.64.0'],
    ['A4', 'the broadcast address', '10.213.64.255'],
    ['A4', "the gateway's address", '10.213.64.1'],
    ['A4', "another container's address", '10.213.64.10'],
    ['N8', 'an auxiliary address', '10.213.64.254'],
  ])('%s the engine refuses %s, and does not say whose it is', async (_, __, address) => {
    const name = bench.name(`taken-${address}`);
    expect(await startRefusal(name, '--network', back, '--ip', address)).toContain(
      'Address already in use',
    );
  });

  test('A5 the engine hands the address of a stopped container to another one', async () => {
    const pool = bench.name('pool');
    await docker('network', 'create', '--subnet', '10.213.66.0/24', pool);
    const fixed = bench.name('a5-fixed');
    await docker('create', '--name', fixed, '--network', pool, '--ip', '10.213.66.2', ...STAY);
    await start(bench.name('a5-dynamic'), '--network', pool);
    expect(await refusal('start', fixed)).toContain('Address already in use');
  });

  test('A5 the engine hands out no address outside the range', async () => {
    const pool = bench.name('range');
    const range = ['--ip-range', '10.213.67.128/25', '--gateway', '10.213.67.1'];
    await docker('network', 'create', '--subnet', '10.213.67.0/24', ...range, pool);
    const fixed = bench.name('a5-safe');
    await docker('create', '--name', fixed, '--network', pool, '--ip', '10.213.67.2', ...STAY);
    await start(bench.name('a5-other'), '--network', pool);
    expect(await docker('start', fixed)).toBe(fixed);
  });

  test('A7 the engine refuses an alias on the default bridge', async () => {
    const name = bench.name('a7');
    await docker('create', '--name', name, '--network', back, ...STAY);
    expect(await refusal('network', 'connect', '--alias', 'db', 'bridge', name)).toMatch(
      /from daemon: .*network-scoped alias(?: is supported only for containers in user defined networks|es are only supported for user-defined networks)/,
    );
  });

  test('A8 the engine answers a shared alias with every address', async () => {
    const shared = ['--network', back, '--network-alias', 'api'];
    await start(bench.name('api1'), ...shared, '--ip', '10.213.64.21');
    await start(bench.name('api2'), ...shared, '--ip', '10.213.64.22');
    expect(await insideNetwork(back).resolve('api')).toEqual(['10.213.64.21', '10.213.64.22']);
  });

  test("A9 the engine answers an alias that is another container's name with both addresses", async () => {
    const alias = ['--network-alias', bench.name('db')];
    await start(bench.name('shadow'), '--network', back, '--ip', '10.213.64.31', ...alias);
    expect(await insideNetwork(back).resolve(bench.name('db'))).toEqual([
      '10.213.64.10',
      '10.213.64.31',
    ]);
  });

  test.each([
    ['aa', 'zz', ''],
    ['zz', 'aa', '80/tcp -> 127.0.0.1:'],
  ])(
    "A10 with the macvlan '%s' and the bridge '%s' the engine says of a port: '%s'",
    async (macvlan, bridge, found) => {
      const id = `a10-${macvlan}`;
      const [lan, own] = [bench.name(`${id}-${macvlan}`), bench.name(`${id}-${bridge}`)];
      const third = macvlan === 'aa' ? '68' : '70';
      const next = macvlan === 'aa' ? '69' : '71';
      await createLan({
        lan,
        parent: own,
        lanBlock: [`10.213.${third}.0/24`],
        block: [`10.213.${next}.0/24`],
      });
      const web = bench.name(id);
      await docker('create', '--name', web, '--network', lan, '-p', '127.0.0.1::80', ...STAY);
      await docker('network', 'connect', own, web);
      await docker('start', web);
      expect((await docker('port', web)).replace(/\d+$/, '')).toBe(found);
    },
  );

  test('A10 the engine looks at the gateway priority from version 28 on', async () => {
    const name = bench.name('a10-priority');
    await start(name, '--network', back);
    await call(`/networks/${front}/connect`, {
      Container: name,
      EndpointConfig: { GwPriority: 100 },
    });
    const route = await docker('exec', name, 'ip', 'route', 'show', 'default');
    expect(route).toContain(isBefore(engine, [28]) ? 'via 10.213.64.1' : 'via 10.213.65.1');
  });

  test('A11 the engine refuses to connect a container to networks that overlap', async () => {
    const [lan, own] = [bench.name('a11-lan'), bench.name('a11-own')];
    const block = ['10.213.72.0/24', '--ip-range', '10.213.72.128/26'];
    const lanBlock = ['10.213.72.0/24', '--ip-range', '10.213.72.192/26'];
    await createLan({ lan, parent: own, lanBlock, block });
    await start(bench.name('a11'), '--network', own);
    expect(await refusal('network', 'connect', lan, bench.name('a11'))).toMatch(
      /cannot program address 10\.213\.72\.\d+\/24 in sandbox interface because it conflicts with existing route/,
    );
  });

  test('A14 the engine takes one MAC address for two containers of a network', async () => {
    const MacAddress = '02:42:0a:d5:40:29';
    for (const id of ['mac1', 'mac2']) {
      await startWith(id, { MacAddress }, { MacAddress });
      expect(await macOf(id)).toBe(MacAddress);
    }
  });

  test('A14 the engine looks at the MAC address of a place in a network from version 25 on', async () => {
    const MacAddress = '02:42:0a:d5:40:2a';
    await startWith('mac3', {}, { MacAddress });
    expect((await macOf('mac3')) === MacAddress).toBe(!isBefore(engine, [25]));
  });

  test('the engine connects a container to a network once', async () => {
    expect(await refusal('network', 'connect', back, bench.name('db'))).toMatch(
      /endpoint with name .* already exists in network/,
    );
  });

  test('the engine does not know the network of another engine', async () => {
    const id = '0123456789abcdef'.repeat(4);
    expect(await startRefusal(bench.name('elsewhere'), '--network', id)).toMatch(
      /network 0123456789abcdef\w* not found/,
    );
  });

  /** Starts a container with settings that not every command line has. */
  async function startWith(id: string, settings: object, endpoint: object): Promise<void> {
    await call(`/containers/create?name=${bench.name(id)}`, {
      Image: IMAGE,
      Cmd: ['sleep', '600'],
      ...settings,
      HostConfig: { NetworkMode: back },
      NetworkingConfig: { EndpointsConfig: { [back]: endpoint } },
    });
    await docker('start', bench.name(id));
  }

  async function macOf(id: string): Promise<string> {
    return docker('exec', bench.name(id), 'cat', '/sys/class/net/eth0/address');
  }
});

/** Asks the engine for something that it does not refuse. */
async function call(path: string, body: object): Promise<void> {
  const answer = await callEngine('POST', path, body);
  if (answer.status >= 300) throw new RangeError(`${path}: ${JSON.stringify(answer)}`);
}

interface Lan {
  readonly lan: string;

  /** Name of a bridge network, whose bridge is the parent. */
  readonly parent: string;
  readonly lanBlock: readonly string[];
  readonly block: readonly string[];
}

/** A macvlan network on a bridge, so that no interface of the machine is needed. */
async function createLan({ lan, parent, lanBlock, block }: Lan): Promise<void> {
  await docker('network', 'create', '--subnet', ...block, parent);
  const id = await docker('network', 'inspect', '--format', '{{.Id}}', parent);
  const driver = ['-d', 'macvlan', '-o', `parent=br-${id.slice(0, 12)}`];
  await docker('network', 'create', ...driver, '--subnet', ...lanBlock, lan);
}
