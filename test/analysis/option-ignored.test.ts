import { optionIgnored } from '../../src/analysis/rules/option-ignored';
import { messages, type NetworkPart } from './topologies';

const found = (
  key: string,
  value: string,
  engineVersion?: string,
  more: Partial<NetworkPart> = {},
): string[] =>
  messages(optionIgnored, {
    hosts: [{ id: 'local', ...(engineVersion === undefined ? {} : { engineVersion }) }],
    networks: [{ id: 'net', options: { [key]: value }, ...more }],
  });

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';
const TRUSTED = 'com.docker.network.bridge.trusted_host_interfaces';

test.each([
  [MODE, 'routed', '26.1', '27.0'],
  [MODE, 'nat-unprotected', '27.5', '28.0'],
  [MODE, 'isolated', '27.5', '28.0'],
  [TRUSTED, 'eth1', '28.1.1', '28.2'],
  ['com.docker.network.host_ipv6', 'fd00:1::1', '24.0', '25.0'],
])('finds %s = %s on engine %s, and not on %s', (key, value, old, since) => {
  expect(found(key, value, old)).toEqual([
    expect.stringContaining(`host local has engine ${old}; use a newer engine, or drop the option`),
  ]);
  expect(found(key, value, since)).toEqual([]);
});

test('asks for the version where it is not known', () => {
  expect(found(TRUSTED, 'eth1')).toEqual([
    `net: option ${TRUSTED} = eth1 needs engine 28.2, older ones ignore or refuse it, and the engine of host local has an unknown version; say engineVersion of the DockerHost when it is that new, or drop the option [OPTION_IGNORED]`,
  ]);
});

test.each([
  [MODE, 'nat'],
  ['com.docker.network.bridge.enable_icc', 'false'],
  ['com.docker.network.enable_ipv4', 'false'],
])('says nothing of %s = %s on an old engine', (key, value) => {
  expect(found(key, value, '20.10.24')).toEqual([]);
});

test.each([
  ['of a plugin', { driver: 'weave' }],
  ['of another driver', { driver: 'macvlan' }],
  ['that exist already', { external: true }],
])('says nothing of networks %s', (_which, network) => {
  expect(found(MODE, 'routed', '20.10.24', network)).toEqual([]);
});
