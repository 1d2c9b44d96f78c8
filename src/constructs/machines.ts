import type { IntentEnd } from '../topology/intent';

/** Machines that are no engine of the app, as an end of intents: neighbours of a host, or the outside. */
export class Machines {
  /** @internal */
  constructor(
    /** Which ones, as the topology has it. */
    readonly end: Extract<IntentEnd, { readonly kind: 'lan' | 'outside' }>,
  ) {}
}
