import { formatCidr } from '../../src/ip/cidr';
import { parseCidr } from '../../src/ip/cidr';
import type { Plan } from '../../src/addresses/plan';
import { member, network, plan, space } from './history';

function cidrsOf(made: Plan, path: string): string[] {
  return made.networks.get(path)?.subnets.map(({ cidr }) => cidr) ?? [];
}

function problemsOf(made: Plan): string[] {
  return made.problems.map(({ code, at }) => `${at} ${code}`);
}

const MEMBERS = [member('shop/db'), member('shop/web')];

test('gives networks the lowest free blocks, and containers the lowest free addresses', () => {
  const made = plan([network('shop/back', { members: MEMBERS }), network('shop/front')]);
  expect(cidrsOf(made, 'shop/back')).toEqual(['10.0.0.0/24']);
  expect(cidrsOf(made, 'shop/front')).toEqual(['10.0.1.0/24']);
  const { addressOf, subnets } = made.networks.get('shop/back')!;
  expect(subnets[0]!.gateway).toBe('10.0.0.1');
  expect([addressOf('shop/db', 4), addressOf('shop/web', 4)]).toEqual(['10.0.0.2', '10.0.0.3']);
});

test.each([
  [1, 30],
  [2, 29],
  [5, 29],
  [6, 28],
  [40, 26],
  [253, 24],
  [254, 23],
])('makes room for %d containers in a /%d', (hosts, prefix) => {
  const made = plan([network('shop/back', { hosts })]);
  expect(cidrsOf(made, 'shop/back')).toEqual([`10.0.0.0/${String(prefix)}`]);
});

test('takes a larger block than usual when more containers are there', () => {
  const members = Array.from({ length: 300 }, (_, index) => member(`shop/c${String(index)}`));
  const made = plan([network('shop/back', { members })]);
  expect(cidrsOf(made, 'shop/back')).toEqual(['10.0.0.0/23']);
  expect(made.networks.get('shop/back')!.addressOf('shop/c10', 4)).toBe('10.0.0.12');
});

test('gives a network a block of each family', () => {
  const made = plan([network('shop/back', { families: [4, 6], members: MEMBERS })]);
  expect(cidrsOf(made, 'shop/back')).toEqual(['10.0.0.0/24', 'fd00:1::/64']);
  expect(made.networks.get('shop/back')!.addressOf('shop/db', 6)).toBe('fd00:1::2');
});

test('keeps everything else when a network and a container come in between', () => {
  const before = plan([network('shop/b', { members: [member('shop/m')] }), network('shop/d')]);
  const members = [member('shop/a'), member('shop/m')];
  const after = plan(
    [network('shop/a'), network('shop/b', { members }), network('shop/d')],
    before.lock,
  );
  expect(cidrsOf(after, 'shop/b')).toEqual(['10.0.0.0/24']);
  expect(cidrsOf(after, 'shop/d')).toEqual(['10.0.1.0/24']);
  expect(cidrsOf(after, 'shop/a')).toEqual(['10.0.2.0/24']);
  expect(after.networks.get('shop/b')!.addressOf('shop/m', 4)).toBe('10.0.0.2');
  expect(after.networks.get('shop/b')!.addressOf('shop/a', 4)).toBe('10.0.0.3');
});

describe('what is removed', () => {
  const both = [network('shop/a', { members: MEMBERS }), network('shop/b')];
  const first = plan(both);
  const without = plan([network('shop/b')], first.lock, '2026-02-01');

  test('comes back to the same block and addresses', () => {
    const again = plan([...both].reverse(), without.lock, '2026-02-20');
    expect(again.lock).toEqual(first.lock);
  });

  test('keeps its place for a while', () => {
    const other = plan([network('shop/b'), network('shop/c')], without.lock, '2026-03-02');
    expect(cidrsOf(other, 'shop/c')).toEqual(['10.0.2.0/24']);
  });

  test('loses its place when the time is over', () => {
    const other = plan([network('shop/b'), network('shop/c')], without.lock, '2026-03-03');
    expect(cidrsOf(other, 'shop/c')).toEqual(['10.0.0.0/24']);
    expect(other.lock.has('shop/a ipv4')).toBe(false);
  });

  test('changes nothing in the file by growing old', () => {
    const later = plan([network('shop/b')], without.lock, '2030-01-01');
    expect(later.lock).toEqual(without.lock);
  });

  test('is given up before the pool is full, the oldest first', () => {
    const small = { space: space(['10.0.0.0/23']) };
    const one = plan([network('shop/a', small), network('shop/b', small)]);
    const two = plan([network('shop/b', small)], one.lock, '2026-01-02');
    const none = plan([], two.lock, '2026-01-03');
    const other = plan([network('shop/c', small)], none.lock, '2026-01-04');
    expect(cidrsOf(other, 'shop/c')).toEqual(['10.0.0.0/24']);
    expect(other.lock.has('shop/b ipv4')).toBe(true);
  });

  test('as a container keeps its address, too', () => {
    const less = plan(
      [network('shop/a', { members: [MEMBERS[1]!] }), network('shop/b')],
      first.lock,
    );
    const members = [member('shop/new'), MEMBERS[1]!];
    const more = plan([network('shop/a', { members }), network('shop/b')], less.lock);
    expect(more.networks.get('shop/a')!.addressOf('shop/new', 4)).toBe('10.0.0.4');
  });
});

test('follows what moves into another stack', () => {
  const before = plan([network('shop/back', { members: MEMBERS }), network('shop/front')]);
  const moved = [member('data/db'), MEMBERS[1]!];
  const after = plan(
    [network('data/back', { members: moved }), network('shop/front')],
    before.lock,
  );
  expect(cidrsOf(after, 'data/back')).toEqual(['10.0.0.0/24']);
  expect(after.networks.get('data/back')!.addressOf('data/db', 4)).toBe('10.0.0.2');
  expect(after.networks.get('data/back')!.addressOf('shop/web', 4)).toBe('10.0.0.3');
  expect([...after.lock.keys()]).toEqual(['data/back ipv4', 'shop/front ipv4']);
});

test('follows a move although a namesake elsewhere leaves its address to Docker', () => {
  const named = (path: string): Parameters<typeof network>[1] => ({
    members: [member('wiki/db', 'dynamic'), member(path)],
  });
  const before = plan([network('shop/back', named('shop/db'))]);
  const after = plan([network('shop/back', named('data/db'))], before.lock);
  expect(after.networks.get('shop/back')!.addressOf('data/db', 4)).toBe('10.0.0.2');
  expect(after.lock.get('shop/back ipv4')!.addresses.size).toBe(1);
});

test('does not guess which of two has moved', () => {
  const before = plan([network('shop/back'), network('blog/back')]);
  const after = plan([network('data/back')], before.lock);
  expect(cidrsOf(after, 'data/back')).toEqual(['10.0.2.0/24']);
});

describe('an address that a container asks for', () => {
  test('is nobody else’s', () => {
    const members = [member('shop/a', '10.0.0.2'), member('shop/b')];
    const made = plan([network('shop/back', { members })]);
    expect(made.networks.get('shop/back')!.addressOf('shop/b', 4)).toBe('10.0.0.3');
  });

  test('decides where a new block is', () => {
    const members = [member('shop/a', '10.0.7.9')];
    expect(cidrsOf(plan([network('shop/back', { members })]), 'shop/back')).toEqual([
      '10.0.7.0/24',
    ]);
  });

  test('is recorded for the same one of two, whatever their order', () => {
    const members = [member('shop/a', '10.0.0.5'), member('shop/b', '10.0.0.5')];
    const [one, two] = [members, [...members].reverse()].map((order) =>
      plan([network('shop/back', { members: order })]),
    );
    expect(one!.lock).toEqual(two!.lock);
  });

  test('does not move who had it before', () => {
    const before = plan([network('shop/back', { members: [member('shop/b')] })]);
    const members = [member('shop/a', '10.0.0.2'), member('shop/b')];
    const after = plan([network('shop/back', { members })], before.lock);
    expect(after.networks.get('shop/back')!.addressOf('shop/b', 4)).toBe('10.0.0.2');
  });
});

describe('what Docker hands out by itself', () => {
  test('gets a range of its own beside fixed addresses', () => {
    const members = [member('shop/a'), member('shop/b', 'dynamic'), member('shop/c', '10.0.0.200')];
    const made = plan([network('shop/back', { members })]);
    expect(made.networks.get('shop/back')!.subnets[0]!.ipRange).toBe('10.0.0.128/26');
  });

  test('gets no more than it is said to need', () => {
    const made = plan([network('shop/back', { dynamicHosts: 20, members: MEMBERS })]);
    expect(made.networks.get('shop/back')!.subnets[0]!.ipRange).toBe('10.0.0.224/27');
  });

  test('keeps its range when more fixed addresses come', () => {
    const dynamic = member('shop/d', 'dynamic');
    const before = plan([network('shop/back', { members: [dynamic] })]);
    const after = plan([network('shop/back', { members: [dynamic, ...MEMBERS] })], before.lock);
    expect(after.networks.get('shop/back')!.subnets).toEqual(
      before.networks.get('shop/back')!.subnets,
    );
    expect(after.problems).toEqual([]);
  });

  test('is a problem where no range is left', () => {
    const members = ['10.0.0.2', '10.0.0.3', '10.0.0.5'].map((ip, i) =>
      member(`shop/${String(i)}`, ip),
    );
    const made = plan([network('shop/back', { prefixes: { 4: 29 }, dynamicHosts: 4, members })]);
    expect(problemsOf(made)).toEqual(['shop/back DYNAMIC_RANGE_FULL']);
  });
});

describe('reserved and avoided', () => {
  test('blocks are left out', () => {
    const reserved = [parseCidr('10.0.0.0/23', '')];
    const avoided = [parseCidr('10.0.2.128/25', '')];
    const own = { space: space(['10.0.0.0/16'], { reserved, avoided }) };
    expect(cidrsOf(plan([network('shop/back', own)]), 'shop/back')).toEqual(['10.0.3.0/24']);
  });

  test('addresses inside a block are not handed out', () => {
    const reserved = ['10.0.0.2/32', '10.0.0.4/31'].map((text) => parseCidr(text, ''));
    const own = { space: space(['10.0.0.0/16'], { reserved }), members: MEMBERS };
    const { addressOf } = plan([network('shop/back', own)]).networks.get('shop/back')!;
    expect([addressOf('shop/db', 4), addressOf('shop/web', 4)]).toEqual(['10.0.0.3', '10.0.0.6']);
  });

  test('blocks do not move what is there', () => {
    const before = plan([network('shop/back')]);
    const avoided = [parseCidr('10.0.0.0/16', '')];
    const own = { space: space(['10.0.0.0/12'], { avoided }) };
    expect(cidrsOf(plan([network('shop/back', own)], before.lock), 'shop/back')).toEqual([
      '10.0.0.0/24',
    ]);
  });
});

describe('another size', () => {
  test('grows a block where it is when there is room', () => {
    const before = plan([network('shop/back', { prefixes: { 4: 26 }, members: MEMBERS })]);
    const after = plan(
      [network('shop/back', { prefixes: { 4: 24 }, members: MEMBERS })],
      before.lock,
    );
    expect(cidrsOf(after, 'shop/back')).toEqual(['10.0.0.0/24']);
    expect(after.networks.get('shop/back')!.addressOf('shop/db', 4)).toBe('10.0.0.2');
  });

  test('is a problem where another network is in the way', () => {
    const small = { prefixes: { 4: 26 } };
    const before = plan([network('shop/a', small), network('shop/b', small)]);
    const after = plan(
      [network('shop/a', { prefixes: { 4: 24 } }), network('shop/b', small)],
      before.lock,
    );
    expect(after.problems).toEqual([
      {
        code: 'PLANNED_SUBNET_SIZE',
        at: 'shop/a',
        problem: 'its block 10.0.0.0/26 cannot grow to /24, as shop/b is in 10.0.0.0/24',
        fix: 'keep the size, or delete its lines in the lock file to give it a new block and new addresses',
      },
    ]);
    expect(cidrsOf(after, 'shop/a')).toEqual(['10.0.0.0/26']);
  });

  test('is a problem where addresses would be outside', () => {
    const members = [member('shop/a', '10.0.0.200')];
    const before = plan([network('shop/back', { members: [...members, ...MEMBERS] })]);
    const after = plan(
      [network('shop/back', { prefixes: { 4: 26 }, members: [...members, ...MEMBERS] })],
      before.lock,
    );
    expect(problemsOf(after)).toEqual(['shop/back PLANNED_SUBNET_SIZE']);
  });

  test('keeps a block that is larger than its containers need', () => {
    const before = plan([network('shop/back', { hosts: 200 })]);
    const after = plan([network('shop/back', { hosts: 10 })], before.lock);
    expect(formatCidr(after.lock.get('shop/back ipv4')!.cidr)).toBe('10.0.0.0/24');
  });
});

test('is a problem when the pools are full', () => {
  const small = { space: space(['10.0.0.0/24']) };
  const made = plan([network('shop/a', small), network('shop/b', small)]);
  expect(made.problems).toEqual([
    {
      code: 'ADDRESS_POOL_FULL',
      at: 'shop/b',
      problem: 'no block of /24 is free in 10.0.0.0/24',
      fix: 'add a pool, ask for a smaller block, or reserve and avoid less',
    },
  ]);
});

test('is a problem when a block is full', () => {
  const members = Array.from({ length: 6 }, (_, index) => member(`shop/c${String(index)}`));
  const made = plan([network('shop/back', { prefixes: { 4: 29 }, members })]);
  expect(made.problems).toEqual([
    {
      code: 'PLANNED_SUBNET_FULL',
      at: 'shop/back',
      problem: '10.0.0.0/29 has no address left for shop/c5',
      fix: "raise the network's hosts, or leave fewer addresses reserved or dynamic",
    },
  ]);
});
