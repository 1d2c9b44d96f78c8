import { networkDonorRestarts } from '../../src/analysis/rules/network-donor-restarts';
import { messages, places, type ContainerPart } from './topologies';

const web: ContainerPart = { id: 'shop/web', mode: 'container', modeContainer: 'shop/vpn' };

test.each([
  [undefined, []],
  [{ name: 'no' as const }, []],
  [{ name: 'always' as const }, ['shop/web']],
  [{ name: 'on-failure' as const, maxRetries: 3 }, ['shop/web']],
])('of a donor with the policy %j it finds %j', (restart, found) => {
  const containers = [web, { id: 'shop/vpn', restart }];
  expect(places(networkDonorRestarts, { containers })).toEqual(found);
});

test('looks at no OneShot: it has ended before', () => {
  const containers = [
    { ...web, oneShot: true },
    { id: 'shop/vpn', restart: { name: 'always' as const } },
  ];
  expect(places(networkDonorRestarts, { containers })).toEqual([]);
});

test('says it of each container that shares the network', () => {
  const containers = [
    web,
    { ...web, id: 'shop/api' },
    { id: 'shop/vpn', restart: { name: 'unless-stopped' as const } },
  ];
  expect(messages(networkDonorRestarts, { containers })).toEqual(
    ['shop/api', 'shop/web'].map(
      (id) =>
        `${id}: it shares the network of shop/vpn, which Docker restarts by itself (unless-stopped): after that this one has loopback alone; put both into one network, or restart it whenever shop/vpn was [NETWORK_DONOR_RESTARTS]`,
    ),
  );
});
