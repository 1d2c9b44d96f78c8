import { networkDonorEnds } from '../../src/analysis/rules/network-donor-ends';
import { places, type ContainerPart } from './topologies';

const web: ContainerPart = { id: 'shop/web', mode: 'container', modeContainer: 'shop/setup' };

test.each<[string, readonly ContainerPart[], readonly string[]]>([
  ['a OneShot', [web, { id: 'shop/setup', oneShot: true }], ['shop/web']],
  ['a container that stays up', [web, { id: 'shop/setup' }], []],
  ['a container that is not in the topology', [web], []],
  [
    'a OneShot of another stack, by its name',
    [
      { ...web, modeContainer: 'blog/setup' },
      { id: 'shop/setup', name: 'setup', oneShot: true },
      { id: 'blog/setup', name: 'setup', external: true },
    ],
    ['shop/web'],
  ],
])('of the network of %s', (_, containers, found) => {
  expect(places(networkDonorEnds, { containers })).toEqual(found);
});

test('lets a OneShot share the network of a container that stays up', () => {
  const containers: ContainerPart[] = [{ ...web, oneShot: true }, { id: 'shop/setup' }];
  expect(places(networkDonorEnds, { containers })).toEqual([]);
});
