import type { Rule } from '../finding';
import { sizeText } from '../size-text';
import { usageOf } from '../usage';

export const memoryReservationTooLarge: Rule = {
  code: 'MEMORY_RESERVATION_TOO_LARGE',
  level: 'error',
  covers: [],
  summary: 'A container is to be pushed back to more memory than it may have.',
  *find(model) {
    for (const { id: at, resources } of usageOf(model).limited) {
      const { memoryBytes: memory, memoryReservationBytes: reservation } = resources;
      if (memory === undefined || reservation === undefined || reservation <= memory) continue;
      yield {
        at,
        problem: `memoryReservation ${sizeText(reservation)} is more than memory ${sizeText(memory)}`,
        fix: `write at most ${sizeText(memory)}, or raise memory`,
      };
    }
  },
};
