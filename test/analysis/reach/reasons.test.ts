import { REASON_CODES, type ReasonCode } from '../../../src/analysis/reach/reasons';
import { verdictOf } from '../../../src/analysis/reach/reason-texts';
import { defaultBridge, type Parts } from '../topologies';
import { answersOf, box, bridge, hostWith, on, published } from './ground';

const NO_ICC = { 'com.docker.network.bridge.enable_icc': 'false' };
const NO_MASQ = { 'com.docker.network.bridge.enable_ip_masquerade': 'false' };
const ROUTED = { 'com.docker.network.bridge.gateway_mode_ipv4': 'routed' };
const ISOLATED = { 'com.docker.network.bridge.gateway_mode_ipv4': 'isolated' };

/** One topology in which nearly everything goes wrong somewhere. */
const PARTS = {
  hosts: [hostWith()],
  networks: [
    bridge('shop/front', 1),
    bridge('shop/back', 2),
    bridge('shop/in', 3, { internal: true }),
    bridge('shop/quiet', 4, { options: NO_ICC }),
    bridge('shop/bare', 5, { options: NO_MASQ }),
    bridge('shop/routed', 6, { options: ROUTED }),
    bridge('shop/alone', 7, { internal: true, options: ISOLATED }),
    bridge('shop/dual', 8, { ipv6: true }),
    {
      id: 'shop/mv',
      driver: 'macvlan',
      options: { parent: 'lan0' },
      subnets: [{ cidr: '192.168.5.0/24', gateway: '192.168.5.1' }],
    },
    { id: 'shop/ipv', driver: 'ipvlan', options: { parent: 'lan0' } },
    { ...defaultBridge() },
  ],
  containers: [
    box('shop/web', ['shop/front'], { publish: published('8080:80') }),
    box('shop/mate', ['shop/front']),
    box('shop/db', ['shop/back'], { publish: published('127.0.0.1:8081:80', '0.0.0.0:8086:80') }),
    box('shop/inner', ['shop/in'], { publish: published('8082:80') }),
    box('shop/quiet1', ['shop/quiet'], { publish: published('8083:80') }),
    box('shop/quiet2', ['shop/quiet']),
    box('shop/bare', ['shop/bare']),
    box('shop/plain', ['shop/routed'], { publish: published('8084:80') }),
    box('shop/alone', ['shop/alone']),
    box('shop/both', ['shop/back', 'shop/mv'], { publish: published('8085:80') }),
    box('shop/child', ['shop/mv']),
    box('shop/l2', ['shop/ipv']),
    box('shop/six', ['shop/dual']),
    box('shop/old', ['local:bridge']),
    box('shop/blank', ['shop/front'], { listens: [] }),
    box('shop/none', [], { mode: 'none' }),
  ],
} satisfies Parts;

const hosts = (part: object) => ({ ...PARTS, hosts: [hostWith(part)] });
const NO_PROXY = hosts({ daemon: { userlandProxy: false } });
const NO_FORWARDING = hosts({ daemon: { ipForward: false } });

type Case = readonly [
  code: ReasonCode,
  question: readonly [
    parts: Parts,
    engine: string | undefined,
    from: string,
    to: string,
    port?: string,
  ],
  at: string,
  text: string,
];

const CASES: readonly Case[] = [
  [
    'NAME_UNKNOWN',
    [PARTS, '28.5', 'shop/web', 'nosuch'],
    'nosuch',
    'nobody that shop/web can find has the name nosuch; give the container it means the alias nosuch in a network of shop/web',
  ],
  [
    'NAME_OF_ANOTHER_NETWORK',
    [PARTS, '28.5', 'shop/web', 'shop-db'],
    'shop/back',
    'shop/db has the name shop-db in shop/back, which shop/web is not in; connect shop/web to shop/back, or give shop/db the alias in a network of shop/web',
  ],
  [
    'NO_NAMES_ON_DEFAULT_BRIDGE',
    [PARTS, '28.5', 'shop/web', 'shop-old'],
    'shop-old',
    'the default bridge serves no names, so shop/web does not find shop/old by shop-old; put shop/web and shop/old into a bridge network of your own, or link shop/web to shop/old',
  ],
  [
    'NO_NAMES_IN_MODE',
    [PARTS, '28.5', 'shop/none', 'shop-db'],
    'shop-db',
    "a container without network has no part in Docker's names, so shop/none does not find shop/db; use an address, or an extra host of shop/none",
  ],
  [
    'OUTSIDE_NAME_FROM_INTERNAL',
    [PARTS, '28.5', 'shop/inner', 'example.com', '443'],
    'example.com',
    'shop/inner is in internal networks only (shop/in), where no outside name such as example.com is found; connect shop/inner to a network that is not internal',
  ],
  [
    'NO_NETWORK',
    [PARTS, '28.5', 'shop/none', 'shop/db@shop/back'],
    'shop/none',
    'shop/none has no network; connect shop/none to a network of shop/db',
  ],
  [
    'NO_ROUTE_FROM_INTERNAL',
    [PARTS, '28.5', 'shop/inner', 'lan', '8080'],
    'shop/in',
    'shop/inner is in internal networks only (shop/in), so it has no route to shop/web; connect shop/inner to a network that is not internal',
  ],
  [
    'NO_IPV6',
    [PARTS, '28.5', 'shop/web', 'shop/six@6shop/dual'],
    'shop/web',
    'shop/web has no way to shop/six by IPv6; enable ipv6 in shop/front, or use the IPv4 address',
  ],
  [
    'MACVLAN_PARENT',
    [PARTS, '28.5', 'shop/web', 'shop/child@shop/mv'],
    'shop/mv',
    'between shop/web and shop/child is the parent interface of macvlan shop/mv, which the kernel keeps apart from its children; connect both to one bridge network beside shop/mv, or give the host a macvlan interface of its own',
  ],
  [
    'GATEWAY_MODE_ISOLATED',
    [PARTS, '28.5', 'host', 'shop/alone@shop/alone'],
    'shop/alone',
    'shop/alone has gateway mode isolated, so the host has no address in it; take gateway_mode_ipv4=isolated from shop/alone',
  ],
  [
    'NO_SHARED_NETWORK',
    [PARTS, '28.5', 'shop/web', 'shop/db@shop/back'],
    'shop/back',
    'shop/web and shop/db share no network, and the engine keeps bridges apart; connect shop/web to shop/back, or ask for its published port 8086/tcp at an address of host local',
  ],
  [
    'NO_ROUTE_TO_CONTAINER',
    [PARTS, '28.5', 'lan', 'shop/db@shop/back'],
    'shop/back',
    'the router of a neighbour on the LAN of host local has no route to shop/back; ask for its published port 8086/tcp at an address of host local',
  ],
  [
    'DIRECT_ACCESS_DROPPED',
    [PARTS, '28.5', 'routed', 'shop/db@shop/back'],
    'shop/back',
    'the engine drops what comes from a neighbour on the LAN of host local to the address of shop/db in shop/back; ask for its published port 8086/tcp at an address of host local, or let the interface in by trusted_host_interfaces of shop/back with a forward rule',
  ],
  [
    'ICC_OFF',
    [PARTS, '28.5', 'shop/quiet1', 'shop/quiet2@shop/quiet'],
    'shop/quiet',
    'shop/quiet has icc off, which keeps shop/quiet1 from shop/quiet2; switch icc on in shop/quiet, or connect both to another network, or publish 80/tcp of shop/quiet2',
  ],
  [
    'INTERNAL_NETWORK',
    [PARTS, '28.5', 'shop/web', 'shop/inner@shop/in'],
    'shop/in',
    'shop/in is internal, so nothing passes between shop/web and shop/inner; connect shop/web to shop/in',
  ],
  [
    'PUBLISHED_FROM_INTERNAL',
    [PARTS, '28.5', 'shop/inner', 'gw:shop/in', '8080'],
    'shop/in',
    'shop/in is internal, and what shop/inner sends to the published port 8080/tcp of shop/web is dropped; connect shop/inner to a network of shop/web, or to one that is not internal',
  ],
  [
    'FORWARDING_OFF',
    [NO_FORWARDING, '28.5', 'shop/web', 'out', '443'],
    'local',
    'host local does not forward: its daemon has ip-forward off; take ip-forward: false from the daemon of host local',
  ],
  [
    'NO_MASQUERADE',
    [PARTS, '28.5', 'shop/bare', 'out', '443'],
    'shop/bare',
    'shop/bare does not masquerade, so replies to shop/bare are lost; switch masquerading on in shop/bare',
  ],
  [
    'PROXY_OFF',
    [NO_PROXY, '28.5', 'shop/db', 'gw:shop/back', '8080'],
    'local',
    'userland-proxy is off on host local, and without it nothing takes shop/db to port 8080/tcp of shop/web; connect shop/db to a network of shop/web, or switch userland-proxy on',
  ],
  [
    'HAIRPIN_ICC_OFF',
    [NO_PROXY, '28.5', 'shop/quiet2', 'gw:shop/quiet', '8083'],
    'shop/quiet',
    'shop/quiet has icc off and there is no proxy, so shop/quiet2 does not come back in to the published port of shop/quiet1; switch icc on in shop/quiet, or userland-proxy on',
  ],
  [
    'REPLY_LEAVES_ELSEWHERE',
    [PARTS, '28.5', 'lan', 'lan', '8085'],
    'shop/mv',
    'shop/both answers a neighbour on the LAN of host local through shop/mv, past the way it came; take shop/both out of shop/mv, or use another of its addresses',
  ],
  [
    'UDP_PROXY_ADDRESS',
    [
      {
        ...PARTS,
        containers: [
          ...PARTS.containers,
          box('shop/udp', ['shop/back'], { publish: published('5353:80/udp') }),
        ],
      },
      '26.1',
      'shop/web',
      'lan',
      '5353/udp',
    ],
    'local',
    'the proxy of engines before 28 answers shop/web from another address than the address of host local; ask at the own gateway of shop/web, or use engine 28',
  ],
  [
    'NOT_LISTENING',
    [PARTS, '28.5', 'shop/web', 'shop/mate@shop/front', '81'],
    'shop/mate',
    'nothing in shop/mate answers on 81/tcp; ask for a port it answers on, or add 81/tcp to the listens of shop/mate',
  ],
  [
    'NOT_PUBLISHED',
    [PARTS, '28.5', 'lan', 'lan', '9999'],
    'local',
    "nothing is published or answers on 9999/tcp of host local; publish a container's port as 9999/tcp",
  ],
  [
    'PUBLISHED_ON_OTHER_ADDRESS',
    [PARTS, '28.5', 'lan', 'lan', '8081'],
    'shop/db',
    '8081/tcp of shop/db is published on 127.0.0.1 only, not on the other addresses of the host; publish it without an address, or on the one that is asked',
  ],
  [
    'PUBLISH_DISCARDED',
    [PARTS, '28.5', 'lan', 'lan', '8082'],
    'shop/inner',
    '8082/tcp of shop/inner is asked to be published and is not: it is in internal networks only, which have no way out; connect shop/inner to a bridge network that is not internal and has its default route',
  ],
  [
    'FAMILY_NOT_PUBLISHED',
    [PARTS, '28.5', 'lan', 'lan6', '8086'],
    'shop/db',
    '8086/tcp of shop/db is not published for IPv6; publish it without an address',
  ],
  [
    'GATEWAY_MODE_ROUTED',
    [PARTS, '28.5', 'lan', 'lan', '8084'],
    'shop/routed',
    'shop/routed has gateway mode routed, so 8084/tcp of shop/plain is opened on no address of the host; ask at the address of shop/plain, or take gateway_mode_ipv4=routed from shop/routed',
  ],
  [
    'ENGINE_KIND_UNMEASURED',
    [hosts({ kind: 'rootless' }), '28.5', 'shop/web', 'shop/mate@shop/front'],
    'local',
    'the engine of host local is rootless, of which nothing was measured; try it on the engine',
  ],
  [
    'DRIVER_UNMEASURED',
    [PARTS, '28.5', 'shop/web', 'shop/l2@shop/ipv'],
    'shop/ipv',
    'nothing was measured of ways through driver ipvlan as in shop/ipv; try it on the engine',
  ],
  [
    'ENGINE_VERSION_UNKNOWN',
    [PARTS, undefined, 'routed', 'shop/web@shop/front'],
    'local',
    'it depends on the version of the engine of host local: reaches on 20.10, reaches on 26, blocked on 28, blocked on 29; declare the engineVersion of host local',
  ],
  [
    'VALUE_UNKNOWN',
    [PARTS, '28.5', 'shop/web', 'shop/blank@shop/front'],
    'shop/blank',
    'whether shop/blank answers on 80/tcp is not known; declare the listens of shop/blank',
  ],
];

test.each(CASES)('%s', (code, [parts, engine, from, to, port], at, text) => {
  const [answer] = answersOf(on(engine, parts), from, to, port);
  expect(answer?.verdict).toBe(verdictOf(code));
  expect(answer?.reason).toMatchObject({ code, at });
  expect(`${answer?.reason?.problem ?? ''}; ${answer?.reason?.fix ?? ''}`).toBe(text);
});

test('every code occurs', () => {
  expect(CASES.map(([code]) => code).sort()).toEqual([...REASON_CODES].sort());
});
