import { z } from 'zod';
import type { Intent } from './intent';
import { exposedSchema } from './port-schema';

const id = z.string().min(1);
const stack = z.string();
const port = exposedSchema.optional();

const intentEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['container', 'host', 'lan']), id }),
  z.object({ kind: z.literal('outside') }),
]);

/** An intent in the JSON form. */
export const intentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['reaches', 'neverReaches']),
    stack,
    from: intentEnd,
    to: intentEnd,
    port,
  }),
  z.object({
    kind: z.literal('onlyReachedBy'),
    stack,
    to: intentEnd,
    from: z.array(intentEnd).default([]),
    port,
  }),
  z.object({
    kind: z.literal('notExposed'),
    stack,
    to: intentEnd,
    port,
  }),
]) satisfies z.ZodType<Intent>;
