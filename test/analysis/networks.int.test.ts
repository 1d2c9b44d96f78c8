import { randomInt } from 'node:crypto';
import { benchOf, docker, inspect, tryDocker } from '../support/docker';
import { callEngine } from '../support/docker-api';
import { describeWithEngine } from '../support/needs';
import { IMAGE, isBefore, refusal, start, startRefusal } from './refusal';

/** What `docker network inspect` says of the blocks. */
interface Blocks {
  readonly EnableIPv6: boolean;
  readonly IPAM: { readonly Config: readonly { readonly Subnet: string }[] };
}

const POOL_OVERLAPS = /Pool overlaps with other one on this address space/;

describeWithEngine('address blocks of networks, on an engine', (engine) => {
  const bench = benchOf('networks');

  afterEach(() => bench.clean());

  const create = (id: string, ...options: readonly string[]): Promise<string> =>
    docker('network', 'create', ...options, bench.name(id));

  const refused = (...options: readonly string[]): Promise<string> =>
    refusal('network', 'create', ...options, bench.name('refused'));

  /** What the provider gets, which does not use the command line. */
  const ask = async (block: object): Promise<string> => {
    const request = { Name: bench.name('asked'), IPAM: { Config: [block] } };
    const { body } = await callEngine('POST', '/networks/create', request);
    return JSON.stringify(body);
  };

  test('N1 the engine refuses a block that overlaps another one', async () => {
    await create('front', '--subnet', '10.213.128.0/24');
    expect(await refused('--subnet', '10.213.128.128/25')).toMatch(POOL_OVERLAPS);
  });

  test('N1 the engine refuses the block of its default bridge', async () => {
    const { IPAM } = await inspect<Blocks>('network', 'bridge');
    expect(await refused('--subnet', IPAM.Config[0]?.Subnet ?? '')).toMatch(POOL_OVERLAPS);
  });

  test('N2 the bridge driver refuses two ranges of one block', async () => {
    const block = ['--subnet', '10.213.129.0/24', '--ip-range'];
    await create('front', ...block, '10.213.129.0/25');
    expect(await refused(...block, '10.213.129.128/25')).toMatch(
      /conflicts with network .*networks have overlapping IPv4/,
    );
  });

  test('N2 the engine lets a bridge and a macvlan network have ranges of one block', async () => {
    const parent = bridgeOf(await create('parent', '--subnet', '10.213.130.0/24'));
    const block = ['--subnet', '10.213.131.0/24', '--ip-range'];
    await create('back', ...block, '10.213.131.0/25');
    const lan = ['-d', 'macvlan', '-o', `parent=${parent}`, ...block];
    expect(await refused(...lan, '10.213.131.0/25')).toMatch(POOL_OVERLAPS);
    expect(await refused(...lan, '10.213.131.128/25', '--gateway', '10.213.131.1')).toContain(
      'failed to allocate gateway (10.213.131.1): Address already in use',
    );
    expect(await create('lan', ...lan, '10.213.131.128/25')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('N3 the engine takes the block of a network that its host is in', async () => {
    const nic = `ptl${bench.prefix.slice(-6)}`;
    const route = ['ip', 'route', 'show', '10.213.132.0/24'];
    await onHost(`ip link add ${nic} type bridge && ip link set ${nic} up`);
    try {
      await onHost(`ip address add 10.213.132.1/24 dev ${nic}`);
      await create('back', '--subnet', '10.213.132.0/24');
      expect((await onHost(route.join(' '))).split('\n')).toHaveLength(2);
    } finally {
      await onHost(`ip link delete ${nic}`);
    }
  });

  test('N4 the engine refuses a gateway outside the subnet', async () => {
    const outside = { Subnet: '10.213.133.0/24', Gateway: '10.213.134.1' };
    expect(await ask(outside)).toMatch(
      /failed to allocate gateway \(10\.213\.134\.1\): Requested address is out of range|invalid gateway 10\.213\.134\.1/,
    );
    expect(await refused('--subnet', outside.Subnet, '--gateway', outside.Gateway)).toMatch(
      /no matching subnet for gateway 10\.213\.134\.1|invalid gateway 10\.213\.134\.1/,
    );
  });

  test.each([
    ['the network address', '10.213.135.0/24', '10.213.135.0'],
    ['the broadcast address', '10.213.136.0/24', '10.213.136.255'],
  ])('N5 the engine refuses %s as gateway', async (_what, subnet, gateway) => {
    expect(await refused('--subnet', subnet, '--gateway', gateway)).toContain(
      `failed to allocate gateway (${gateway}): Address already in use`,
    );
  });

  test('N7 old engines hand out other addresses where the range is outside the subnet', async () => {
    const answer = await ask({ Subnet: '10.213.137.0/24', IPRange: '10.213.138.128/25' });
    if (isBefore(engine, [29])) {
      const run = ['run', '--rm', '--network', bench.name('asked'), IMAGE];
      expect(await docker(...run, 'ip', 'address', 'show', 'eth0')).toContain('inet 10.213.137.');
    } else expect(answer).toContain('invalid ip-range');
  });

  test('N8 the engine refuses an auxiliary address outside the subnet', async () => {
    // Engine 20.10 does not give such a block back before its next start.
    const Subnet = `10.213.${String(randomInt(192, 240))}.${String(8 * randomInt(32))}/29`;
    const AuxiliaryAddresses = { printer: '10.213.140.7' };
    expect(await ask({ Subnet, AuxiliaryAddresses })).toMatch(
      /auxiliary address: \(printer:10\.213\.140\.7\) must belong to the master pool|invalid auxiliary address/,
    );
  });

  test.each([
    ['the gateway', '10.213.141.0/24', '10.213.141.1'],
    ['the broadcast address', '10.213.142.0/24', '10.213.142.255'],
  ])('N8 the engine refuses %s as auxiliary address', async (_what, subnet, address) => {
    expect(await refused('--subnet', subnet, '--aux-address', `router=${address}`)).toContain(
      `failed to allocate secondary ip address (router:${address}): Address already in use`,
    );
  });

  test('N9 the bridge driver refuses two IPv4 blocks', async () => {
    const blocks = ['--subnet', '10.213.143.0/24', '--subnet', '10.213.144.0/24'];
    expect(await refused(...blocks)).toContain("bridge driver doesn't support multiple subnets");
  });

  test('N10 the engine drops an IPv6 block where IPv6 is off, and shows it', async () => {
    await create('back', '--subnet', '10.213.145.0/24', '--subnet', 'fd00:d5:145::/64');
    const { EnableIPv6, IPAM } = await inspect<Blocks>('network', bench.name('back'));
    expect([EnableIPv6, IPAM.Config[1]?.Subnet]).toEqual([false, 'fd00:d5:145::/64']);
    const run = ['run', '--rm', '--network', bench.name('back'), IMAGE];
    expect(await docker(...run, 'ip', 'address', 'show', 'eth0')).not.toContain('fd00:d5:145:');
  });

  test('N13 the engine starts no more containers than there are addresses', async () => {
    const network = bench.name('back');
    await create('back', '--subnet', '10.213.146.0/30');
    await start(bench.name('first'), '--network', network);
    expect(await startRefusal(bench.name('second'), '--network', network)).toContain(
      "no available IPv4 addresses on this network's address pools",
    );
  });

  test('N13 old engines refuse a block of two addresses', async () => {
    const options = ['--subnet', '10.213.147.0/31'];
    const { status, stderr } = await tryDocker('network', 'create', ...options, bench.name('pair'));
    const problem = 'failed to allocate gateway (): No available addresses on this pool';
    expect(status === 0 ? 'made' : stderr).toContain(isBefore(engine, [23]) ? problem : 'made');
  });

  test('N13 the engine makes an IPv6 block of two addresses, and starts no container', async () => {
    const ipv6 = ['--ipv6', '--subnet', 'fd00:d5:148::/127'];
    await create('pair', '--subnet', '10.213.148.0/24', ...ipv6);
    expect(await startRefusal(bench.name('first'), '--network', bench.name('pair'))).toContain(
      "no available IPv6 addresses on this network's address pools",
    );
  });

  test.each([
    ['loopback', '127.213.0.0/24', '127.213.0.1'],
    ['multicast', '224.213.0.0/24', '224.213.0.1'],
  ])('N19 no container starts in a %s block', async (_kind, subnet, gateway) => {
    await create('back', '--subnet', subnet);
    expect(await startRefusal(bench.name('web'), '--network', bench.name('back'))).toMatch(
      new RegExp(`failed to set gateway.*${gateway}|network is unreachable|invalid argument`),
    );
  });

  test('N19 containers start in a block of somebody on the internet', async () => {
    await create('back', '--subnet', '172.9.213.0/24');
    await expect(start(bench.name('web'), '--network', bench.name('back'))).resolves.toBe(
      undefined,
    );
  });

  test.each([
    [
      'around the link-local one',
      'fe80::/10',
      /fe80::1\/10 to bridge: file exists|clashes with the Link-Local prefix/,
    ],
    [
      'of multicast addresses',
      'ff15:d5::/64',
      /ff15:d5::1\/64 to bridge: cannot assign requested address|multicast subnet/,
    ],
  ])('A15 the engine refuses an IPv6 block %s', async (_what, subnet, text) => {
    const ipv4 = ['--subnet', '10.213.149.0/24'];
    expect(await refused('--ipv6', ...ipv4, '--subnet', subnet)).toMatch(text);
  });

  test('the engine adds an IPv4 block to an IPv6 one', async () => {
    await create('back', '--ipv6', '--subnet', 'fd00:d5:150::/64');
    const { IPAM } = await inspect<Blocks>('network', bench.name('back'));
    expect(IPAM.Config).toHaveLength(2);
  });

  test('old engines refuse IPv6 without a block for it', async () => {
    const options = ['--ipv6', '--subnet', '10.213.151.0/24'];
    const { status, stderr } = await tryDocker('network', 'create', ...options, bench.name('back'));
    const problem = 'could not find an available, non-overlapping IPv6 address pool';
    expect(status === 0 ? 'made' : stderr).toContain(isBefore(engine, [27]) ? problem : 'made');
  });
});

/** Name of the Linux bridge that the engine gives a network. */
function bridgeOf(id: string): string {
  return `br-${id.slice(0, 12)}`;
}

/** Runs a shell command in the network namespace of the engine's host. */
function onHost(command: string): Promise<string> {
  const run = ['run', '--rm', '--network', 'host', '--cap-add', 'NET_ADMIN', IMAGE];
  return docker(...run, 'sh', '-c', command);
}
