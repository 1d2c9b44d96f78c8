import { MacvlanNetwork, type MacvlanNetworkProps } from 'portolan';
import { onlyResource, shop } from '../support/synth';

test.each<[MacvlanNetworkProps, string, string]>([
  [{ parent: 'eth0.50' }, 'parent', 'eth0.50'],
  ...(['bridge', 'vepa', 'private', 'passthru'] as const).map(
    (mode): [MacvlanNetworkProps, string, string] => [{ mode }, 'macvlan_mode', mode],
  ),
])('writes %j as a driver option', (props, key, value) => {
  const stack = shop();
  new MacvlanNetwork(stack, 'lan', props);
  expect(onlyResource(stack, 'docker_network')['options']).toEqual({ [key]: value });
});
