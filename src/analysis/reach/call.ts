import type { Family } from '../../ip/address';
import type { Protocol } from '../../notation/publish';
import type { Hop } from './answer';
import type { ReasonFacts } from './reason-facts';
import type { ReasonCode } from './reasons';

/** One connection, whoever makes it. */
export interface Call {
  readonly family: Family;
  readonly protocol: Protocol | 'icmp';

  /** Absent: a ping, or a port that the engine picks. */
  readonly port: number | undefined;
}

/** What becomes of a call: it reaches unless there is a code. */
export interface Outcome {
  readonly code?: ReasonCode;
  readonly facts?: ReasonFacts;
  readonly hops: readonly Hop[];
}

/** A call that something stops. */
export function stopped(code: ReasonCode, facts: ReasonFacts, hops: readonly Hop[] = []): Outcome {
  return { code, facts, hops };
}

/** The outcome with what comes before it. */
export function after(hops: readonly Hop[], outcome: Outcome): Outcome {
  return { ...outcome, hops: [...hops, ...outcome.hops] };
}

/** For messages: `5432/tcp`, or `ping`. */
export function callText({ port, protocol }: Pick<Call, 'port' | 'protocol'>): string {
  if (protocol === 'icmp') return 'ping';
  return `${port === undefined ? 'a free port' : String(port)}/${protocol}`;
}
