import { defaultBridge } from '../topologies';
import type { Parts } from '../topologies';
import { answersOf, box, bridge, hostWith, letterOf, on, published, rowsOn } from './ground';

/** Facts, sections 1, 3 and 7: forms of publishing. */
const LOCAL = { 'com.docker.network.bridge.host_binding_ipv4': '127.0.0.1' };

const PARTS: Parts = {
  hosts: [hostWith({ daemon: { ip: '127.0.0.1' } })],
  networks: [
    bridge('a', 1),
    bridge('b', 2),
    bridge('local', 3, { options: LOCAL }),
    { ...defaultBridge() },
  ],
  containers: [
    box('src', ['a']),
    box('many', ['b'], {
      publish: published('8080:80', '8081:80', '53:80', '53:80/udp', '8085:85'),
    }),
    box('one', ['b'], { publish: published('192.168.5.10:8090:80') }),
    box('two', ['b'], { publish: published('192.168.5.11:8090:80') }),
    box('three', ['b'], { publish: published('127.0.0.1:8090:80') }),
    box('bound', ['local'], { publish: published('8100:80', '0.0.0.0:8101:80') }),
    box('default', ['local:bridge'], { publish: published('8110:80', '0.0.0.0:8111:80') }),
    box('free', ['b'], { publish: [{ containerPort: 80, protocol: 'tcp' }], publishAll: true }),
  ],
};

test.each(
  rowsOn([
    ['lan', 'lan', '8080', 'ok'],
    ['lan', 'lan', '8081', 'ok'],
    ['lan', 'lan', '53', 'ok'],
    ['lan', 'lan', '53/udp', 'ok'],
    ['lan', 'lan', '8080/udp', 'R'],
    // Nobody answers inside: refused from outside, and by the proxy too in the end.
    ['lan', 'lan', '8085', 'R'],
    ['src', 'lan', '8085', 'R'],
    ['lan', 'lan:192.168.5.10', '8090', 'ok'],
    ['lan', 'lan:192.168.5.11', '8090', 'ok'],
    ['src', 'gw:a', '8090', 'R'],
    ['host', 'lo', '8090', 'ok'],
    ['lan', 'lan', '8100', 'R'],
    ['host', 'lo', '8100', 'ok'],
    ['lan', 'lan', '8101', 'ok'],
    ['lan', 'lan', '8110', 'R'],
    ['host', 'lo', '8110', 'ok'],
    ['lan', 'lan', '8111', 'ok'],
  ]),
)('on %s, %s asks %s on %s: %s', (engine, from, to, port, expected) => {
  expect(letterOf(on(engine, PARTS), from, to, port)).toBe(expected);
});

test('one port on several addresses leads to whoever has it there', () => {
  const reach = on('28.5.2', PARTS);
  const whom = (to: string, from = 'lan'): unknown =>
    answersOf(reach, from, to, '8090').map((answer) => answer.to);
  expect(whom('lan:192.168.5.10')).toEqual([{ kind: 'container', id: 'one' }]);
  expect(whom('lan:192.168.5.11')).toEqual([{ kind: 'container', id: 'two' }]);
  expect(whom('lo', 'host')).toEqual([{ kind: 'container', id: 'three' }]);
});
