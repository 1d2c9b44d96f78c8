import { overlaySubnetOverlap } from '../../src/analysis/rules/overlay-subnet-overlap';
import { blocks, places, type Case, type NetworkPart } from './topologies';

const overlay = (id: string, cidr: string, host = 'local'): NetworkPart => ({
  id,
  host,
  driver: 'overlay',
  subnets: blocks(cidr),
});

const cases: Case[] = [
  [
    'finds equal blocks',
    { networks: [overlay('a', '10.20.0.0/24'), overlay('b', '10.20.0.0/24')] },
    ['b'],
  ],
  [
    'lets blocks pass that only touch',
    { networks: [overlay('a', '10.20.0.0/24'), overlay('b', '10.20.1.0/24')] },
    [],
  ],
  [
    'does not compare with bridges',
    {
      networks: [overlay('a', '10.20.0.0/24'), { id: 'b', subnets: blocks('10.20.0.0/24') }],
    },
    [],
  ],
  [
    'finds two blocks of one network',
    {
      networks: [{ id: 'a', driver: 'overlay', subnets: blocks('10.20.0.0/16', '10.20.5.0/24') }],
    },
    ['a'],
  ],
  [
    'says nothing of hosts that may be in different swarms',
    {
      hosts: [{ id: 'local' }, { id: 'nas' }],
      networks: [overlay('a', '10.20.0.0/24'), overlay('b', '10.20.0.0/24', 'nas')],
    },
    [],
  ],
];

test.each(cases)('%s', (_title, parts, expected) => {
  expect(places(overlaySubnetOverlap, parts)).toEqual(expected);
});
