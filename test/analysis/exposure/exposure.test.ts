import { exposureOf } from '../../../src/analysis/exposure/exposure';
import type { ExposedSocket } from '../../../src/analysis/exposure/socket';
import { parsePublish } from '../../../src/notation/publish';
import {
  inNetworks,
  topologyOf,
  type ContainerPart,
  type HostPart,
  type NetworkPart,
  type Parts,
} from '../topologies';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';

/** `address:port/protocol who host containers lan outside firewall`, a line for each socket. */
function lines(parts: Parts): string[] {
  return exposureOf(topologyOf(parts)).sockets.map(lineOf);
}

const MARKS = { yes: 'y', no: '-', unknown: '?' } as const;

function lineOf(socket: ExposedSocket): string {
  const { address = 'dynamic', port, protocol, container, service, reachableFrom } = socket;
  const { host, containers, lan, outside } = reachableFrom;
  const marks = [host, containers, lan, outside, socket.bypassesFirewall].map((one) => MARKS[one]);
  const place = `${address}:${String(port)}${protocol === undefined ? '' : `/${protocol}`}`;
  return [place, container ?? service ?? 'a program', marks.join('')].join(' ');
}

function publisher(
  publish: string,
  network = 'net',
  more: Partial<ContainerPart> = {},
): ContainerPart {
  return { id: 'web', publish: parsePublish(publish, ''), ...inNetworks(network), ...more };
}

function host(engineVersion: string, daemon: HostPart['daemon'] = {}): HostPart[] {
  return [{ id: 'local', engineVersion, daemon }];
}

const NET: NetworkPart = { id: 'net' };

test.each<[string, string[]]>([
  ['8080:80', ['0.0.0.0:8080/tcp web yyy?y', ':::8080/tcp web yyy?-']],
  ['0.0.0.0:8080:80', ['0.0.0.0:8080/tcp web yyy?y']],
  ['[::]:8080:80', [':::8080/tcp web yyy?-']],
  ['192.168.1.5:53:53/udp', ['192.168.1.5:53/udp web yyy?y']],
  ['127.0.0.1:8080:80', ['127.0.0.1:8080/tcp web y----']],
  ['[::1]:8080:80', ['::1:8080/tcp web y----']],
  ['0.0.0.0::80', ['0.0.0.0:ephemeral/tcp web yyy?y']],
])("publish '%s' opens %j on engine 28", (publish, expected) => {
  const containers = [publisher(publish)];
  expect(lines({ hosts: host('28.5'), networks: [NET], containers })).toEqual(expected);
});

test.each<[string, NetworkPart, Partial<ContainerPart>]>([
  ['an internal network', { id: 'net', internal: true }, {}],
  ['a macvlan', { id: 'net', driver: 'macvlan', options: {} }, {}],
  ['no network', NET, { mode: 'none', attachments: [] }],
])('what is published in %s opens nothing', (_, network, more) => {
  const containers = [publisher('8080:80', 'net', more)];
  expect(lines({ hosts: host('28.5'), networks: [network], containers })).not.toContainEqual(
    expect.stringContaining(':8080'),
  );
});

test('a network decides where a port without address is opened', () => {
  const options = { 'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1' };
  const parts = { hosts: host('28.5'), networks: [{ id: 'net', options }] };
  expect(lines({ ...parts, containers: [publisher('80:80')] })).toEqual([
    '127.0.0.1:80/tcp web y----',
  ]);
});

describe('without the proxy', () => {
  const daemon = { userlandProxy: false };
  test.each([
    ['20.10.24', 'y-y?y'],
    ['28.5', 'y-y?y'],
    ['29.1', 'yyy?y'],
  ])('engine %s serves a container without IPv6 as %s, by IPv4 alone', (version, marks) => {
    const parts = {
      hosts: host(version, daemon),
      networks: [NET],
      containers: [publisher('80:80')],
    };
    expect(lines(parts)).toEqual([`0.0.0.0:80/tcp web ${marks}`]);
  });

  test('it depends on the version, where that is not known', () => {
    const hosts = [{ id: 'local', daemon }];
    const parts = { hosts, networks: [NET], containers: [publisher('0.0.0.0:80:80')] };
    expect(lines(parts)).toEqual(['0.0.0.0:80/tcp web y?y?y']);
  });

  test('with IPv6 it is served by rules, and ::1 by nobody', () => {
    const networks = [{ id: 'net', ipv6: true }];
    const parts = { hosts: host('28.5', daemon), networks };
    expect(lines({ ...parts, containers: [publisher('[::]:80:80')] })).toEqual([
      ':::80/tcp web y-y?y',
    ]);
    expect(lines({ ...parts, containers: [publisher('[::1]:80:80')] })).toEqual([
      '::1:80/tcp web -----',
    ]);
  });
});

test('without rules the proxy serves everybody, behind the firewall; without either nothing is open', () => {
  const containers = [publisher('0.0.0.0:80:80')];
  const published = (daemon: HostPart['daemon']): string[] =>
    lines({ hosts: host('29.1', daemon), networks: [NET], containers }).filter((line) =>
      line.startsWith('0.0.0.0'),
    );
  expect(published({ iptables: false })).toEqual(['0.0.0.0:80/tcp web yyy?-']);
  expect(published({ iptables: false, userlandProxy: false })).toEqual([]);
});

test('forwarding that the daemon does not switch on may be missing', () => {
  const containers = [publisher('0.0.0.0:80:80')];
  const parts = { networks: [NET], containers };
  expect(lines({ ...parts, hosts: host('28.5', { ipForward: false }) })).toEqual([
    '0.0.0.0:80/tcp web yy??y',
  ]);
  expect(lines({ ...parts, hosts: host('29.1', { ipForward: false }) })).toEqual([
    '0.0.0.0:80/tcp web y???y',
  ]);
});

test('replies may leave past the host where the container is on the LAN, too', () => {
  const networks = [NET, { id: 'zlan', driver: 'macvlan', options: { parent: 'eth0' } }];
  const containers = [{ ...publisher('0.0.0.0:80:80'), ...inNetworks('net', 'zlan') }];
  expect(lines({ hosts: host('28.5'), networks, containers })).toEqual([
    'dynamic:80/tcp web --y?y',
    '0.0.0.0:80/tcp web yy??y',
  ]);
});

test.each(['rootless', 'desktop'] as const)('nothing was measured of a %s engine', (kind) => {
  const hosts = [{ id: 'local', kind, engineVersion: '28.5' }];
  const containers = [publisher('0.0.0.0:80:80')];
  const parts = { hosts, networks: [NET], containers };
  expect(lines(parts)).toEqual(['0.0.0.0:80/tcp web ????y']);
  expect(exposureOf(topologyOf(parts)).sockets[0]?.reasons).toMatchObject({
    lan: `nothing was measured of ${kind} engines`,
  });
});

describe('the outside', () => {
  const containers = [publisher('0.0.0.0:80:80'), { ...publisher('8.8.4.4:81:81'), id: 'dns' }];
  test.each([
    [['203.0.113.5/24'], '?'],
    [['10.0.0.5/8', '8.8.8.8/24'], 'y'],
    [[], '?'],
  ])('reaches every address of a host with %j: %s', (addresses, mark) => {
    const hosts = [
      { id: 'local', engineVersion: '28.5', interfaces: [{ name: 'eth0', addresses }] },
    ];
    expect(lines({ hosts, networks: [NET], containers })).toEqual([
      `0.0.0.0:80/tcp web yyy${mark}y`,
      '8.8.4.4:81/tcp dns yyyyy',
    ]);
  });
});

test('programs of the host and of containers in host mode have sockets of the host', () => {
  const hosts: HostPart[] = [
    {
      id: 'local',
      engineVersion: '28.5',
      services: [
        { port: 22, protocol: 'tcp', name: 'sshd' },
        { port: 53, protocol: 'udp', address: '127.0.0.53' },
      ],
    },
  ];
  const containers: ContainerPart[] = [
    { id: 'agent', mode: 'host', listens: [{ port: 9100, protocol: 'tcp', address: '10.0.0.5' }] },
    { id: 'cache', mode: 'host', image: 'redis:7.4' },
    {
      id: 'side',
      mode: 'container',
      modeContainer: 'agent',
      expose: [{ port: 9, protocol: 'udp' }],
    },
  ];
  expect(lines({ hosts, containers })).toEqual([
    '0.0.0.0:9/udp side yyy?-',
    ':::9/udp side yyy?-',
    '0.0.0.0:22/tcp sshd yyy?-',
    ':::22/tcp sshd yyy?-',
    '127.0.0.53:53/udp a program y----',
    '0.0.0.0:6379/tcp cache yyy?-',
    ':::6379/tcp cache yyy?-',
    '10.0.0.5:9100/tcp agent yyy?-',
  ]);
});

describe('an address on the LAN', () => {
  const LAN: NetworkPart = { id: 'lan', driver: 'macvlan', options: { parent: 'eth0' } };

  test('is open on every port to the LAN, and not to the host', () => {
    const containers: ContainerPart[] = [
      { id: 'db', image: 'mysql:8.4', attachments: [{ network: 'lan', ipv4: '192.168.1.9' }] },
      {
        id: 'side',
        mode: 'container',
        modeContainer: 'db',
        listens: [{ port: 81, protocol: 'tcp' }],
      },
      { id: 'app', ...inNetworks('lan') },
    ];
    expect(lines({ hosts: host('28.5'), networks: [LAN], containers })).toEqual([
      '192.168.1.9:81/tcp side --y?y',
      '192.168.1.9:3306/tcp db --y?y',
      '192.168.1.9:33060/tcp db --y?y',
      'dynamic:every app --y?y',
    ]);
  });

  test('a program that asks for another address is not there', () => {
    const listens = ['127.0.0.1', '0.0.0.0', '::', '192.168.1.9'].map((address, index) => ({
      port: index + 1,
      protocol: 'tcp' as const,
      address,
    }));
    const attachments = [{ network: 'lan', ipv4: '192.168.1.9' }];
    const containers: ContainerPart[] = [{ id: 'app', attachments, listens }];
    expect(lines({ hosts: host('28.5'), networks: [LAN], containers })).toEqual([
      '192.168.1.9:2/tcp app --y?y',
      '192.168.1.9:4/tcp app --y?y',
    ]);
  });

  test.each<[string, Partial<NetworkPart>]>([
    ['internal', { internal: true }],
    ['without a parent', { options: {} }],
    ['ipvlan in layer 3', { driver: 'ipvlan', options: { parent: 'eth0', ipvlan_mode: 'l3' } }],
  ])('there is none in a network that is %s', (_, more) => {
    const parts = { hosts: host('28.5'), networks: [{ ...LAN, ...more }] };
    expect(lines({ ...parts, containers: [{ id: 'app', ...inNetworks('lan') }] })).toEqual([]);
  });

  test('nothing was measured of ipvlan', () => {
    const parts = { hosts: host('28.5'), networks: [{ ...LAN, driver: 'ipvlan' }] };
    expect(lines({ ...parts, containers: [{ id: 'app', ...inNetworks('lan') }] })).toEqual([
      'dynamic:every app ????y',
    ]);
  });
});

describe("a container's own address", () => {
  const db: ContainerPart = { id: 'db', image: 'postgres:17', ...inNetworks('net') };
  const own = (parts: Parts): string[] =>
    exposureOf(topologyOf(parts))
      .sockets.filter(({ kind }) => kind === 'container-address')
      .map(lineOf);

  test.each([
    ['20.10.24', {}, ['dynamic:80/tcp web y-y?y']],
    ['26.1.5', {}, ['dynamic:80/tcp web y-y?y']],
    ['28.5', {}, []],
    ['28.5', { allowDirectRouting: true }, ['dynamic:80/tcp web y-??y']],
  ])(
    'opens what is published on loopback to the LAN on engine %s with %j: %j',
    (version, daemon, expected) => {
      const containers = [publisher('127.0.0.1:8080:80'), { ...publisher('81:81'), id: 'open' }];
      expect(own({ hosts: host(version, daemon), networks: [NET], containers })).toEqual(expected);
    },
  );

  test.each([
    ['nat-unprotected', '28.5', ['dynamic:5432/tcp db y-y?y']],
    ['nat-unprotected', '29.1', ['dynamic:5432/tcp db yyy?y']],
    ['nat-unprotected', '26.1', []],
    ['routed', '28.5', []],
  ])('in mode %s on engine %s: %j', (mode, version, expected) => {
    const networks = [{ id: 'net', options: { [MODE]: mode } }];
    expect(own({ hosts: host(version), networks, containers: [db] })).toEqual(expected);
  });

  test('a routed network opens published ports there, and none of the host', () => {
    const networks = [{ id: 'net', options: { [MODE]: 'routed' } }];
    const containers = [publisher('8080:80')];
    expect(lines({ hosts: host('28.5'), networks, containers })).toEqual([
      'dynamic:80/tcp web yyy?y',
    ]);
    expect(lines({ hosts: host('26.1'), networks, containers })).toContain(
      '0.0.0.0:8080/tcp web yyy?y',
    );
  });

  test('without rules every port is open to everybody', () => {
    const parts = { networks: [NET], containers: [db] };
    expect(own({ ...parts, hosts: host('29.1', { iptables: false }) })).toEqual([
      'dynamic:5432/tcp db yyy?-',
    ]);
  });

  test.each([
    ['20.10.24', {}, 'yyy?-'],
    ['26.1', { ip6tables: true }, 'yyy?-'],
    ['26.1', { ip6tables: true, experimental: true }, undefined],
    ['28.5', {}, undefined],
    ['28.5', { ip6tables: false }, 'yyy?-'],
  ])('with IPv6 on engine %s and %j: %s', (version, daemon, marks) => {
    const networks = [{ id: 'net', ipv6: true }];
    const attachments = [{ network: 'net', ipv6: 'fd00::5' }];
    const parts = { hosts: host(version, daemon), networks, containers: [{ ...db, attachments }] };
    expect(own(parts)).toEqual(marks === undefined ? [] : [`fd00::5:5432/tcp db ${marks}`]);
  });

  test.each([
    ['20.10.24', 1],
    ['26.1', 0],
  ])('an internal network without rules is open on engine %s: %i', (version, count) => {
    const networks = [{ id: 'net', internal: true }];
    const hosts = host(version, { iptables: false });
    expect(own({ hosts, networks, containers: [db] })).toHaveLength(count);
  });
});

test('every exposed port is published on a free one with publishAll', () => {
  const expose = [
    { port: 80, protocol: 'tcp' as const },
    { port: 53, protocol: 'udp' as const },
  ];
  const containers = [
    { id: 'web', image: 'nginx', publishAll: true, expose, ...inNetworks('net') },
  ];
  const found = exposureOf(topologyOf({ hosts: host('28.5'), networks: [NET], containers }));
  expect(
    found.sockets.map(({ port, containerPort, family }) => [port, containerPort, family]),
  ).toEqual([
    ['ephemeral', 80, 4],
    ['ephemeral', 80, 6],
    ['ephemeral', 53, 4],
    ['ephemeral', 53, 6],
  ]);
});

test('names what only Terraform knows', () => {
  const containers = [
    publisher('8080:80', 'net', { unknown: ['publish/0/hostIp'] }),
    { id: 'quiet', ...inNetworks('net') },
  ];
  const parts = { hosts: host('28.5'), networks: [NET], containers };
  const { incomplete, sockets } = exposureOf(topologyOf(parts));
  expect(incomplete).toEqual(['web']);
  expect(sockets.map(lineOf)).toEqual(['dynamic:8080/tcp web ????y']);
});

test('the order of declaration does not matter', () => {
  const containers = ['c', 'a', 'b'].map((id, index) => ({
    ...publisher(`808${String(index)}:80`),
    id,
  }));
  const parts = { hosts: host('28.5'), networks: [NET], containers };
  const topology = topologyOf(parts);
  const turned = { ...topology, containers: [...topology.containers].reverse() };
  expect(exposureOf(turned)).toEqual(exposureOf(topology));
});

describe("the user's own rules", () => {
  const forwardRules = [{ to: 'net' }];
  const db: ContainerPart = { id: 'db', image: 'postgres:17', ...inNetworks('net') };

  test.each([
    ['20.10.24', {}, 'yyy?y'],
    ['28.5', {}, undefined],
    ['28.5', { allowDirectRouting: true }, 'yyy?y'],
    [undefined, {}, 'y???y'],
  ])('let everybody in on engine %s with %j: %s', (engineVersion, daemon, marks) => {
    const hosts = [{ id: 'local', engineVersion, daemon, forwardRules }];
    expect(lines({ hosts, networks: [NET], containers: [db] })).toEqual(
      marks === undefined ? [] : [`dynamic:5432/tcp db ${marks}`],
    );
  });

  test('open published ports to other bridges without the proxy', () => {
    const hosts = [
      { id: 'local', engineVersion: '28.5', daemon: { userlandProxy: false }, forwardRules },
    ];
    const containers = [publisher('0.0.0.0:80:80')];
    expect(lines({ hosts, networks: [NET], containers })).toEqual(['0.0.0.0:80/tcp web yyy?y']);
  });

  test('that let one network in are no socket for everybody', () => {
    const hosts = [
      { id: 'local', engineVersion: '20.10.24', forwardRules: [{ from: 'other', to: 'net' }] },
    ];
    expect(lines({ hosts, networks: [NET, { id: 'other' }], containers: [db] })).toEqual([]);
  });
});

test("a container's own address is open as far as its replies come back the same way", () => {
  const networks = [{ id: 'a' }, { id: 'b' }];
  const containers: ContainerPart[] = [{ id: 'db', image: 'redis', ...inNetworks('a', 'b') }];
  expect(lines({ hosts: host('29.1', { iptables: false }), networks, containers })).toEqual([
    'dynamic:6379/tcp db yyy?-',
    'dynamic:6379/tcp db y???-',
  ]);
});
