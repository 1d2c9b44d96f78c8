import { auxAddressOutsideSubnet } from '../../src/analysis/rules/aux-address-outside-subnet';
import { messages, type NetworkPart } from './topologies';

const found = (
  auxAddresses: Readonly<Record<string, string>>,
  more: Partial<NetworkPart> = {},
): string[] =>
  messages(auxAddressOutsideSubnet, {
    networks: [{ id: 'net', subnets: [{ cidr: '10.0.1.0/24', auxAddresses }], ...more }],
  });

test('finds each address outside', () => {
  expect(found({ low: '10.0.0.255', high: '10.0.2.0', good: '10.0.1.7' })).toEqual([
    expect.stringContaining("'high' is 10.0.2.0, outside subnet 10.0.1.0/24"),
    expect.stringContaining("'low' is 10.0.0.255, outside subnet 10.0.1.0/24"),
  ]);
});

test('finds an address of the other IP version', () => {
  expect(found({ printer: 'fd00:1::7' })).toHaveLength(1);
});

test.each(['10.0.1.1', '10.0.1.255'])('lets %s pass here', (printer) => {
  expect(found({ printer })).toEqual([]);
});

test('lets an address outside the range that Docker hands out pass', () => {
  const subnets = [
    { cidr: '10.0.1.0/24', ipRange: '10.0.1.128/25', auxAddresses: { printer: '10.0.1.7' } },
  ];
  expect(found({}, { subnets })).toEqual([]);
});

test('says nothing of networks that exist already', () => {
  expect(found({ printer: '10.0.2.7' }, { external: true })).toEqual([]);
});
