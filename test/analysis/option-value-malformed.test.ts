import { optionValueMalformed } from '../../src/analysis/rules/option-value-malformed';
import { messages, type NetworkPart } from './topologies';

const found = (key: string, value: string, more: Partial<NetworkPart> = {}): string[] =>
  messages(optionValueMalformed, { networks: [{ id: 'net', options: { [key]: value }, ...more }] });

const ICC = 'com.docker.network.bridge.enable_icc';
const MTU = 'com.docker.network.driver.mtu';
const BINDING = 'com.docker.network.bridge.host_binding_ipv4';

test.each([
  [ICC, 'yes', "write 'true' or 'false'"],
  [ICC, '', "write 'true' or 'false'"],
  [ICC, 'tRUE', "write 'true' or 'false'"],
  [MTU, '1450b', "write a number, such as '1450'"],
  [MTU, '-1', "write a number, such as '1450'"],
  [MTU, '1450.0', "write a number, such as '1450'"],
  [BINDING, 'localhost', "write an address, such as '127.0.0.1'"],
  [BINDING, '127.0.0.1/32', "write an address, such as '127.0.0.1'"],
])('finds %s = %s', (key, value, fix) => {
  expect(found(key, value)).toEqual([
    `net: option ${key} is '${value}'; ${fix} [OPTION_VALUE_MALFORMED]`,
  ]);
});

test.each([
  [ICC, 'T'],
  [ICC, '0'],
  [MTU, '1450'],
  [BINDING, '::1'],
  ['com.docker.network.bridge.name', 'no'],
  ['com.docker.network.bridge.enable_iccc', 'no'],
])('lets %s = %s pass', (key, value) => {
  expect(found(key, value)).toEqual([]);
});

test.each([
  ['of a plugin', { driver: 'weave' }],
  ['that exist already', { external: true }],
])('says nothing of networks %s', (_which, network) => {
  expect(found(ICC, 'yes', network)).toEqual([]);
});
