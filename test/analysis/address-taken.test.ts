import { addressTaken } from '../../src/analysis/rules/address-taken';
import { messages, places, type ContainerPart } from './topologies';

const back = {
  id: 'shop/back',
  name: 'back',
  subnets: [
    { cidr: '172.27.0.0/24', gateway: '172.27.0.9', auxAddresses: { router: '172.27.0.254' } },
  ],
};

function at(id: string, ipv4: string, more: Partial<ContainerPart> = {}): ContainerPart {
  return { id, attachments: [{ network: 'shop/back', ipv4 }], ...more };
}

test.each([
  ['172.27.0.0', 'the block, as network address of 172.27.0.0/24'],
  ['172.27.0.255', 'the block, as broadcast address of 172.27.0.0/24'],
  ['172.27.0.9', 'the gateway'],
  ['172.27.0.254', "the auxiliary address 'router'"],
])('says that %s belongs to %s', (address, owner) => {
  const parts = { networks: [back], containers: [at('shop/web', address)] };
  expect(messages(addressTaken, parts)).toEqual([
    `shop/web: address ${address} in shop/back belongs to ${owner}; choose another address [ADDRESS_TAKEN]`,
  ]);
});

test.each(['172.27.0.1', '172.27.0.253', '10.0.0.0'])('lets a container have %s', (address) => {
  const parts = { networks: [back], containers: [at('shop/web', address)] };
  expect(messages(addressTaken, parts)).toEqual([]);
});

test.each([
  ['172.27.0.0/24', undefined, '172.27.0.1'],
  ['172.27.0.0/24', '172.27.0.128/25', '172.27.0.128'],
  ['172.27.0.0/24', '172.27.0.0/25', '172.27.0.1'],
])('knows the gateway that Docker takes in %s with the range %s', (cidr, ipRange, gateway) => {
  const networks = [{ id: 'shop/back', subnets: [{ cidr, ipRange }] }];
  const parts = { networks, containers: [at('shop/web', gateway)] };
  expect(messages(addressTaken, parts)).toEqual([
    `shop/web: address ${gateway} in shop/back belongs to the gateway, which Docker puts at ${gateway}; choose another address [ADDRESS_TAKEN]`,
  ]);
});

test.each([
  ['fd27::', ['shop/web']],
  ['fd27::ffff:ffff:ffff:ffff', []],
])('of the IPv6 address %s it finds %j', (ipv6, found) => {
  const networks = [{ id: 'shop/back', ipv6: true, subnets: [{ cidr: 'fd27::/64' }] }];
  const containers = [{ id: 'shop/web', attachments: [{ network: 'shop/back', ipv6 }] }];
  expect(places(addressTaken, { networks, containers })).toEqual(found);
});

test('names the first container by id to all others', () => {
  const containers = ['shop/c', 'shop/a', 'shop/b'].map((id) => at(id, '172.27.0.10'));
  expect(messages(addressTaken, { networks: [back], containers })).toEqual(
    ['shop/b', 'shop/c'].map(
      (id) =>
        `${id}: address 172.27.0.10 in shop/back belongs to shop/a; choose another address [ADDRESS_TAKEN]`,
    ),
  );
});

test('compares two spellings of one IPv6 address', () => {
  const networks = [{ id: 'shop/back', ipv6: true, subnets: [{ cidr: 'fd27::/64' }] }];
  const containers = ['fd27::10', 'FD27:0:0::10'].map((ipv6, index) => ({
    id: `shop/web${String(index)}`,
    attachments: [{ network: 'shop/back', ipv6 }],
  }));
  expect(places(addressTaken, { networks, containers })).toEqual(['shop/web1']);
});

test('lets two networks have the same address', () => {
  const networks = [back, { ...back, id: 'shop/other', name: 'other' }];
  const attachments = [{ network: 'shop/other', ipv4: '172.27.0.10' }];
  const containers = [at('shop/a', '172.27.0.10'), { id: 'shop/b', attachments }];
  expect(places(addressTaken, { networks, containers })).toEqual([]);
});

test('finds a container of another stack that has the address', () => {
  const networks = [back, { id: 'blog/back', name: 'back', external: true }];
  const attachments = [{ network: 'blog/back', ipv4: '172.27.0.10' }];
  const containers = [at('shop/a', '172.27.0.10'), { id: 'blog/b', attachments }];
  expect(places(addressTaken, { networks, containers })).toEqual(['shop/a']);
});

test('lets a container have the address of a OneShot that has ended, and no third one', () => {
  const dependsOn = [{ container: 'shop/a', condition: 'completed' as const }];
  const setup = at('shop/a', '172.27.0.10', { oneShot: true });
  const web = at('shop/b', '172.27.0.10', { dependsOn });
  const api = at('shop/c', '172.27.0.10', { dependsOn });
  expect(places(addressTaken, { networks: [back], containers: [setup, web] })).toEqual([]);
  expect(messages(addressTaken, { networks: [back], containers: [setup, web, api] })).toEqual([
    'shop/c: address 172.27.0.10 in shop/back belongs to shop/b; choose another address [ADDRESS_TAKEN]',
  ]);
});
