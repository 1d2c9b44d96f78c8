import { bestOf } from '../../../src/analysis/reach/best';
import type { Answer } from '../../../src/analysis/reach/answer';
import type { Parts } from '../topologies';
import { box, bridge, hostWith, on, place, published } from './ground';

const TCP80 = { port: 80, protocol: 'tcp' } as const;

const PARTS: Parts = {
  hosts: [hostWith()],
  networks: [bridge('back', 1), bridge('front', 2), bridge('else', 3)],
  containers: [
    box('db', [], {
      attachments: [{ network: 'back', ipv4: '10.0.1.10', aliases: ['store'] }],
      hostname: 'dbhost',
      listens: [
        { port: 80, protocol: 'tcp' },
        { port: 81, protocol: 'tcp', address: '127.0.0.1' },
      ],
      publish: published('8080:80', '192.168.5.10:8081:80', '127.0.0.1:8082:80'),
    }),
    box('web', ['back', 'front'], { links: [{ container: 'db', aliases: ['linked'] }] }),
    box('far', ['else'], {
      extraHosts: [{ host: 'host.docker.internal', address: 'host-gateway' }],
    }),
    box('shut', ['back'], { listens: [{ port: 80, protocol: 'tcp' }] }),
    box('silent', ['back'], { listens: [] }),
    box('onhost', [], { mode: 'host', listens: [{ port: 7000, protocol: 'tcp' }] }),
    box('nonet', [], { mode: 'none' }),
    box('rider', [], {
      mode: 'container',
      modeContainer: 'web',
      listens: [{ port: 9, protocol: 'tcp' }],
    }),
  ],
};

const reach = on('28.5.2', PARTS);

/** Ways in short: `name db: reaches 10.0.1.10:80`. */
function texts(answers: readonly Answer[]): string[] {
  return answers.map(({ by, address = '', port = 0, verdict, protocol, reason }) => {
    const way = [by.kind, by.name ?? by.network].filter((one) => one !== undefined).join(' ');
    const why = reason === undefined ? '' : ` ${reason.code}`;
    return `${way}: ${verdict} ${address}:${String(port)}/${protocol}${why}`;
  });
}

function ways(from: string, to: string, port?: typeof TCP80): string[] {
  return texts(reach.ways(place(from), place(to), port));
}

test('a peer is reached by each of its names, its address, and its published ports', () => {
  expect(ways('web', 'db', TCP80)).toEqual([
    'name db: reaches 10.0.1.10:80/tcp',
    'alias store: reaches 10.0.1.10:80/tcp',
    'hostname dbhost: reaches 10.0.1.10:80/tcp',
    'link linked: reaches 10.0.1.10:80/tcp',
    'container-address back: reaches 10.0.1.10:80/tcp',
    'gateway back: reaches 10.0.1.1:8080/tcp',
    'gateway front: reaches 10.0.2.1:8080/tcp',
    'host-address: reaches :8080/tcp',
    'host-address: reaches 192.168.5.10:8081/tcp',
    'gateway back: refused 10.0.1.1:8082/tcp PUBLISHED_ON_OTHER_ADDRESS',
    'gateway front: refused 10.0.2.1:8082/tcp PUBLISHED_ON_OTHER_ADDRESS',
    'host-address: refused :8082/tcp PUBLISHED_ON_OTHER_ADDRESS',
  ]);
});

test('without a port, every port that the place is known to answer on is asked, and a ping where there is none', () => {
  expect(reach.portsOf(place('db'))).toEqual([TCP80]);
  expect(
    new Set(reach.ways(place('web'), place('db')).map(({ reason, port }) => reason?.code ?? port)),
  ).toContain(80);
  expect(ways('web', 'silent')).toEqual([
    'name silent: reaches :0/icmp',
    'container-address back: reaches :0/icmp',
  ]);
});

test('somebody in another network finds the published port alone', () => {
  expect(ways('far', 'db', TCP80)).toEqual([
    'gateway else: reaches 10.0.3.1:8080/tcp',
    'host-address: reaches :8080/tcp',
    'host-address: reaches 192.168.5.10:8081/tcp',
    'gateway else: refused 10.0.3.1:8082/tcp PUBLISHED_ON_OTHER_ADDRESS',
    'host-address: refused :8082/tcp PUBLISHED_ON_OTHER_ADDRESS',
    'container-address back: blocked 10.0.1.10:80/tcp NO_SHARED_NETWORK',
    'name db: unresolved :80/tcp NAME_OF_ANOTHER_NETWORK',
  ]);
});

test('from the LAN, what is not published is refused', () => {
  expect(ways('lan', 'shut', TCP80)).toEqual([
    'host-address: refused :80/tcp NOT_PUBLISHED',
    'container-address back: blocked :80/tcp NO_ROUTE_TO_CONTAINER',
  ]);
});

test('the host is reached at its gateways, its addresses and its loopback', () => {
  expect(ways('far', 'host')).toEqual([
    'gateway else: reaches 10.0.3.1:9000/tcp',
    'gateway else: reaches 10.0.3.1:9000/udp',
    'host-address: reaches :9000/tcp',
    'host-address: reaches :9000/udp',
  ]);
  expect(ways('host', 'onhost')).toEqual([
    'gateway local:bridge: reaches :7000/tcp',
    'host-address: reaches :7000/tcp',
    'loopback: reaches 127.0.0.1:7000/tcp',
    'loopback: reaches ::1:7000/tcp',
  ]);
  expect(ways('far', 'onhost')).toEqual([
    'gateway else: reaches 10.0.3.1:7000/tcp',
    'host-address: reaches :7000/tcp',
  ]);
});

test('a container without network reaches itself alone', () => {
  expect(ways('nonet', 'nonet', TCP80)).toEqual(['loopback: reaches 127.0.0.1:80/tcp']);
  expect(ways('web', 'nonet', TCP80)).toEqual(['container-address: no-route :80/tcp NO_NETWORK']);
});

test('the outside is reached by its addresses', () => {
  expect(ways('web', 'outside', TCP80)).toEqual(['outside: reaches :80/tcp']);
});

test('those that share a stack reach each other at its loopback', () => {
  expect(ways('web', 'rider')).toEqual([
    'name web: reaches :9/tcp',
    'container-address back: reaches :9/tcp',
    'container-address front: reaches :9/tcp',
    'loopback: reaches 127.0.0.1:9/tcp',
  ]);
  const [answer] = reach.ways(place('db'), place('rider'));
  expect(answer?.to).toEqual({ kind: 'container', id: 'rider' });
});

test('the best way is the first', () => {
  const all = reach.ways(place('far'), place('db'), TCP80);
  expect(bestOf([...all].reverse())).toEqual(all[0]);
  expect(bestOf([])).toBeUndefined();
});

test('the path goes from who asks to who answers, or to what stops it', () => {
  const path = (from: string, to: string): string[] =>
    (bestOf(reach.ways(place(from), place(to), TCP80))?.path ?? []).map(
      ({ kind, at }) => `${kind} ${at}`,
    );
  expect(path('web', 'db')).toEqual([
    'container web',
    'dns 127.0.0.11',
    'veth back',
    'bridge back',
    'veth back',
    'container db',
    'socket 80/tcp',
  ]);
  expect(path('far', 'db')).toEqual([
    'container far',
    'route else',
    'bridge else',
    'host local',
    'proxy local',
    'bridge back',
    'veth back',
    'container db',
    'socket 80/tcp',
  ]);
  expect(path('far', 'shut')).toEqual(['container far', 'route else', 'bridge else', 'raw back']);
  expect(path('lan', 'db')).toEqual([
    'lan local',
    'host local',
    'dnat db:80',
    'forward local',
    'bridge back',
    'veth back',
    'container db',
    'socket 80/tcp',
  ]);
});
