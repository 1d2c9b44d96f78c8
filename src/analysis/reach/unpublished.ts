import type { Answer } from './answer';
import type { Place } from './place';
import type { AnsweredPort } from './question';
import { reasonOf, verdictOf } from './reason-texts';
import { hostOf } from './resolve-address';
import type { Source } from './source';
import type { Stack } from './stack';

/**
 * From another machine, a container is asked for at the address of its host; when it publishes nothing
 * there, that is what stands in the way.
 */
export function lacksPublishing(
  from: Place,
  source: Source,
  { machine, owner }: Stack,
  { port, protocol }: AnsweredPort,
): Answer[] {
  const isNear = source.kind === 'stack' || source.kind === 'machine' || source.kind === 'nowhere';
  const { id } = machine.host;
  if (isNear && hostOf(source) === id) return [];
  const text = `${String(port)}/${protocol}`;
  const facts = { at: id, from: source.label, to: owner.id, port: text };
  return [
    {
      from,
      to: { kind: 'container', id: owner.id },
      by: { kind: 'host-address' },
      family: 4,
      port,
      protocol,
      verdict: verdictOf('NOT_PUBLISHED'),
      reason: reasonOf('NOT_PUBLISHED', facts),
      path: [
        { kind: 'host', at: id },
        { kind: 'socket', at: text, note: 'nothing is published' },
      ],
    },
  ];
}
