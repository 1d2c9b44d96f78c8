import { callText, stopped, type Call, type Outcome } from './call';
import type { Hop } from './answer';
import type { ReasonFacts } from './reason-facts';
import type { ReasonCode } from './reasons';
import type { Source } from './source';

/** A call with those whom it concerns. */
export interface Ask<S extends Source = Source> {
  readonly source: S;
  readonly call: Call;

  /** Who is asked, as messages show it. */
  readonly to: string;
}

/** The call is stopped; who asks whom is filled in. */
export function stop(
  ask: Ask,
  code: ReasonCode,
  facts: ReasonFacts,
  hops: readonly Hop[] = [],
): Outcome {
  const { source, call, to } = ask;
  return stopped(code, { from: source.label, to, port: callText(call), ...facts }, hops);
}
