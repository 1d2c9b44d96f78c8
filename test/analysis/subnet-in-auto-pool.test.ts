import { subnetInAutoPool } from '../../src/analysis/rules/subnet-in-auto-pool';
import { blocks, messages, places, type NetworkPart } from './topologies';

const declared = (cidr: string): NetworkPart => ({
  id: 'shop/back',
  stack: 'shop',
  subnets: blocks(cidr),
});
const auto = (id: string, more: Partial<NetworkPart> = {}): NetworkPart => ({
  id,
  stack: 'tools',
  ...more,
});

test.each([
  ['172.18.0.0/16', true],
  ['172.18.5.0/24', true],
  ['172.19.0.0/16', true],
  ['172.20.0.0/16', false],
  ['172.17.0.0/16', false],
  ['10.0.0.0/16', false],
])('looks as far into the pools as there are networks: %s', (cidr, isFound) => {
  const networks = [declared(cidr), auto('tools/net')];
  expect(places(subnetInAutoPool, { networks })).toEqual(isFound ? ['shop/back'] : []);
});

test('names one of several networks that Docker picks for', () => {
  const networks = [declared('172.18.0.0/16'), auto('tools/b'), auto('tools/a')];
  expect(messages(subnetInAutoPool, { networks })).toEqual([
    expect.stringContaining('and tools/a of another stack takes the first free one'),
  ]);
});

test.each([
  ['is in the same stack', auto('shop/net', { stack: 'shop' })],
  ['is an overlay', auto('tools/net', { driver: 'overlay' })],
  ['has a block of its own', auto('tools/net', { subnets: blocks('10.0.0.0/24') })],
  ['exists already', auto('tools/net', { external: true })],
  ['may get its block from Terraform', auto('tools/net', { unknown: ['subnets'] })],
  ['gets its addresses from another IPAM driver', auto('tools/net', { ipamDriver: 'null' })],
])('says nothing where the other network %s', (_why, other) => {
  expect(places(subnetInAutoPool, { networks: [declared('172.18.0.0/16'), other] })).toEqual([]);
});

test('says nothing where the other network is on another host', () => {
  const hosts = [{ id: 'local' }, { id: 'nas' }];
  const networks = [declared('172.18.0.0/16'), auto('tools/net', { host: 'nas' })];
  expect(places(subnetInAutoPool, { hosts, networks })).toEqual([]);
});

test('takes the pools that the engine was given', () => {
  const hosts = [{ id: 'local', addressPools: [{ base: '10.200.0.0/16', size: 24 }] }];
  const find = (cidr: string): string[] =>
    places(subnetInAutoPool, { hosts, networks: [declared(cidr), auto('tools/net')] });
  expect([find('10.200.1.0/24'), find('172.18.0.0/16')]).toEqual([['shop/back'], []]);
});
