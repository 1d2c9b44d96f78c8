import { BridgeNetwork, type BridgeNetworkProps } from 'portolan';
import { onlyResource, shop, topologyOf } from '../support/synth';

const BRIDGE = 'com.docker.network.bridge';
const FLAGS = [true, false] as const;

test.each<[BridgeNetworkProps, string, string]>([
  [{ bridgeName: 'br0' }, `${BRIDGE}.name`, 'br0'],
  ...FLAGS.map((icc): [BridgeNetworkProps, string, string] => [
    { icc },
    `${BRIDGE}.enable_icc`,
    String(icc),
  ]),
  ...FLAGS.map((masquerade): [BridgeNetworkProps, string, string] => [
    { masquerade },
    `${BRIDGE}.enable_ip_masquerade`,
    String(masquerade),
  ]),
  [{ mtuBytes: 1400 }, 'com.docker.network.driver.mtu', '1400'],
  [{ hostBinding: '127.0.0.1' }, `${BRIDGE}.host_binding_ipv4`, '127.0.0.1'],
  [{ hostIpv4: '10.0.0.5' }, 'com.docker.network.host_ipv4', '10.0.0.5'],
  [{ hostIpv6: 'fd00::5' }, 'com.docker.network.host_ipv6', 'fd00::5'],
  ...(['nat', 'nat-unprotected', 'routed', 'isolated'] as const).map(
    (gatewayMode): [BridgeNetworkProps, string, string] => [
      { gatewayMode },
      `${BRIDGE}.gateway_mode_ipv4`,
      gatewayMode,
    ],
  ),
  [{ gatewayModeIpv6: 'routed' }, `${BRIDGE}.gateway_mode_ipv6`, 'routed'],
  [{ trustedHostInterfaces: ['eth0', 'wg0'] }, `${BRIDGE}.trusted_host_interfaces`, 'eth0:wg0'],
  [{ interfacePrefix: 'lan' }, 'com.docker.network.container_iface_prefix', 'lan'],
  [{ inhibitIpv4: true }, `${BRIDGE}.inhibit_ipv4`, 'true'],
  [{ ipv4: false }, 'com.docker.network.enable_ipv4', 'false'],
  [{ driverOptions: { 'com.example.x': '${y}' } }, 'com.example.x', '$${y}'],
])('writes %j as a driver option', (props, key, value) => {
  const stack = shop();
  new BridgeNetwork(stack, 'front', props);
  expect(onlyResource(stack, 'docker_network')['options']).toEqual({ [key]: value });
  expect(topologyOf(stack).networks[0]?.options).toEqual({ [key]: value.replace('$$', '$') });
});

test('writes no option that nobody asked for', () => {
  const stack = shop();
  new BridgeNetwork(stack, 'front', { trustedHostInterfaces: [], driverOptions: {} });
  expect(onlyResource(stack, 'docker_network')).toEqual({
    name: 'shop-front',
    driver: 'bridge',
  });
});

test('rejects a driver option that has a property, when both are given', () => {
  const driverOptions = { [`${BRIDGE}.enable_icc`]: 'true' };
  expect(() => new BridgeNetwork(shop(), 'front', { icc: false, driverOptions })).toThrow(
    "shop/front: driverOptions has 'com.docker.network.bridge.enable_icc', which another property sets to 'false'; give one of the two [OPTION_GIVEN_TWICE]",
  );
});
