import fc from 'fast-check';
import { findFindings } from 'portolan/topology';
import { blocks, topologyOf, type ContainerPart, type NetworkPart } from './topologies';

/** What people write of one container, with nothing in it that could be wrong. */
const container = fc.record({
  networks: fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }),
  isFixed: fc.boolean(),
  hasPort: fc.boolean(),
  aliases: fc.nat({ max: 2 }),
  restart: fc.constantFrom('no', 'always', 'unless-stopped'),
  image: fc.constantFrom('nginx:1.27', 'busybox:1.36', 'shop/app:2'),
  memoryMb: fc.option(fc.integer({ min: 8, max: 4096 }), { nil: undefined }),
  dependsOnEarlier: fc.boolean(),
});

const network = fc.record({
  internal: fc.boolean(),
  hasIpv6: fc.boolean(),
  ownsRange: fc.boolean(),
});

type Wish = typeof container extends fc.Arbitrary<infer T> ? T : never;
type Net = typeof network extends fc.Arbitrary<infer T> ? T : never;

/** Networks of blocks apart; with a range of its own, Docker hands out no fixed address. */
function networkPart({ internal, hasIpv6, ownsRange }: Net, index: number): NetworkPart {
  const start = `10.99.${String(index)}`;
  const ipv4 = {
    cidr: `${start}.0/24`,
    gateway: `${start}.1`,
    ...(ownsRange ? { ipRange: `${start}.128/25` } : {}),
  };
  const ipv6 = hasIpv6 ? blocks(`fd00:99:${String(index)}::/64`) : [];
  return { id: `shop/net${String(index)}`, internal, ipv6: hasIpv6, subnets: [ipv4, ...ipv6] };
}

function containerPart(wish: Wish, index: number, nets: readonly Net[]): ContainerPart {
  const joined = wish.networks.filter((each) => each < nets.length);
  const isOpen = joined.some((each) => nets[each]?.internal === false);
  return {
    id: `shop/c${String(index)}`,
    image: wish.image,
    restart: { name: wish.restart },
    attachments: joined.map((each) => ({
      network: `shop/net${String(each)}`,
      aliases: Array.from({ length: wish.aliases }, (_, n) => `c${String(index)}-${String(n)}`),
      ...(wish.isFixed ? { ipv4: `10.99.${String(each)}.${String(10 + index)}` } : {}),
    })),
    publish:
      wish.hasPort && isOpen
        ? [{ containerPort: 80, hostPort: 8000 + index, protocol: 'tcp' as const }]
        : [],
    resources: wish.memoryMb === undefined ? {} : { memoryBytes: wish.memoryMb * 2 ** 20 },
    dependsOn:
      wish.dependsOnEarlier && index > 0
        ? [{ container: `shop/c${String(index - 1)}`, condition: 'started' as const }]
        : [],
  };
}

test('a valid topology has no errors', () => {
  fc.assert(
    fc.property(
      fc.array(network, { minLength: 1, maxLength: 4 }),
      fc.array(container, { maxLength: 12 }),
      (nets, wishes) => {
        const parts = {
          networks: nets.map(networkPart),
          containers: wishes.map((wish, index) => containerPart(wish, index, nets)),
        };
        const found = findFindings(topologyOf(parts));
        expect(found.filter(({ level }) => level === 'error')).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
