import { reachDocument, type Spread } from '../../bench/reach-topology';
import { toTopology } from '../../src/topology/parse';

function networksOf(spread: Spread): string[] {
  const { containers } = toTopology(reachDocument(300, 50, spread), 'bench');
  return containers.map(({ attachments }) => attachments.map(({ network }) => network).join(' '));
}

test('containers are on one to three networks', () => {
  const counts = networksOf('few').map((networks) => networks.split(' ').length);
  expect([...new Set(counts)].sort()).toEqual([1, 2, 3]);
});

test('no two are on the same networks where each is to be distinct', () => {
  expect(new Set(networksOf('distinct')).size).toBe(300);
  expect(new Set(networksOf('few')).size).toBeLessThan(250);
});

test('it is the same in each run', () => {
  expect(reachDocument(100, 10, 'few')).toEqual(reachDocument(100, 10, 'few'));
});
