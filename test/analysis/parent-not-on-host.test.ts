import { parentNotOnHost } from '../../src/analysis/rules/parent-not-on-host';
import { messages, places, type NetworkPart } from './topologies';

const interfaces = ['lo', 'docker0', 'eth0', 'wlan0', 'eth1.7'].map((name) => ({ name }));

const found = (parent: string, more: Partial<NetworkPart> = {}): string[] =>
  messages(parentNotOnHost, {
    hosts: [{ id: 'local', interfaces }],
    networks: [{ id: 'lan', driver: 'macvlan', options: { parent }, ...more }],
  });

test.each([
  ['eth1', "its parent 'eth1' is no interface of host local"],
  ['eth1.50', "its parent 'eth1.50' is no interface of host local"],
  ['ETH0', "its parent 'ETH0' is no interface of host local"],
  ['lo', "its parent 'lo' is the loopback interface"],
  ['eth0.0', "its parent 'eth0.0' has the VLAN 0, and there are 1 to 4094"],
  ['eth0.4095', "its parent 'eth0.4095' has the VLAN 4095, and there are 1 to 4094"],
])('finds %s, and offers what leads to the LAN', (parent, problem) => {
  expect(found(parent)).toEqual([
    `lan: ${problem}; name one of eth0, wlan0 and eth1.7, or a VLAN such as eth0.50 [PARENT_NOT_ON_HOST]`,
  ]);
});

test.each(['eth0', 'eth0.1', 'eth0.4094', 'eth1.7', 'docker0'])('lets %s pass', (parent) => {
  expect(found(parent)).toEqual([]);
});

test('looks at ipvlan networks, too, and at no others', () => {
  expect(found('eth9', { driver: 'ipvlan' })).toHaveLength(1);
  expect(found('eth9', { driver: 'bridge' })).toEqual([]);
  expect(found('eth9', { external: true })).toEqual([]);
});

test('says nothing of a host whose interfaces nobody lists', () => {
  const networks = [{ id: 'lan', driver: 'macvlan', options: { parent: 'eth9' } }];
  expect(places(parentNotOnHost, { networks })).toEqual([]);
});

test('has other advice where no interface leads to the LAN', () => {
  const parts = {
    hosts: [{ id: 'local', interfaces: [{ name: 'lo' }] }],
    networks: [{ id: 'lan', driver: 'macvlan', options: { parent: 'eth0' } }],
  };
  expect(messages(parentNotOnHost, parts)).toEqual([
    expect.stringContaining('; name an interface of the host that leads to the LAN ['),
  ]);
});
