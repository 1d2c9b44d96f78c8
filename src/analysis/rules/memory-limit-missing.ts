import type { Rule } from '../finding';
import { isUnknown } from '../model';
import { sizeText } from '../size-text';
import { usageOf } from '../usage';

/** To Docker, 0 is as good as nothing and -1 is unlimited. */
export const memoryLimitMissing: Rule = {
  code: 'MEMORY_LIMIT_MISSING',
  level: 'error',
  covers: [],
  summary: 'A container has a limit for swap and none for memory.',
  *find(model) {
    for (const container of usageOf(model).limited) {
      const { memoryBytes, memorySwapBytes: swap } = container.resources;
      if (memoryBytes !== undefined || swap === undefined || swap <= 0) continue;
      if (isUnknown(container, 'resources')) continue;
      yield {
        at: container.id,
        problem: `it has memorySwap ${sizeText(swap)} and no memory limit`,
        fix: 'give memory, too: memorySwap is memory and swap together',
      };
    }
  },
};
