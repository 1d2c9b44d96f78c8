import { addressOwners } from '../../src/analysis/address-owners';
import { addressUsage } from '../../src/analysis/address-usage';
import { renderAddresses, renderOwners } from '../../src/export/addresses';
import { parseAddress } from '../../src/ip/address';
import { parseTopology } from '../../src/topology/parse';
import type { Topology } from '../../src/topology/topology';

const TOPOLOGY = topology({
  networks: [
    {
      id: 'shop/back',
      host: 'local',
      subnets: [
        { cidr: '10.20.0.0/26', gateway: '10.20.0.1', ipRange: '10.20.0.32/27' },
        { cidr: 'fd00:20::/64', gateway: 'fd00:20::1' },
      ],
    },
    {
      id: 'shop/open',
      host: 'local',
      subnets: [{ cidr: '172.28.0.0/29', auxAddresses: { printer: '172.28.0.5' } }],
    },
    { id: 'shop/docker', host: 'local' },
  ],
  containers: [
    {
      id: 'shop/db',
      host: 'local',
      mode: 'networks',
      attachments: [{ network: 'shop/back', ipv4: '10.20.0.2', ipv6: 'fd00:20::2' }],
    },
    { id: 'shop/web', host: 'local', mode: 'networks', attachments: [{ network: 'shop/open' }] },
  ],
  addressPlans: [
    {
      id: 'plan',
      pools: ['10.20.0.0/16', 'fd00:20::/48'],
      reserved: ['10.20.9.0/24', '10.20.0.8/30'],
      avoided: ['10.20.128.0/17'],
    },
  ],
});

function topology(parts: object): Topology {
  const hosts = [{ id: 'local', endpoint: 'environment' }];
  const empty = { networks: [], volumes: [], containers: [] };
  return parseTopology(JSON.stringify({ version: 1, hosts, ...empty, ...parts }), 'test');
}

const { pools, others } = addressUsage(TOPOLOGY);

test('counts what of a pool is used, reserved, avoided and free', () => {
  expect(pools[0]).toMatchObject({
    plan: 'plan',
    pool: '10.20.0.0/16',
    size: '65536',
    used: '64',
    reserved: '256',
    avoided: '32768',
    free: String(65536 - 64 - 256 - 32768),
  });
});

test('counts what of a network is used, reserved, dynamic and free', () => {
  expect(pools[0]!.networks).toEqual([
    {
      network: 'shop/back',
      host: 'local',
      cidr: '10.20.0.0/26',
      size: '64',
      used: '2',
      reserved: '6',
      dynamic: '31',
      free: '25',
    },
  ]);
});

test('counts IPv6 without losing a digit', () => {
  expect(pools[1]!.networks[0]).toMatchObject({
    size: '18446744073709551616',
    used: '2',
    reserved: '1',
    free: '18446744073709551613',
  });
});

test('shows networks outside the pools, where all that is left is Docker’s to hand out', () => {
  expect(others).toMatchObject([
    { network: 'shop/open', size: '8', used: '2', reserved: '2', dynamic: '4', free: '0' },
  ]);
});

test('adds each part up to the whole', () => {
  for (const one of [...pools.flatMap(({ networks }) => networks), ...others]) {
    const sum = [one.used, one.reserved, one.dynamic, one.free].reduce((a, b) => a + BigInt(b), 0n);
    expect(String(sum)).toBe(one.size);
  }
});

test('draws a bar for each network', () => {
  expect(renderAddresses({ pools, others })).toBe(
    [
      '10.20.0.0/16 of plan: 64 in networks, 256 reserved, 32768 avoided, 32448 free',
      '  shop/back  10.20.0.0/26   [#xx~~~~~~~~~~~~.........]  2 used, 6 reserved, 31 dynamic, 25 free',
      '',
      'fd00:20::/48 of plan: about 2^64 in networks, 0 reserved, 0 avoided, about 2^79 free',
      '  shop/back  fd00:20::/64   [#x......................]  2 used, 1 reserved, 0 dynamic, about 2^63 free',
      '',
      'networks outside the pools',
      '  shop/open  172.28.0.0/29  [######xxxxxx~~~~~~~~~~~~]  2 used, 2 reserved, 4 dynamic, 0 free',
      '',
      '# used   x reserved   ~ handed out by Docker   . free',
    ].join('\n'),
  );
});

test('says so when no block is known', () => {
  expect(renderAddresses(addressUsage(topology({})))).toBe('No network has a block that is known.');
});

test.each([
  ['10.20.0.2', 'belongs to shop/db in shop/back (10.20.0.0/26)'],
  ['fd00:20::2', 'belongs to shop/db in shop/back (fd00:20::/64)'],
  ['10.20.0.1', 'is the gateway of shop/back (10.20.0.0/26)'],
  ['172.28.0.1', 'is the gateway of shop/open (172.28.0.0/29)'],
  ['172.28.0.5', "is the auxiliary address 'printer' of shop/open (172.28.0.0/29)"],
  ['10.20.0.0', 'is the network address of shop/back (10.20.0.0/26)'],
  ['10.20.0.63', 'is the broadcast address of shop/back (10.20.0.0/26)'],
  ['10.20.0.40', 'is in shop/back (10.20.0.0/26), for Docker to hand out'],
  ['10.20.0.9', 'is in shop/back (10.20.0.0/26), reserved by plan'],
  ['10.20.0.20', 'is free in shop/back (10.20.0.0/26)'],
  ['10.20.9.1', 'is in pool 10.20.0.0/16, reserved by plan'],
  ['10.20.200.1', 'is in pool 10.20.0.0/16, and avoided as somebody else uses it'],
  ['10.20.7.1', 'is free in pool 10.20.0.0/16'],
  ['192.168.1.1', 'is in no network and no pool.'],
])('says of %s that it %s', (address, sentence) => {
  const owners = addressOwners(TOPOLOGY, parseAddress(address, 'test'));
  expect(renderOwners(address, owners)).toBe(`${address} ${sentence}`);
});

test('names both owners when two hosts use one block', () => {
  const network = (id: string, host: string): object => ({
    id,
    host,
    subnets: [{ cidr: '10.0.0.0/24' }],
  });
  const twice = topology({
    hosts: ['a', 'b'].map((id) => ({ id, endpoint: 'environment' })),
    networks: [network('one/net', 'a'), network('two/net', 'b')],
  });
  expect(addressOwners(twice, parseAddress('10.0.0.1', 'test'))).toEqual([
    { kind: 'gateway', network: 'one/net', cidr: '10.0.0.0/24' },
    { kind: 'gateway', network: 'two/net', cidr: '10.0.0.0/24' },
  ]);
});
