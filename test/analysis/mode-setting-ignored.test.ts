import { modeSettingIgnored } from '../../src/analysis/rules/mode-setting-ignored';
import { messages, places, type ContainerPart } from './topologies';

test.each<[string, Partial<ContainerPart>]>([
  ["domainname 'example.org'", { domainname: 'example.org' }],
  ['dnsSearch lan, example.org', { dnsSearch: ['lan', 'example.org'] }],
  ['dnsOptions ndots:2', { dnsOptions: ['ndots:2'] }],
])('finds %s beside the network of another container', (text, setting) => {
  const containers: ContainerPart[] = [
    { id: 'shop/web', mode: 'container', modeContainer: 'shop/vpn', ...setting },
  ];
  expect(messages(modeSettingIgnored, { containers })).toEqual([
    `shop/web: its ${text} does nothing, as it shares the network of shop/vpn; set that on shop/vpn [MODE_SETTING_IGNORED]`,
  ]);
});

test.each(['host', 'none', 'networks'] as const)('finds nothing in %s mode', (mode) => {
  const container = { id: 'shop/web', mode, domainname: 'example.org', dnsSearch: ['lan'] };
  expect(places(modeSettingIgnored, { containers: [container] })).toEqual([]);
});

test('leaves what Docker refuses to another rule', () => {
  const container: ContainerPart = { id: 'shop/web', mode: 'container', hostname: 'web' };
  expect(places(modeSettingIgnored, { containers: [container] })).toEqual([]);
});
