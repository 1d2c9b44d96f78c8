import { daemonIpNotApplied } from '../../src/analysis/rules/daemon-ip-not-applied';
import { parsePublish } from '../../src/notation/publish';
import { defaultBridge, messages, places, type NetworkPart, type Parts } from './topologies';

function topology(
  publish: readonly string[],
  network: NetworkPart = { id: 'back' },
  ip: string | undefined = '127.0.0.1',
): Parts {
  return {
    hosts: [{ id: 'local', daemon: { ip } }],
    networks: [network],
    containers: [
      {
        id: 'web',
        publish: publish.flatMap((text) => parsePublish(text, 'web')),
        attachments: [{ network: network.id }],
      },
    ],
  };
}

test('names the ports that are open on every address, once for each container', () => {
  expect(
    messages(daemonIpNotApplied, topology(['8080:80', '127.0.0.1:9000:9000', '443:443'])),
  ).toEqual([
    "web: it publishes '443:443' and '8080:80' on every address of host local: ip 127.0.0.1 of the daemon is for the default bridge alone; write the address before the port, such as '127.0.0.1:8080:80', or give the network hostBinding '127.0.0.1' [DAEMON_IP_NOT_APPLIED]",
  ]);
});

test('writes an IPv6 address in brackets', () => {
  const [message] = messages(daemonIpNotApplied, topology(['8080:80'], { id: 'back' }, '::1'));
  expect(message).toContain("such as '[::1]:8080:80'");
});

test.each<[string, Parts]>([
  ['that are written with an address', topology(['10.0.0.5:8080:80'])],
  ['on the default bridge', topology(['8080:80'], defaultBridge())],
  [
    'in a network with an address of its own',
    topology(['8080:80'], {
      id: 'back',
      options: { 'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1' },
    }),
  ],
  ['in a network that exists already', topology(['8080:80'], { id: 'back', external: true })],
  ['that are opened nowhere', topology(['8080:80'], { id: 'back', internal: true })],
  ['where every address is meant', topology(['8080:80'], { id: 'back' }, '0.0.0.0')],
])('says nothing of ports %s', (_why, parts) => {
  expect(places(daemonIpNotApplied, parts)).toEqual([]);
});

test('says nothing without an ip of the daemon', () => {
  const { networks, containers } = topology(['8080:80']);
  expect(places(daemonIpNotApplied, { networks, containers })).toEqual([]);
});
