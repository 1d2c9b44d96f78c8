import type { Hop } from './answer';
import { stop, type Ask } from './ask';
import { callText, type Outcome } from './call';
import { answererOf, type Arrival, type Listeners } from './listening-on';

/** What the programs at the end of the way do with the call. */
export function deliver(
  ask: Ask,
  known: readonly Listeners[],
  arrival: Arrival,
  hops: readonly Hop[],
): Outcome {
  const { call, to } = ask;
  if (call.protocol === 'icmp') return { hops };
  const answerer = answererOf(known, call, arrival);
  const socket: Hop = { kind: 'socket', at: callText(call) };
  if (answerer === 'closed') {
    const note = 'nothing answers';
    return stop(ask, 'NOT_LISTENING', { at: to }, [...hops, { ...socket, note }]);
  }
  if (answerer === 'unknown') {
    const detail = `whether ${to} answers on ${callText(call)}`;
    const via = `declare the listens of ${to}`;
    return stop(ask, 'VALUE_UNKNOWN', { at: to, detail, via }, hops);
  }
  return { hops: [...hops, socket] };
}
