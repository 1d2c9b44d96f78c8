import type { Parts } from '../topologies';
import {
  answersOf,
  box,
  bridge,
  hostWith,
  letterOf,
  on,
  published,
  rowsOn,
  type Row,
} from './ground';

/** Facts, section 6: IPv6. */
const LAN6 = {
  interfaces: [{ name: 'lan0', addresses: ['192.168.5.10/24', 'fd05::10/64'] }],
};
const NO_ICC = { 'com.docker.network.bridge.enable_icc': 'false' };

function dual(daemon: object): Parts {
  return {
    hosts: [hostWith({ ...LAN6, daemon })],
    networks: [
      bridge('a', 1, { ipv6: true }),
      bridge('b', 2, { ipv6: true }),
      bridge('noicc', 3, { ipv6: true, options: NO_ICC }),
      bridge('in', 4, { ipv6: true, internal: true }),
      bridge('v4', 5),
    ],
    containers: [
      box('src', ['a']),
      box('mate', ['a']),
      box('web', ['b'], {
        publish: published('8080:80', '0.0.0.0:8081:80', '[::]:8082:80', '[::1]:8083:80'),
      }),
      box('peer', ['b']),
      box('q1', ['noicc']),
      box('q2', ['noicc']),
      box('inner', ['in']),
      box('inner2', ['in']),
      box('old', ['v4'], { publish: published('8084:80') }),
    ],
  };
}

const BOTH: Row[] = [
  // Forms of publishing.
  ['lan', 'lan', '8080', 'ok'],
  ['lan', 'lan6', '8080', 'ok'],
  ['lan', 'lan', '8081', 'ok'],
  ['lan', 'lan6', '8081', 'R'],
  ['lan', 'lan', '8082', 'R'],
  ['lan', 'lan6', '8082', 'ok'],
  ['lan', 'lan6', '8083', 'R'],
  ['host', 'lo6', '8083', 'ok'],
  ['host', 'lo', '8083', 'R'],
  ['src', 'gw6:a', '8080', 'ok'],
  ['src', 'gw6:a', '8081', 'R'],
  ['src', 'gw:a', '8082', 'R'],
  // A container without IPv6 behind the proxy.
  ['lan', 'lan6', '8084', 'ok'],
  ['src', 'gw6:a', '8084', 'ok'],
  ['host', 'lo6', '8084', 'ok'],
  ['inner', 'gw6:in', '8084', 'ok'],
  ['old', 'web@6b', '80', 'N'],
  ['old', 'out6', '443', 'N'],
  ['src', 'mate@6a', '80', 'ok'],
  ['host', 'web@6b', '80', 'ok'],
  ['inner', 'lan6', '8080', 'N'],
];

/** Up to 26 there are no IPv6 rules unless they are asked for. */
const DEFAULTS: Row[] = [
  ...BOTH.filter(([from, to]) => from !== 'inner' || to !== 'lan6'),
  ['inner', 'lan6', '8080', 'ok|N|N|N'],
  ['inner', 'inner2@6in', '80', 'ok'],
  ['src', 'web@6b', '80', 'ok|ok|T|T'],
  ['src', 'peer@6b', '80', 'ok|ok|T|T'],
  ['src', 'peer@6b', 'ping', 'ok|ok|T|T'],
  ['q1', 'q2@6noicc', '80', 'ok|ok|T|T'],
  ['routed', 'peer@6b', '80', 'ok|ok|T|T'],
  ['routed', 'web@6b', '80', 'ok|ok|T|T'],
  ['src', 'out6', '443', 'T|T|ok|ok'],
  ['src', 'inner@6in', '80', 'ok|T|T|T'],
];

const WITH_RULES: Row[] = [
  ...BOTH.filter(([from, to]) => from !== 'inner' || to !== 'lan6'),
  ['inner', 'lan6', '8080', 'T|N|N|N'],
  ['inner', 'inner2@6in', '80', 'N|ok|ok|ok'],
  ['src', 'web@6b', '80', 'T'],
  ['q1', 'q2@6noicc', '80', 'T'],
  ['routed', 'web@6b', '80', 'ok|ok|T|T'],
  ['routed', 'peer@6b', '80', 'T'],
  ['src', 'out6', '443', 'ok'],
  ['src', 'inner@6in', '80', 'T'],
];

/** Without the proxy. */
const NO_PROXY: Row[] = [
  ['lan', 'lan6', '8080', 'T|T|ok|ok'],
  ['src', 'gw6:a', '8080', 'T|T|T|ok'],
  ['host', 'lo6', '8080', 'T'],
  ['lan', 'lan6', '8084', 'R'],
  ['lan', 'lan', '8084', 'ok'],
];

describe.each([
  ['default settings', dual({}), DEFAULTS],
  ['IPv6 rules asked for', dual({ ip6tables: true, experimental: true }), WITH_RULES],
  ['the proxy off', dual({ userlandProxy: false }), NO_PROXY],
])('IPv6, %s', (_title, given, rows) => {
  test.each(rowsOn(rows))('on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
    expect(letterOf(on(engine, given), from, to, port)).toBe(expected);
  });
});

test('a name leads to an address of each family, and each has its own answer', () => {
  const reach = on('20.10.24', dual({}));
  expect(answersOf(reach, 'q1', 'q2').map(({ family, verdict }) => [family, verdict])).toEqual([
    [4, 'blocked'],
    [6, 'reaches'],
  ]);
});
