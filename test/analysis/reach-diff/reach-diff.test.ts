import * as fc from 'fast-check';
import { isSameReach } from '../../../src/analysis/reach-diff/reach-diff';
import { renderReachDiff } from '../../../src/export/reach-diff';
import { inNetworks, type ContainerPart } from '../topologies';
import { createReach } from '../../../src/analysis/reach/reach';
import { changeOf, client, db, linesOf, topologyOfSide, type Side } from './changes';

const BACK = 'shop/back';
const FRONT = 'shop/front';
const tcp = { protocol: 'tcp' } as const;

function web(hostIp?: string): ContainerPart {
  const publish = [{ containerPort: 80, hostPort: 8080, ...tcp, ...(hostIp && { hostIp }) }];
  return { id: 'shop/web', name: 'web', publish, ...inNetworks(FRONT) };
}

test('tells who can now reach whom, on which port, by which name and network', () => {
  const before: Side = { containers: [db(BACK), client('shop/cache', FRONT)] };
  const after: Side = { containers: [db(BACK), client('shop/cache', FRONT, BACK)] };
  expect(linesOf(before, after)).toEqual([
    '+ shop/db can now reach shop/cache (by name cache, through network shop/back)',
    '+ shop/cache can now reach shop/db:5432/tcp (by name db, through network shop/back)',
  ]);
  expect(linesOf(after, before)).toEqual([
    '- shop/db can no longer reach shop/cache (by name cache, through network shop/back)',
    '- shop/cache can no longer reach shop/db:5432/tcp (by name db, through network shop/back)',
  ]);
});

test('tells that a port is no longer open to the LAN', () => {
  expect(linesOf({ containers: [web()] }, { containers: [web('127.0.0.1')] })).toEqual([
    '- 8080/tcp of shop/web is no longer open to containers of other networks, the LAN and the outside (now on 127.0.0.1)',
  ]);
});

test('tells that a port is open to the LAN, and to whom it may be', () => {
  expect(linesOf({ containers: [web('127.0.0.1')] }, { containers: [web()] })).toEqual([
    '+ 8080/tcp of shop/web is now open to containers of other networks and the LAN, may now be open to the outside (now on 0.0.0.0 and ::)',
  ]);
});

test('tells that a port moved', () => {
  const [one, two] = ['192.168.1.10', '192.168.1.11'].map((ip) => ({ containers: [web(ip)] }));
  expect(linesOf(one!, two!)).toEqual([
    '~ 8080/tcp of shop/web is open on 192.168.1.11 instead of 192.168.1.10',
  ]);
});

test('tells who gets out', () => {
  const [inside, outside] = [BACK, FRONT].map((net) => ({ containers: [client('shop/a', net)] }));
  expect(linesOf(inside!, outside!)).toEqual(['+ shop/a can now reach the outside']);
  expect(linesOf(outside!, inside!)).toEqual(['- shop/a can no longer reach the outside']);
});

test('tells which names lead elsewhere', () => {
  const alias = (id: string, ...aliases: string[]): ContainerPart => ({
    id,
    attachments: [{ network: BACK, aliases }],
  });
  const before = { containers: [alias('shop/a', 'db', 'old'), alias('shop/b')] };
  const after = { containers: [alias('shop/a', 'new'), alias('shop/b', 'db')] };
  expect(linesOf(before, after)).toEqual([
    '~ db in shop/back now leads to shop/b, before to shop/a',
    '+ shop/a now has the name new in shop/back',
    '- shop/a no longer has the name old in shop/back',
  ]);
});

test('tells what is new with what it reaches, and what is gone without', () => {
  const containers = [db(BACK)];
  const more = { containers: [...containers, client('shop/new', BACK)] };
  expect(linesOf({ containers }, more)).toEqual([
    '+ shop/new can now reach shop/db:5432/tcp (by name db, through network shop/back)',
    '+ shop/db can now reach shop/new (by name new, through network shop/back)',
    '+ container added: shop/new',
  ]);
  expect(linesOf(more, { containers })).toEqual(['- container removed: shop/new']);
});

test('tells what a setting of the daemon means', () => {
  const networks = [{ id: 'local:bridge', name: 'bridge', external: true }];
  const containers = ['a', 'b', 'c', 'd'].map((id) => client(`shop/${id}`, 'local:bridge'));
  const closed = { networks, containers, host: { daemon: { icc: false } } };
  expect(linesOf({ networks, containers }, closed)).toEqual([
    '- shop/a, shop/b and 2 more can no longer reach each other (such as shop/b to shop/a by its address, through network local:bridge)',
  ]);
});

test('tells that nobody knows any more', () => {
  const containers = [db(BACK), client('shop/a', BACK)];
  const rootless = { containers, host: { kind: 'rootless' as const } };
  const [first] = linesOf({ containers }, rootless);
  expect(first).toMatch(/^~ shop\/a and shop\/db may no longer reach each other/);
});

test('tells that nothing changes, and how much else does', () => {
  const before = { containers: [db(BACK)] };
  const after = { containers: [{ ...db(BACK), image: 'postgres:17' }] };
  const diff = changeOf(before, after);
  expect(isSameReach(diff)).toBe(true);
  expect(renderReachDiff(diff)).toBe(
    'Nothing changes in who reaches whom.\n\n1 host, network, volume or container differs in its settings.',
  );
});

test('what five hundred containers lose is one line', () => {
  const many = (...extra: string[]): Side => ({
    networks: Array.from({ length: 500 }, (_, index) => ({ id: `shop/n${String(index)}` })).concat(
      extra.map((id) => ({ id })),
    ),
    containers: Array.from({ length: 500 }, (_, index) =>
      client(`shop/c${String(index).padStart(3, '0')}`, `shop/n${String(index)}`, ...extra),
    ),
  });
  const lines = linesOf(many('shop/all'), many());
  expect(lines).toEqual([
    '- shop/c000, shop/c001 and 498 more can no longer reach each other (such as shop/c001 to shop/c000 by name c000, through network shop/all)',
    '- network removed: shop/all',
  ]);
}, 30_000);

test('what has no pattern is cut off, with the number of what is left', () => {
  const count = 300;
  const mesh = (step: number): Side => ({
    networks: Array.from({ length: count }, (_, index) => ({ id: `shop/n${String(index)}` })),
    containers: Array.from({ length: count }, (_, index) =>
      client(
        `shop/c${String(index)}`,
        `shop/n${String(index)}`,
        `shop/n${String((index * step + 1) % count)}`,
      ),
    ),
  });
  const diff = changeOf(mesh(7), mesh(11));
  expect(diff.reach).toHaveLength(200);
  expect(diff.omitted).toBeGreaterThan(0);
  const lines = renderReachDiff(diff).split('\n');
  expect(lines.length).toBeLessThan(60);
  const rest = diff.omitted + 160;
  expect(lines).toContain(`  ~ and ${String(rest)} further changes`);
}, 30_000);

/** Longer than a law takes on a busy machine. */
const LAW_TIMEOUT_MS = 60_000;

describe('laws', () => {
  const ids = ['shop/a', 'shop/b', 'shop/c', 'shop/d', 'shop/e'];
  const side: fc.Arbitrary<Side> = fc
    .tuple(
      ...ids.map((id) =>
        fc
          .record({
            front: fc.boolean(),
            back: fc.boolean(),
            isOpen: fc.boolean(),
            isThere: fc.boolean(),
          })
          .map(({ front, back, isOpen, isThere }): ContainerPart[] => {
            const networks = [...(front || !back ? [FRONT] : []), ...(back ? [BACK] : [])];
            const publish = isOpen
              ? [{ containerPort: 80, hostPort: 8000 + ids.indexOf(id), ...tcp }]
              : [];
            return isThere ? [{ ...client(id, ...networks), publish }] : [];
          }),
      ),
    )
    .map((containers) => ({ containers: containers.flat() }));

  test(
    'nothing changes from a topology to itself',
    () => {
      fc.assert(
        fc.property(side, (any) => {
          expect(isSameReach(changeOf(any, any))).toBe(true);
        }),
      );
    },
    LAW_TIMEOUT_MS,
  );

  test(
    'the way back is told of the same pairs, between those who stay',
    () => {
      fc.assert(
        fc.property(side, side, (a, b) => {
          expect(pairsOf(b, a)).toEqual(pairsOf(a, b).map(([pair, was, is]) => [pair, is, was]));
        }),
      );
    },
    LAW_TIMEOUT_MS,
  );

  test(
    'every pair that the ways tell apart is told, and no other',
    () => {
      fc.assert(
        fc.property(side, side, (a, b) => {
          const [old, next] = [openPairs(a), openPairs(b)];
          const told = pairsOf(a, b).filter(([, was, is]) => (was === 'none') !== (is === 'none'));
          const isStaying = ([from, to]: string[]): boolean =>
            [from, to].every((id) =>
              [a, b].every((one) => one.containers.some((c) => c.id === id)),
            );
          const differing = [...old, ...next].filter((pair) => old.has(pair) !== next.has(pair));
          const expected = differing.filter((pair) => isStaying(pair.split(' '))).sort();
          expect(told.map(([pair]) => pair)).toEqual(expected);
        }),
      );
    },
    LAW_TIMEOUT_MS,
  );
});

/** Pairs of which the first has a way to the second. */
function openPairs(side: Side): ReadonlySet<string> {
  const reach = createReach(topologyOfSide(side));
  const ids = side.containers.map(({ id }) => id);
  const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to]));
  const open = pairs.filter(([from = '', to = '']) =>
    reach
      .ways({ kind: 'container', id: from }, { kind: 'container', id: to })
      .some(({ verdict }) => verdict === 'reaches'),
  );
  return new Set(open.map((pair) => pair.join(' ')));
}

/** Each pair of those who stay, with what it was and is. */
function pairsOf(before: Side, after: Side): [string, string, string][] {
  const there = new Set(before.containers.map(({ id }) => id));
  const stay = new Set(after.containers.map(({ id }) => id).filter((id) => there.has(id)));
  return changeOf(before, after)
    .reach.flatMap((change) =>
      change.from.flatMap((from) =>
        change.to
          .filter((to) => from !== to && stay.has(from) && stay.has(to))
          .map((to): [string, string, string] => [`${from} ${to}`, change.before, change.after]),
      ),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
