import type { Answer } from './answer';
import type { Place } from './place';
import type { AnsweredPort } from './question';
import type { ReasonFacts } from './reason-facts';
import { reasonOf, verdictOf } from './reason-texts';
import type { ReasonCode } from './reasons';
import { hostOf } from './resolve-address';
import type { Source } from './source';
import type { Stack } from './stack';

/** A way that there is not. */
export interface NoWay {
  readonly from: Place;
  readonly to: Place;
  readonly port: AnsweredPort | undefined;
}

/**
 * From another machine, a container is asked for at the address of its host; when it publishes nothing
 * there, that is what stands in the way.
 */
export function lacksPublishing(
  from: Place,
  source: Source,
  { machine, owner: { id: container } }: Stack,
  port: AnsweredPort,
): Answer[] {
  const { id } = machine.host;
  const isNear = source.kind === 'stack' || source.kind === 'machine' || source.kind === 'nowhere';
  if (isNear && hostOf(source) === id) return [];
  const text = `${String(port.port)}/${port.protocol}`;
  const facts = { at: id, from: source.label, to: container, via: container, port: text };
  const way = { from, to: { kind: 'container', id: container }, port } as const;
  const answer = lostWay(way, 'NOT_PUBLISHED', facts);
  const path = [...answer.path, { kind: 'host', at: id, note: 'nothing is published' } as const];
  return [{ ...answer, by: { kind: 'host-address' }, path }];
}

/** The answer for a way that is not even begun. */
export function lostWay({ from, to, port }: NoWay, code: ReasonCode, facts: ReasonFacts): Answer {
  const at = from.kind === 'outside' ? from.kind : from.id;
  return {
    from,
    to,
    by: { kind: 'container-address' },
    family: 4,
    ...(port ?? { protocol: 'icmp' }),
    verdict: verdictOf(code),
    reason: reasonOf(code, facts),
    path: [{ kind: from.kind, at }],
  };
}
