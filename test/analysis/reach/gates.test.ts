import type { Parts } from '../topologies';
import {
  box,
  bridge,
  ENGINES,
  hostWith,
  letterOf,
  on,
  published,
  rowsOn,
  type Row,
} from './ground';

/** Facts, section 3: the ways through the two gates, and what the daemon's settings change. */
const NETWORKS = [
  bridge('a', 1, { options: { 'com.docker.network.bridge.name': 'brA' } }),
  bridge('b', 2),
  bridge('c', 3),
];

const CONTAINERS = [
  box('src', ['a']),
  box('other', ['c']),
  box('web', ['b'], {
    publish: published('8080:80', '8080:80/udp', '127.0.0.1:8082:82'),
    listens: [80, 81, 82].map((port) => ({ port, protocol: 'tcp' as const })).concat(),
  }),
];

function parts(
  daemon: object,
  forwardRules: { from?: string; to?: string }[],
  options = {},
): Parts {
  const [a, b, c] = NETWORKS;
  return {
    hosts: [hostWith({ daemon, forwardRules })],
    networks: [a!, { ...b!, options }, c!],
    containers: CONTAINERS,
  };
}

const TRUST = { 'com.docker.network.bridge.trusted_host_interfaces': 'brA:lan0' };
const ACCEPT = [{ from: 'a', to: 'b' }];
const LAN_ACCEPT = [{ to: 'b' }];

/** Setting; other bridge to published, to unpublished; LAN to published, to unpublished. */
const WAYS: readonly (readonly [string, Parts, string, string, string, string])[] = [
  ['nothing', parts({}, []), 'T', 'T', 'ok|ok|T|T', 'T'],
  ['a forward rule', parts({}, ACCEPT), 'ok|ok|T|T', 'ok|ok|T|T', 'ok|ok|T|T', 'T'],
  [
    'a forward rule from everywhere',
    parts({}, LAN_ACCEPT),
    'ok|ok|T|T',
    'ok|ok|T|T',
    'ok|ok|T|T',
    'ok|ok|T|T',
  ],
  ['direct routing', parts({ allowDirectRouting: true }, []), 'T|T|T|ok', 'T', 'ok', 'T'],
  [
    'direct routing and a rule',
    parts({ allowDirectRouting: true }, LAN_ACCEPT),
    'ok',
    'ok',
    'ok',
    'ok',
  ],
  ['trusted interfaces', parts({}, [], TRUST), 'T|T|T|ok', 'T', 'ok', 'T'],
  ['trusted interfaces and a rule', parts({}, LAN_ACCEPT, TRUST), 'ok', 'ok', 'ok', 'ok'],
];

const ROWS = WAYS.flatMap(([title, given, ...letters]) => {
  const asked: Row[] = [
    ['src', 'web@b', '80', letters[0]],
    ['src', 'web@b', '81', letters[1]],
    ['src', 'web@b', 'ping', letters[1]],
    ['routed', 'web@b', '80', letters[2]],
    ['routed', 'web@b', '82', letters[2]],
    ['routed', 'web@b', '81', letters[3]],
  ];
  return rowsOn(asked).map((row) => ({ title, given, row }));
});

test.each(ROWS)('$title: $row', ({ given, row: [engine, from, to, port, expected] }) => {
  expect(letterOf(on(engine, given), from, to, port)).toBe(expected);
});

test.each(ENGINES)('on %s, trusted interfaces open their own network alone', (engine) => {
  const reach = on(engine, parts({}, [], TRUST));
  expect(letterOf(reach, 'other', 'web@b')).toBe('T');
});

test.each(ENGINES)(
  'on %s, a forward rule opens neither the way back nor other networks',
  (engine) => {
    const reach = on(engine, parts({ allowDirectRouting: true }, ACCEPT));
    expect(letterOf(reach, 'src', 'web@b', '81')).toBe('ok');
    expect(letterOf(reach, 'web', 'src@a', '80')).toBe('T');
    expect(letterOf(reach, 'web', 'src@a', '81')).toBe('T');
    expect(letterOf(reach, 'other', 'web@b', '81')).toBe('T');
  },
);

interface Scene {
  readonly title: string;
  readonly given: Parts;
  readonly rows: readonly Row[];
}

const NO_MASQ = { 'com.docker.network.bridge.enable_ip_masquerade': 'false' };
const NO_ICC = { 'com.docker.network.bridge.enable_icc': 'false' };
const INTERNAL = { internal: true };

function scene(daemon: object, extra: Partial<Parts> = {}): Parts {
  return {
    hosts: [hostWith({ daemon })],
    networks: [
      bridge('a', 1),
      bridge('b', 2),
      bridge('nomasq', 3, { options: NO_MASQ }),
      bridge('noicc', 4, { options: NO_ICC }),
      bridge('in', 5, INTERNAL),
      { id: 'local:bridge', external: true, name: 'bridge' },
    ],
    containers: [
      box('src', ['a']),
      box('web', ['b'], { publish: published('8080:80', '8080:80/udp') }),
      box('peer', ['b']),
      box('plain', ['nomasq'], { publish: published('8083:80') }),
      box('quiet1', ['noicc'], { publish: published('8084:80') }),
      box('quiet2', ['noicc']),
      box('inner', ['in']),
      box('old1', ['local:bridge'], { publish: published('8085:80') }),
      box('old2', ['local:bridge'], { links: [{ container: 'old1', aliases: [] }] }),
      box('old3', ['local:bridge']),
    ],
    ...extra,
  };
}

const SCENES: readonly Scene[] = [
  {
    title: 'masquerade off in a network',
    given: scene({}),
    rows: [
      ['plain', 'gw:nomasq', '8080', 'T'],
      ['plain', 'lan', '8080', 'T'],
      ['plain', 'lan', '9000', 'ok'],
      ['plain', 'gw:nomasq', '8083', 'ok'],
      ['plain', 'out', '443', 'T'],
      ['src', 'lan', '8083', 'ok'],
      ['lan', 'lan', '8083', 'ok'],
    ],
  },
  {
    title: 'the proxy off',
    given: scene({ userlandProxy: false }),
    rows: [
      ['src', 'lan', '8080', 'T|T|T|ok'],
      ['src', 'gw:a', '8080', 'T|T|T|ok'],
      ['peer', 'gw:b', '8080', 'ok'],
      ['web', 'gw:b', '8080', 'ok'],
      ['quiet2', 'gw:noicc', '8084', 'T'],
      ['host', 'lo', '8080', 'ok'],
      ['host', 'lan', '8080', 'ok'],
      ['lan', 'lan', '8080', 'ok'],
      ['inner', 'gw:in', '8080', 'T'],
      ['old3', 'gw:local:bridge', '8085', 'ok'],
    ],
  },
  {
    title: 'the proxy and icc of the default bridge off',
    given: scene({ userlandProxy: false, icc: false }),
    rows: [
      ['old3', 'gw:local:bridge', '8085', 'T'],
      ['old2', 'gw:local:bridge', '8085', 'ok'],
    ],
  },
  {
    title: 'icc of the daemon off',
    given: scene({ icc: false }),
    rows: [
      ['old3', 'old1@local:bridge', '80', 'T'],
      ['old2', 'old1@local:bridge', '80', 'ok'],
      ['old2', 'old1@local:bridge', 'ping', 'T'],
      ['old1', 'old2@local:bridge', '80', 'T'],
      ['old3', 'gw:local:bridge', '8085', 'ok'],
      ['peer', 'web@b', '80', 'ok'],
    ],
  },
  {
    title: 'masquerade of the daemon off',
    given: scene({ ipMasq: false }),
    rows: [
      ['old1', 'lan', '8080', 'T'],
      ['old1', 'out', '443', 'T'],
      ['src', 'lan', '8080', 'ok'],
      ['src', 'out', '443', 'ok'],
    ],
  },
  {
    title: 'forwarding off',
    given: scene({ ipForward: false }),
    rows: [
      ['src', 'out', '443', 'T'],
      ['lan', 'lan', '8080', 'T'],
      ['src', 'lan', '8080', 'ok|ok|ok|T'],
      ['src', 'gw:a', '8080', 'ok|ok|ok|T'],
      ['host', 'lan', '8080', 'ok'],
      ['peer', 'gw:b', '8080', 'ok'],
      ['peer', 'web@b', '80', 'ok'],
    ],
  },
  {
    title: 'no rules written',
    given: scene({ iptables: false }),
    rows: [
      ['src', 'web@b', '80', 'ok'],
      ['src', 'peer@b', '80', 'ok'],
      ['quiet1', 'quiet2@noicc', '80', 'ok'],
      ['routed', 'peer@b', '80', 'ok'],
      ['lan', 'lan', '8080', 'ok'],
      ['src', 'lan', '8080', 'ok'],
      ['src', 'out', '443', 'T'],
      ['src', 'inner@in', '80', 'ok|T|T|T'],
      ['inner', 'src@a', '80', 'ok|N|N|N'],
    ],
  },
  {
    title: 'UDP',
    given: scene({}),
    rows: [
      ['src', 'gw:a', '8080/udp', 'ok'],
      ['src', 'lan', '8080/udp', 'T|T|ok|ok'],
      ['peer', 'web@b', '80/udp', 'ok'],
      ['host', 'lan', '8080/udp', 'ok'],
      ['lan', 'lan', '8080/udp', 'ok'],
    ],
  },
  {
    title: 'nftables on engine 29',
    given: scene({ firewallBackend: 'nftables' }),
    rows: [['inner', 'gw:in', '8080', 'T|T|T|ok']],
  },
];

describe.each(SCENES)('$title', ({ given, rows }) => {
  test.each(rowsOn(rows))('on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
    expect(letterOf(on(engine, given), from, to, port)).toBe(expected);
  });
});

const mode = (value: string): object => ({ 'com.docker.network.bridge.gateway_mode_ipv4': value });

const MODES: Parts = {
  networks: [
    bridge('a', 1),
    bridge('routed', 2, { options: mode('routed') as Record<string, string> }),
    bridge('open', 3, { options: mode('nat-unprotected') as Record<string, string> }),
    bridge('alone', 4, { internal: true, options: mode('isolated') as Record<string, string> }),
  ],
  containers: [
    box('src', ['a']),
    box('r', ['routed'], {
      publish: published('8080:80'),
      listens: [80, 81].map((port) => ({ port, protocol: 'tcp' as const })),
    }),
    box('n', ['open'], {
      publish: published('8081:80'),
      listens: [80, 81].map((port) => ({ port, protocol: 'tcp' as const })),
    }),
    box('i1', ['alone']),
    box('i2', ['alone']),
  ],
};

describe('gateway modes', () => {
  test.each(
    rowsOn([
      ['src', 'lan', '8080', 'ok|ok|R|R'],
      ['host', 'lan', '8080', 'ok|ok|R|R'],
      ['lan', 'lan', '8080', 'ok|ok|R|R'],
      ['src', 'r@routed', '80', 'T|T|ok|ok'],
      ['src', 'r@routed', 'ping', 'T|T|ok|ok'],
      ['src', 'r@routed', '81', 'T'],
      ['routed', 'r@routed', '80', 'ok'],
      ['routed', 'r@routed', 'ping', 'T|T|ok|ok'],
      ['routed', 'r@routed', '81', 'T'],
      ['r', 'out', '443', 'ok|ok|T|T'],
      ['routed', 'n@open', '81', 'T|T|ok|ok'],
      ['routed', 'n@open', 'ping', 'T|T|ok|ok'],
      ['src', 'n@open', '80', 'T|T|T|ok'],
      ['src', 'n@open', '81', 'T|T|T|ok'],
      ['src', 'lan', '8081', 'ok'],
      ['i1', 'i2@alone', '80', 'ok'],
      ['host', 'i1@alone', '80', 'ok|ok|N|N'],
      ['i1', 'gw:alone', '9000', 'ok|ok|N|N'],
    ]),
  )('on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
    expect(letterOf(on(engine, MODES), from, to, port)).toBe(expected);
  });
});
