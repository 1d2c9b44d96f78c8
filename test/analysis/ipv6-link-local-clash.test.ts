import { ipv6LinkLocalClash } from '../../src/analysis/rules/ipv6-link-local-clash';
import { blocks, places } from './topologies';

const found = (cidr: string, driver = 'bridge'): string[] =>
  places(ipv6LinkLocalClash, {
    networks: [{ id: 'net', driver, ipv6: true, subnets: blocks(cidr) }],
  });

test.each(['fe80::/10', 'fe80::/63', 'fe80::/65', 'fe80::8000:0:0:0/65', 'fe80::1:0/112'])(
  'finds %s',
  (cidr) => {
    expect(found(cidr)).toEqual(['net']);
  },
);

test.each(['fe80::/64', 'fe80:0:0:1::/64', 'fd00:1::/64', '169.254.0.0/16'])(
  'lets %s pass, which Docker takes',
  (cidr) => {
    expect(found(cidr)).toEqual([]);
  },
);

test('looks at bridges, which alone get an address of the block', () => {
  expect(found('fe80::/10', 'macvlan')).toEqual([]);
});
