import { optionUnknown } from '../../src/analysis/rules/option-unknown';
import { messages, type NetworkPart } from './topologies';

const found = (key: string, more: Partial<NetworkPart> = {}): string[] =>
  messages(optionUnknown, { networks: [{ id: 'net', options: { [key]: 'true' }, ...more }] });

const BRIDGE = 'com.docker.network.bridge';

test.each([
  [`${BRIDGE}.enable_iccc`, `did you mean ${BRIDGE}.enable_icc?`],
  [`${BRIDGE}.host_binding_ip4`, `did you mean ${BRIDGE}.host_binding_ipv4?`],
  ['enable_icc', `did you mean ${BRIDGE}.enable_icc?`],
  ['parent', 'remove it, or use a network of the macvlan driver'],
  ['encrypted', 'remove it, or use a network of the overlay driver'],
  ['com.docker.network.something.else', 'remove it'],
])('says what to do about %s', (key, fix) => {
  expect(found(key)).toEqual([
    `net: the bridge driver knows no option ${key}, and Docker ignores it; ${fix} [OPTION_UNKNOWN]`,
  ]);
});

test.each(['owner', 'org.example.team', 'toString', `${BRIDGE}.enable_icc`])(
  'says nothing of %s',
  (key) => {
    expect(found(key)).toEqual([]);
  },
);

test.each([
  ['of a plugin', { driver: 'weave' }],
  ['that exist already', { external: true }],
])('says nothing of networks %s', (_which, network) => {
  expect(found(`${BRIDGE}.enable_iccc`, network)).toEqual([]);
});

test('knows that an mtu does nothing on a macvlan network', () => {
  expect(found('com.docker.network.driver.mtu', { driver: 'macvlan' })).toEqual([
    expect.stringContaining('the macvlan driver knows no option com.docker.network.driver.mtu'),
  ]);
});
