import { hostsShareSubnet } from '../../src/analysis/rules/hosts-share-subnet';
import { blocks, defaultBridge, member, messages, places, type NetworkPart } from './topologies';

const hosts = [{ id: 'local' }, { id: 'nas' }, { id: 'edge' }];
const net = (host: string, more: Partial<NetworkPart> = {}): NetworkPart => ({
  id: `${host}/net`,
  host,
  subnets: blocks('172.27.0.0/16'),
  ...more,
});

test('names all hosts at the first of the networks', () => {
  const networks = [net('nas'), net('local'), net('edge')];
  expect(messages(hostsShareSubnet, { hosts, networks })).toEqual([
    expect.stringMatching(/^edge\/net: hosts edge, local and nas all have 172\.27\.0\.0\/16/),
  ]);
});

test.each([
  ['of one host', [net('nas'), net('nas', { id: 'other' })]],
  ['of macvlan networks on one LAN', [net('nas', { driver: 'macvlan' }), net('local')]],
  ['that differ', [net('nas'), net('local', { subnets: blocks('172.28.0.0/16') })]],
  ['that only Terraform knows', [net('nas', { subnets: [{}] }), net('local', { subnets: [{}] })]],
])('does not report blocks %s', (_which, networks) => {
  expect(places(hostsShareSubnet, { hosts, networks })).toEqual([]);
});

test('finds default bridges that somebody is on', () => {
  const networks = [defaultBridge('nas'), defaultBridge('local')];
  const containers = [{ ...member('a', 'nas:bridge'), host: 'nas' }, member('b', 'local:bridge')];
  expect(places(hostsShareSubnet, { hosts, networks, containers })).toEqual(['local:bridge']);
  expect(places(hostsShareSubnet, { hosts, networks })).toEqual([]);
});
