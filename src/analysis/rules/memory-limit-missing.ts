import type { Rule } from '../finding';
import { isUnknown } from '../model';
import { sizeText } from '../size-text';
import { usageOf } from '../usage';

export const memoryLimitMissing: Rule = {
  code: 'MEMORY_LIMIT_MISSING',
  level: 'error',
  covers: [],
  summary: 'A container has a limit for swap and none for memory.',
  *find(model) {
    for (const container of usageOf(model).limited) {
      const { memoryBytes, memorySwapBytes: swap } = container.resources;
      if (memoryBytes !== undefined || swap === undefined || swap === -1) continue;
      if (isUnknown(container, 'resources')) continue;
      yield {
        at: container.id,
        problem: `memorySwap is ${sizeText(swap)} and there is no memory limit`,
        fix: 'give memory, too',
      };
    }
  },
};
