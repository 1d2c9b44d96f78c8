import { defaultBridge } from '../topologies';
import type { Parts } from '../topologies';
import { answersOf, box, bridge, codesOf, ENGINES, letterOf, on } from './ground';

/** Facts, section 4: names. */
const PARTS: Parts = {
  networks: [
    bridge('back', 1),
    bridge('front', 2),
    bridge('in', 3, { internal: true }),
    bridge('dual', 4, { ipv6: true }),
    { id: 'mv', driver: 'macvlan', options: { parent: 'lan0' } },
    { ...defaultBridge() },
  ],
  containers: [
    box('db', [], {
      hostname: 'DBhost',
      attachments: [{ network: 'back', ipv4: '10.0.1.10', aliases: ['store', 'shared'] }],
    }),
    box('web', ['back', 'front'], { links: [{ container: 'db', aliases: ['linked'] }] }),
    box('other', [], { attachments: [{ network: 'front', aliases: ['shared', 'far'] }] }),
    box('twin', [], { attachments: [{ network: 'back', aliases: ['shared'] }] }),
    box('edge', ['front'], { links: [{ container: 'db', aliases: ['elsewhere'] }] }),
    box('inner', ['in']),
    box('half', ['in', 'front']),
    box('old1', ['local:bridge'], { links: [{ container: 'old2', aliases: ['short'] }] }),
    box('old2', ['local:bridge'], { hostname: 'oldhost' }),
    box('onhost', [], { mode: 'host', extraHosts: [{ host: 'db.lan', address: '192.168.5.77' }] }),
    box('nonet', [], { mode: 'none' }),
    box('rider', [], { mode: 'container', modeContainer: 'web' }),
    box('v6a', ['dual']),
    box('v6b', ['dual']),
    box('extra', ['back'], {
      extraHosts: [
        { host: 'db', address: '10.0.2.99' },
        { host: 'host.docker.internal', address: 'host-gateway' },
        { host: 'literal', address: '10.0.1.10' },
      ],
    }),
    box('child', ['mv']),
  ],
};

describe.each(ENGINES)('names on engine %s', (engine) => {
  const reach = on(engine, PARTS);

  test.each([
    ['web', 'db', 'ok'],
    ['web', 'DB', 'ok'],
    ['web', 'db.', 'ok'],
    ['web', 'dbhost', 'ok'],
    ['web', 'store', 'ok'],
    ['web', 'db.back', 'ok'],
    ['web', 'store.back', 'ok'],
    ['web', 'linked', 'ok'],
    ['web', 'web', 'ok'],
    ['rider', 'db', 'ok'],
    ['child', 'example.com', 'ok'],
    ['web', 'example.com', 'ok'],
    ['half', 'example.com', 'ok'],
    ['old1', 'example.com', 'ok'],
    ['old1', 'old2', 'ok'],
    ['old1', 'short', 'ok'],
    ['old1', 'oldhost', 'ok'],
    ['onhost', 'example.com', 'ok'],
    ['onhost', 'db.lan', 'ok'],
    ['extra', 'literal', 'ok'],
    ['v6a', 'v6b', 'ok'],
    ['twin', 'localhost', 'ok'],
  ])('%s finds %s: %s', (from, name, expected) => {
    expect(letterOf(reach, from, name)).toBe(expected);
  });

  test.each([
    ['edge', 'db', 'NAME_OF_ANOTHER_NETWORK'],
    ['edge', 'store', 'NAME_OF_ANOTHER_NETWORK'],
    ['edge', 'db.back', 'NAME_OF_ANOTHER_NETWORK'],
    ['edge', 'elsewhere', 'NAME_UNKNOWN'],
    ['db', 'far', 'NAME_OF_ANOTHER_NETWORK'],
    ['db', 'linked', 'NAME_UNKNOWN'],
    ['web', 'rider', 'NO_NAMES_IN_MODE'],
    ['web', 'nosuch', 'NAME_UNKNOWN'],
    ['web', 'host.docker.internal', 'NAME_UNKNOWN'],
    ['old2', 'old1', 'NO_NAMES_ON_DEFAULT_BRIDGE'],
    ['old1', 'db', 'NO_NAMES_ON_DEFAULT_BRIDGE'],
    ['web', 'old1', 'NO_NAMES_ON_DEFAULT_BRIDGE'],
    ['web', 'onhost', 'NO_NAMES_IN_MODE'],
    ['onhost', 'db', 'NO_NAMES_IN_MODE'],
    ['nonet', 'db', 'NO_NAMES_IN_MODE'],
    ['nonet', 'example.com', 'NO_NAMES_IN_MODE'],
    ['host', 'db', 'NO_NAMES_IN_MODE'],
    ['lan', 'db', 'NO_NAMES_IN_MODE'],
    ['inner', 'example.com', 'OUTSIDE_NAME_FROM_INTERNAL'],
  ])('%s does not find %s: %s', (from, name, code) => {
    expect(codesOf(reach, from, name)).toEqual([code]);
  });

  test('an alias of two containers leads to both', () => {
    const shared = answersOf(reach, 'web', 'shared');
    expect(shared.map(({ to, by }) => [to, by])).toEqual([
      [
        { kind: 'container', id: 'db' },
        { kind: 'alias', name: 'shared', network: 'back' },
      ],
      [
        { kind: 'container', id: 'twin' },
        { kind: 'alias', name: 'shared', network: 'back' },
      ],
    ]);
  });

  test('a peer in two shared networks answers in that of the default route alone', () => {
    const [own, ...more] = answersOf(reach, 'web', 'web');
    expect(more).toEqual([]);
    expect(own?.by.network).toBe('back');
  });

  test('an extra host goes before the name of a container', () => {
    const [answer] = answersOf(reach, 'extra', 'db');
    expect(answer).toMatchObject({
      by: { kind: 'extra-host', name: 'db' },
      address: '10.0.2.99',
      verdict: 'unknown',
    });
  });

  test('host-gateway is the address of the default bridge', () => {
    const [answer] = answersOf(reach, 'extra', 'host.docker.internal', '9000');
    expect(answer).toMatchObject({
      by: { kind: 'extra-host' },
      to: { kind: 'host', id: 'local' },
      verdict: 'reaches',
    });
  });

  test('a name in a network with IPv6 leads to an address of each family', () => {
    expect(answersOf(reach, 'v6a', 'v6b').map(({ family }) => family)).toEqual([4, 6]);
  });
});
