import { adminPortOpen } from '../../src/analysis/rules/admin-port-open';
import { parsePublish } from '../../src/notation/publish';
import {
  messages,
  places,
  type Case,
  type ContainerPart,
  type HostPart,
  type NetworkPart,
} from './topologies';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';

function host(engineVersion: string | undefined, daemon: HostPart['daemon'] = {}): HostPart[] {
  return [{ id: 'local', engineVersion, daemon }];
}

function database(network: string, more: Partial<ContainerPart> = {}): ContainerPart {
  return { id: 'db', image: 'postgres:17', attachments: [{ network }], ...more };
}

const IN_HOST_MODE: ContainerPart = { id: 'db', image: 'postgres:17', mode: 'host' };
const LAN: NetworkPart = { id: 'lan', driver: 'macvlan', options: { parent: 'eth0' } };
const ROUTED: NetworkPart = { id: 'net', options: { [MODE]: 'routed' } };
const OPEN: NetworkPart = { id: 'net', options: { [MODE]: 'nat-unprotected' } };
const V6: NetworkPart = { id: 'net', ipv6: true };
const publish = parsePublish('5432', '');

test.each<Case>([
  ['host mode', { containers: [IN_HOST_MODE] }, ['db']],
  [
    'host mode on loopback',
    {
      containers: [
        { ...IN_HOST_MODE, listens: [{ port: 5432, protocol: 'tcp', address: '127.0.0.1' }] },
      ],
    },
    [],
  ],
  ['host mode of another program', { containers: [{ ...IN_HOST_MODE, image: 'nginx' }] }, []],
  [
    'another program in the stack of a container in host mode',
    {
      containers: [
        { id: 'app', mode: 'host' },
        { ...IN_HOST_MODE, mode: 'container', modeContainer: 'app' },
      ],
    },
    ['db'],
  ],
  ['a macvlan', { networks: [LAN], containers: [database('lan')] }, ['db']],
  [
    'an ipvlan',
    { networks: [{ ...LAN, driver: 'ipvlan' }], containers: [database('lan')] },
    ['db'],
  ],
  [
    'an internal macvlan',
    { networks: [{ ...LAN, internal: true }], containers: [database('lan')] },
    [],
  ],
  [
    'a routed network, published',
    { hosts: host('28.5'), networks: [ROUTED], containers: [database('net', { publish })] },
    ['db'],
  ],
  [
    'a routed network, not published',
    { hosts: host('28.5'), networks: [ROUTED], containers: [database('net')] },
    [],
  ],
  [
    'an unprotected network',
    { hosts: host('28.5'), networks: [OPEN], containers: [database('net')] },
    ['db'],
  ],
  [
    'an unprotected network of an engine that does not know the mode',
    { hosts: host('26.1'), networks: [OPEN], containers: [database('net')] },
    [],
  ],
  [
    'an engine that writes no rules',
    {
      hosts: host('28.5', { iptables: false }),
      networks: [{ id: 'net' }],
      containers: [database('net')],
    },
    ['db'],
  ],
  [
    'IPv6 without rules',
    { hosts: host('26.1'), networks: [V6], containers: [database('net')] },
    ['db'],
  ],
  ['IPv6 with rules', { hosts: host('28.5'), networks: [V6], containers: [database('net')] }, []],
  [
    'a bridge',
    { hosts: host('20.10.24'), networks: [{ id: 'net' }], containers: [database('net')] },
    [],
  ],
  [
    'what other rules say: published, or published on loopback',
    {
      hosts: host('26.1'),
      networks: [{ id: 'net' }],
      containers: [
        database('net', { publish: parsePublish('5432:5432', '') }),
        database('net', { id: 'db2', publish: parsePublish('127.0.0.1:5433:5432', '') }),
      ],
    },
    [],
  ],
  [
    'what is published on loopback of a network that is open by IPv6 alone',
    {
      hosts: host('26.1', { ip6tables: true, experimental: true }),
      networks: [V6],
      containers: [database('net', { publish: parsePublish('127.0.0.1:5433:5432', '') })],
    },
    [],
  ],
])('%s', (_, parts, expected) => {
  expect(places(adminPortOpen, parts)).toEqual(expected);
});

test('one finding for the ports of a program, with what opens them', () => {
  const containers = [{ id: 'db', image: 'mysql:8.4', mode: 'host' as const }];
  expect(messages(adminPortOpen, { containers })).toEqual([
    'db: ports 3306 and 33060 of MySQL are open to the LAN on 0.0.0.0 and :: in host mode; put it into a network, or let it listen on 127.0.0.1 and say so in listens [ADMIN_PORT_OPEN]',
  ]);
});

test.each<[string, HostPart[], NetworkPart, string]>([
  [
    'a mode',
    host('28.5'),
    OPEN,
    "db: port 5432 of PostgreSQL is open to the LAN at its own IPv4 address in net: net is nat-unprotected; use gatewayMode 'nat' and publish what others need [ADMIN_PORT_OPEN]",
  ],
  [
    'a version that is not known',
    host(undefined),
    OPEN,
    'db: port 5432 of PostgreSQL may be open to the LAN at its own IPv4 address in net: net is nat-unprotected',
  ],
  [
    'a missing rule',
    host('28.5', { iptables: false }),
    { id: 'net' },
    "in net: the engine writes no rules; let the engine write rules (iptables), or close the container's address on the host",
  ],
  [
    'a missing IPv6 rule',
    host('26.1'),
    V6,
    'at its own IPv6 address in net: the engine writes no IPv6 rules; let the engine write IPv6 rules (ip6tables,',
  ],
  [
    'a rule of the user',
    [{ id: 'local', engineVersion: '26.1', forwardRules: [{ to: 'net' }] }],
    { id: 'net' },
    'in net: forwardRules let everybody in to net; name in forwardRules who may come',
  ],
  [
    'a LAN',
    host('28.5'),
    { ...LAN, id: 'net' },
    'at its own IPv4 address in net; put it into a bridge network, or let a firewall in front',
  ],
])('names %s', (_, hosts, network, text) => {
  const [message] = messages(adminPortOpen, {
    hosts,
    networks: [network],
    containers: [database('net')],
  });
  expect(message).toContain(text);
});
