import { staticInDynamicRange } from '../../src/analysis/rules/static-in-dynamic-range';
import { messages, places, type ContainerPart } from './topologies';

const networks = [
  {
    id: 'shop/back',
    ipv6: true,
    subnets: [{ cidr: '172.27.0.0/24', ipRange: '172.27.0.128/25' }, { cidr: 'fd27::/64' }],
  },
];
const dynamic: ContainerPart = { id: 'shop/z', attachments: [{ network: 'shop/back' }] };

test.each([
  [{ ipv4: '172.27.0.127' }, []],
  [{ ipv4: '172.27.0.128' }, ['shop/web']],
  [{ ipv4: '172.27.0.255' }, ['shop/web']],
  [{ ipv4: '172.28.0.128' }, []],
  [{ ipv6: 'fd27::10' }, ['shop/web']],
])('of %j it finds %j', (addresses, found) => {
  const attachments = [{ network: 'shop/back', ...addresses }];
  const containers = [{ id: 'shop/web', attachments }, dynamic];
  expect(places(staticInDynamicRange, { networks, containers })).toEqual(found);
});

test.each<[string, readonly ContainerPart[]]>([
  ['all addresses are fixed', []],
  ['only one that exists already lets Docker choose', [{ ...dynamic, external: true }]],
  [
    'the other address is only known to Terraform',
    [{ ...dynamic, unknown: ['attachments/0/ipv4'] }],
  ],
  [
    'the other container is in another network',
    [{ ...dynamic, attachments: [{ network: 'shop/front' }] }],
  ],
])('finds nothing where %s', (_, others) => {
  const attachments = [{ network: 'shop/back', ipv4: '172.27.0.200' }];
  const containers = [{ id: 'shop/web', attachments }, ...others];
  const subnets = [{ cidr: '172.27.0.0/24' }];
  expect(
    places(staticInDynamicRange, { networks: [{ id: 'shop/back', subnets }], containers }),
  ).toEqual([]);
});

test('looks at no IPv6 address where IPv6 is off', () => {
  const off = [{ id: 'shop/back', subnets: [{ cidr: 'fd27::/64' }] }];
  const attachments = [{ network: 'shop/back', ipv4: '172.27.0.10', ipv6: 'fd27::10' }];
  const containers = [{ id: 'shop/web', attachments }, dynamic];
  expect(places(staticInDynamicRange, { networks: off, containers })).toEqual([]);
});

test('names the first of those who let Docker choose, and the range that is there', () => {
  const attachments = [{ network: 'shop/back', ipv4: '172.27.0.200' }];
  const containers = [{ id: 'shop/web', attachments }, dynamic, { ...dynamic, id: 'shop/y' }];
  expect(messages(staticInDynamicRange, { networks, containers })).toEqual([
    "shop/web: address 172.27.0.200 is among those that Docker hands out in shop/back (172.27.0.128/25), to shop/y for one; keep fixed addresses outside the network's ipRange [STATIC_IN_DYNAMIC_RANGE]",
  ]);
});

test('finds a container of another stack that lets Docker choose', () => {
  const both = [
    { id: 'shop/back', name: 'back', subnets: [{ cidr: '172.27.0.0/24' }] },
    { id: 'blog/back', name: 'back', external: true, unknown: ['subnets'] },
  ];
  const containers = [
    { id: 'shop/web', attachments: [{ network: 'shop/back', ipv4: '172.27.0.2' }] },
    { id: 'blog/web', attachments: [{ network: 'blog/back' }] },
  ];
  expect(places(staticInDynamicRange, { networks: both, containers })).toEqual(['shop/web']);
});
