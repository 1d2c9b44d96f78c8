import { isolatedNotInternal } from '../../src/analysis/rules/isolated-not-internal';
import { messages, type NetworkPart } from './topologies';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv';

const found = (options: Readonly<Record<string, string>>, more: Partial<NetworkPart> = {}) =>
  messages(isolatedNotInternal, { networks: [{ id: 'net', options, ...more }] });

test.each([
  ['4', 'gatewayMode'],
  ['6', 'gatewayModeIpv6'],
])('finds the mode of IPv%s', (family, property) => {
  expect(found({ [`${MODE}${family}`]: 'isolated' })).toEqual([
    `net: ${property} is 'isolated', which only internal networks can be; set internal to true, or choose another gateway mode [ISOLATED_NOT_INTERNAL]`,
  ]);
});

test('names a network once whose both modes are wrong', () => {
  expect(found({ [`${MODE}4`]: 'isolated', [`${MODE}6`]: 'isolated' })).toHaveLength(1);
});

test.each([
  ['is internal', { internal: true }],
  ['is no bridge', { driver: 'macvlan' }],
  ['exists already', { external: true }],
])('says nothing of a network that %s', (_why, network) => {
  expect(found({ [`${MODE}4`]: 'isolated' }, network)).toEqual([]);
});

test.each(['nat', 'nat-unprotected', 'routed'])('lets the mode %s pass', (mode) => {
  expect(found({ [`${MODE}4`]: mode })).toEqual([]);
});
