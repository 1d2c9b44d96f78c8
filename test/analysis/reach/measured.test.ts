import type { Parts } from '../topologies';
import {
  answersOf,
  box,
  bridge,
  codesOf,
  hostWith,
  letterOf,
  on,
  published,
  rowsOn,
} from './ground';

/** What random topologies on real engines showed that the tables of the facts do not say. */
const PARTS: Parts = {
  hosts: [
    hostWith({
      interfaces: [
        { name: 'lan0', addresses: ['192.168.5.10/24', '192.168.5.11/24', 'fd05::10/64'] },
      ],
    }),
  ],
  networks: [
    bridge('a', 1, { ipv6: true }),
    bridge('b', 2, { ipv6: true }),
    bridge('z', 3, { name: 'Z4', ipv6: true }),
    {
      id: 'mv',
      driver: 'macvlan',
      options: { parent: 'lan0' },
      subnets: [{ cidr: '192.168.5.0/24', gateway: '192.168.5.1' }],
    },
  ],
  containers: [
    box('src', ['a']),
    box('named', ['a', 'b', 'z'], { hostname: 'own' }),
    box('upper', ['z']),
    box('six', ['b'], { publish: published('[::]:8080:80', '[::1]:8081:80/udp') }),
    box('four', ['b'], { publish: published('127.0.0.1:8082:80') }),
    box('wild', ['b'], { publish: published('8083:80/udp') }),
    box('specific', ['b'], { publish: published('192.168.5.10:8084:80/udp') }),
    box('two', ['a', 'b']),
    box('onlan', ['a', 'mv'], { publish: published('8085:80', '8085:80/udp') }),
    box('child', [], { attachments: [{ network: 'mv', ipv4: '192.168.5.70' }] }),
  ],
};

test('the own host name leads to every address of its container', () => {
  const answers = answersOf(on('20.10.24', PARTS), 'named', 'own');
  expect(answers.map(({ by, family }) => `${by.network ?? ''} ${String(family)}`)).toEqual([
    'z 4',
    'z 6',
    'a 4',
    'a 6',
    'b 4',
    'b 6',
  ]);
});

test('a name followed by that of a network with capitals is not found', () => {
  const reach = on('20.10.24', PARTS);
  expect(codesOf(reach, 'named', 'upper')).toEqual(['ok', 'ok']);
  expect(letterOf(reach, 'named', 'upper.z4')).not.toBe('X');
});

test.each(
  rowsOn([
    // A port that is published for one family is open at the container's address of that family alone.
    ['routed', 'six@b', '80', 'T'],
    ['routed', 'six@b', '80/udp', 'T'],
    ['routed', 'four@b', '80', 'ok|ok|T|T'],
    // The proxy answers UDP from the address that is nearest, where the port is published on every one.
    ['src', 'lan', '8083/udp', 'T|T|ok|ok'],
    ['src', 'lan:192.168.5.10', '8084/udp', 'ok'],
    ['routed', 'lan6', '8083/udp', 'ok'],
    ['routed', 'gw6:a', '8083/udp', 'T|T|ok|ok'],
    // UDP is answered from the address of the network by which the reply leaves.
    ['routed', 'two@6b', '80/udp', 'T'],
    ['routed', 'two@6b', '80', 'ok|ok|T|T'],
    ['routed', 'two@6a', '80/udp', 'ok|ok|T|T'],
    // Without translation a reply by the LAN has the right address, but for UDP.
    ['routed', 'onlan@a', '80', 'ok|ok|T|T'],
    ['routed', 'onlan@a', '80/udp', 'T'],
    // From behind routers, a container on the LAN is like its host.
    ['outside', 'child@mv', '80', '?'],
    ['outside', 'lan', '8083/udp', '?'],
  ]),
)('on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
  expect(letterOf(on(engine, PARTS), from, to, port)).toBe(expected);
});

test.each(
  rowsOn([
    ['routed', 'gw:a', '8083/udp', 'T|T|ok|ok'],
    ['routed', 'lan', '8083/udp', 'ok'],
    ['lan', 'lan:192.168.5.11', '8083/udp', 'T|T|ok|ok'],
  ]),
)('without rules, on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
  const [host] = PARTS.hosts ?? [];
  const parts = { ...PARTS, hosts: [{ ...host!, daemon: { iptables: false } }] };
  expect(letterOf(on(engine, parts), from, to, port)).toBe(expected);
});
