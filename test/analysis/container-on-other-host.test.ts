import { containerOnOtherHost } from '../../src/analysis/rules/container-on-other-host';
import { places, type ContainerPart } from './topologies';

const hosts = [{ id: 'local' }, { id: 'nas' }];
const web: ContainerPart = { id: 'shop/web', mode: 'container', modeContainer: 'shop/vpn' };

test.each<[string, readonly ContainerPart[], readonly string[]]>([
  ['on another host', [web, { id: 'shop/vpn', host: 'nas' }], ['shop/web']],
  ['on the same host', [web, { id: 'shop/vpn' }], []],
  ['that is not in the topology', [web], []],
  [
    'of another stack, by its name',
    [
      { ...web, modeContainer: 'blog/vpn' },
      { id: 'shop/vpn', name: 'vpn', host: 'nas' },
      { id: 'blog/vpn', name: 'vpn', host: 'nas', external: true },
    ],
    ['shop/web'],
  ],
])('of a donor %s', (_, containers, found) => {
  expect(places(containerOnOtherHost, { hosts, containers })).toEqual(found);
});

test('finds nothing of a container in networks', () => {
  const containers: ContainerPart[] = [
    { ...web, mode: 'networks', modeContainer: undefined },
    { id: 'shop/vpn', host: 'nas' },
  ];
  expect(places(containerOnOtherHost, { hosts, containers })).toEqual([]);
});
