import type { Parts } from '../topologies';
import { box, bridge, codesOf, ENGINES, hostWith, letterOf, on, published, rowsOn } from './ground';

/** Facts, sections 1 and 5: several networks. */
const MACVLAN = {
  driver: 'macvlan',
  options: { parent: 'lan0' },
  subnets: [{ cidr: '192.168.5.0/24', gateway: '192.168.5.1' }],
};

const PARTS: Parts = {
  hosts: [hostWith()],
  networks: [
    bridge('aa', 1),
    bridge('zz', 2),
    bridge('in', 3, { internal: true }),
    { id: 'mv', ...MACVLAN },
    { id: '0mv', ...MACVLAN },
    bridge('src', 5),
    bridge('Zupper', 6),
  ],
  containers: [
    box('asker', ['src']),
    box('neighbour', ['zz']),
    box('near', ['aa']),
    box('two', ['zz', 'aa'], { publish: published('8080:80') }),
    box('upper', ['aa', 'Zupper'], { publish: published('8087:80') }),
    box('prior', [], {
      attachments: [{ network: 'aa' }, { network: 'zz', gatewayPriority: 5 }],
      publish: published('8081:80'),
    }),
    box('inprior', [], {
      attachments: [{ network: 'in', gatewayPriority: 50 }, { network: 'zz' }],
      publish: published('8082:80'),
    }),
    box('onlan', ['aa', 'mv'], { publish: published('8083:80') }),
    box('viamv', ['aa', '0mv'], { publish: published('8084:80') }),
    box('inner', ['in'], { publish: published('8085:80') }),
    box('mvonly', ['mv'], { publish: published('8086:80') }),
    box('onhost', [], { mode: 'host', publish: published('8088:80') }),
    box('nonet', [], { mode: 'none', publish: published('8089:80') }),
  ],
};

describe('several networks', () => {
  test.each(
    rowsOn([
      // Published ports follow the default route, and stay open to everybody.
      ['lan', 'lan', '8080', 'ok'],
      ['host', 'lan', '8080', 'ok'],
      ['asker', 'gw:src', '8080', 'ok'],
      ['neighbour', 'two@zz', '80', 'ok'],
      ['near', 'two@aa', '80', 'ok'],
      ['routed', 'two@aa', '80', 'ok|ok|T|T'],
      ['routed', 'two@zz', '80', 'T'],
      ['routed', 'upper@Zupper', '80', 'ok|ok|T|T'],
      ['routed', 'upper@aa', '80', 'T'],
      ['routed', 'prior@zz', '80', 'T'],
      ['routed', 'prior@aa', '80', 'ok|ok|T|T'],
      ['lan', 'lan', '8082', 'ok'],
      // A bridge and a macvlan: what sees the LAN directly answers it directly.
      ['lan', 'lan', '8083', 'T'],
      ['host', 'lan', '8083', 'T'],
      ['host', 'lo', '8083', 'ok'],
      ['asker', 'lan', '8083', 'ok'],
      ['lan', 'onlan@mv', '80', 'ok'],
      ['host', 'onlan@mv', '80', 'N'],
      ['host', 'onlan@aa', '80', 'ok'],
      ['mvonly', 'onlan@mv', '80', 'ok'],
      // With the default route in the macvlan, nothing is published.
      ['lan', 'lan', '8084', 'R'],
      ['host', 'lan', '8084', 'R'],
      ['asker', 'gw:src', '8084', 'R'],
      ['viamv', 'lan', '9000', 'N'],
      ['viamv', 'gw:aa', '9000', 'ok'],
      ['viamv', 'near@aa', '80', 'ok'],
      // Nor on internal networks, on macvlan, in host mode or without network.
      ['lan', 'lan', '8085', 'R'],
      ['lan', 'lan', '8086', 'R'],
      ['lan', 'lan', '8088', 'R'],
      ['lan', 'lan', '8089', 'R'],
    ]),
  )('on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
    expect(letterOf(on(engine, PARTS), from, to, port)).toBe(expected);
  });

  test.each(ENGINES)('on %s, ports that are opened nowhere say why', (engine) => {
    const reach = on(engine, PARTS);
    for (const port of ['8084', '8085', '8086', '8088', '8089']) {
      expect(codesOf(reach, 'lan', 'lan', port)).toEqual(['PUBLISH_DISCARDED']);
    }
    expect(codesOf(reach, 'lan', 'lan', '8083')).toEqual(['REPLY_LEAVES_ELSEWHERE']);
  });

  test('priorities decide the default route since engine 28, negative ones too', () => {
    const parts: Parts = {
      networks: [bridge('aa', 1), { id: 'mv', ...MACVLAN }],
      containers: [
        box('x', [], {
          attachments: [{ network: 'aa', gatewayPriority: -1 }, { network: 'mv' }],
          publish: published('8080:80'),
        }),
      ],
    };
    expect(ENGINES.map((engine) => letterOf(on(engine, parts), 'lan', 'lan', '8080'))).toEqual([
      'T',
      'T',
      'R',
      'R',
    ]);
  });
});
