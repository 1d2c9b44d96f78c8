import { IpvlanNetwork, type IpvlanNetworkProps } from 'portolan';
import { onlyResource, shop } from '../support/synth';

test.each<[IpvlanNetworkProps, string, string]>([
  [{ parent: 'eth0.50' }, 'parent', 'eth0.50'],
  ...(['l2', 'l3', 'l3s'] as const).map((mode): [IpvlanNetworkProps, string, string] => [
    { mode },
    'ipvlan_mode',
    mode,
  ]),
  ...(['bridge', 'private', 'vepa'] as const).map((flag): [IpvlanNetworkProps, string, string] => [
    { flag },
    'ipvlan_flag',
    flag,
  ]),
])('writes %j as a driver option', (props, key, value) => {
  const stack = shop();
  new IpvlanNetwork(stack, 'lan', props);
  expect(onlyResource(stack, 'docker_network')['options']).toEqual({ [key]: value });
});
