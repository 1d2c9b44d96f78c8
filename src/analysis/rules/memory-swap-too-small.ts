import type { Rule } from '../finding';
import { sizeText } from '../size-text';
import { usageOf } from '../usage';

/** To Docker, 0 is as good as nothing and -1 is unlimited. */
export const memorySwapTooSmall: Rule = {
  code: 'MEMORY_SWAP_TOO_SMALL',
  level: 'error',
  covers: [],
  summary: 'The limit for memory and swap together is less than the one for memory.',
  *find(model) {
    for (const { id: at, resources } of usageOf(model).limited) {
      const { memoryBytes: memory, memorySwapBytes: swap } = resources;
      if (memory === undefined || swap === undefined || swap <= 0 || swap >= memory) continue;
      yield {
        at,
        problem: `memorySwap ${sizeText(swap)} is less than memory ${sizeText(memory)}, and it means both together`,
        fix: `write at least ${sizeText(memory)} for no swap, or -1 for unlimited swap`,
      };
    }
  },
};
