import { memorySwapTooSmall as rule } from '../../src/analysis/rules/memory-swap-too-small';
import { messages } from './topologies';

const MEBIBYTE = 1024 * 1024;

test.each([
  [512, 511, 1],
  [512, 512, 0],
  [512, 1024, 0],
])('with memory %dm and memorySwap %dm finds %d', (memory, swap, count) => {
  const resources = { memoryBytes: memory * MEBIBYTE, memorySwapBytes: swap * MEBIBYTE };
  expect(messages(rule, { containers: [{ id: 'web', resources }] })).toHaveLength(count);
});

test.each([
  ['unlimited swap', { memoryBytes: MEBIBYTE, memorySwapBytes: -1 }],
  ['zero, which Docker takes for nothing', { memoryBytes: MEBIBYTE, memorySwapBytes: 0 }],
  ['a memory that only Terraform knows', { memorySwapBytes: MEBIBYTE }],
])('lets %s pass', (_, resources) => {
  const unknown = ['resources/memoryBytes'];
  expect(messages(rule, { containers: [{ id: 'web', resources, unknown }] })).toEqual([]);
});
