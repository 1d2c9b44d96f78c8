import { auxAddressTaken } from '../../src/analysis/rules/aux-address-taken';
import { messages, type NetworkPart } from './topologies';

type Subnet = NonNullable<NetworkPart['subnets']>[number];

const found = (subnet: Subnet): string[] =>
  messages(auxAddressTaken, { networks: [{ id: 'net', subnets: [subnet] }] });

test.each<readonly [string, Subnet, string]>([
  [
    'the declared gateway',
    { cidr: '10.0.0.0/24', gateway: '10.0.0.254', auxAddresses: { nas: '10.0.0.254' } },
    "'nas' is 10.0.0.254, the gateway",
  ],
  [
    'the gateway that Docker takes',
    { cidr: '10.0.0.0/24', auxAddresses: { nas: '10.0.0.1' } },
    "'nas' is 10.0.0.1, the gateway",
  ],
  [
    'the gateway that Docker takes from a range',
    { cidr: '10.0.0.0/24', ipRange: '10.0.0.64/26', auxAddresses: { nas: '10.0.0.64' } },
    "'nas' is 10.0.0.64, the gateway",
  ],
  [
    'the network address',
    { cidr: '10.0.0.0/24', auxAddresses: { nas: '10.0.0.0' } },
    "'nas' is 10.0.0.0, the network address of 10.0.0.0/24",
  ],
  [
    'the broadcast address',
    { cidr: '10.0.0.0/24', auxAddresses: { nas: '10.0.0.255' } },
    "'nas' is 10.0.0.255, the broadcast address of 10.0.0.0/24",
  ],
  [
    'another one, written in another way',
    { cidr: 'fd00:1::/64', auxAddresses: { nas: 'fd00:1::7', box: 'FD00:1:0:0::7' } },
    "'nas' is fd00:1::7, as is 'box'",
  ],
])('finds %s', (_what, subnet, text) => {
  expect(found(subnet)).toEqual([expect.stringContaining(`auxiliary address ${text}`)]);
});

test('lets the first address pass where the gateway is another one', () => {
  const auxAddresses = { nas: '10.0.0.1', box: '10.0.0.254' };
  expect(found({ cidr: '10.0.0.0/24', gateway: '10.0.0.2', auxAddresses })).toEqual([]);
});

test('names the first of three equal ones in the two others', () => {
  const auxAddresses = { c: '10.0.0.7', a: '10.0.0.7', b: '10.0.0.7' };
  expect(found({ cidr: '10.0.0.0/24', auxAddresses })).toEqual([
    expect.stringContaining("'b' is 10.0.0.7, as is 'a'"),
    expect.stringContaining("'c' is 10.0.0.7, as is 'a'"),
  ]);
});

test('says nothing of a gateway that only Terraform knows', () => {
  const subnets = [{ cidr: '10.0.0.0/24', auxAddresses: { nas: '10.0.0.1' } }];
  const networks = [{ id: 'net', subnets, unknown: ['subnets/0/gateway'] }];
  expect(messages(auxAddressTaken, { networks })).toEqual([]);
});
