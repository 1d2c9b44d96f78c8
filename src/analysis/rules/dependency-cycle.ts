import type { Container } from '../../topology/container';
import { findCycles } from '../cycles';
import type { Rule } from '../finding';
import type { Model } from '../model';

/** Terraform refuses it, too, but names its own resources. */
export const dependencyCycle: Rule = {
  code: 'DEPENDENCY_CYCLE',
  level: 'error',
  covers: ['L7', 'M7'],
  summary: 'Containers wait for each other, or share the network of each other.',
  *find(model) {
    const needs = new Map<string, readonly string[]>();
    for (const container of model.topology.containers) {
      if (isFree(container)) continue;
      needs.set(container.id, neededBy(model, container));
    }
    for (const cycle of findCycles(needs)) {
      const [at = ''] = cycle;
      yield {
        at,
        problem:
          cycle.length === 1
            ? 'it needs itself before it can start'
            : `each of ${[...cycle, at].join(' -> ')} needs the next one before it can start`,
        fix: 'drop one dependsOn, or one shared network',
      };
    }
  },
};

function isFree({ dependsOn, modeContainer }: Container): boolean {
  return dependsOn.length === 0 && modeContainer === undefined;
}

function neededBy({ containers }: Model, { dependsOn, modeContainer }: Container): string[] {
  const ids = dependsOn.map(({ container: id }) => containers.get(id)?.id ?? id);
  if (modeContainer !== undefined) ids.push(containers.get(modeContainer)?.id ?? modeContainer);
  return ids.length < 2 ? ids : [...new Set(ids)];
}
