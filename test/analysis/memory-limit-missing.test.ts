import { memoryLimitMissing as rule } from '../../src/analysis/rules/memory-limit-missing';
import { places, type ContainerPart } from './topologies';

const MEBIBYTE = 1024 * 1024;

test.each<[string, Partial<ContainerPart>, string[]]>([
  ['swap alone', { resources: { memorySwapBytes: MEBIBYTE } }, ['web']],
  ['both', { resources: { memorySwapBytes: MEBIBYTE, memoryBytes: MEBIBYTE } }, []],
  ['memory alone', { resources: { memoryBytes: MEBIBYTE } }, []],
  ['unlimited swap', { resources: { memorySwapBytes: -1 } }, []],
  ['zero, which Docker takes for nothing', { resources: { memorySwapBytes: 0 } }, []],
  [
    'a memory that only Terraform knows',
    { resources: { memorySwapBytes: MEBIBYTE }, unknown: ['resources/memoryBytes'] },
    [],
  ],
])('of a container with %s', (_, part, expected) => {
  expect(places(rule, { containers: [{ id: 'web', ...part }] })).toEqual(expected);
});
