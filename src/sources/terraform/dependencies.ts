import type { Dependency } from '../../topology/container';
import type { Attributes } from './attributes';
import type { Directory, Entry } from './directory';
import { targetsOfReferences } from './references';

/** The containers that a container names in `depends_on`, and what Terraform waits for. */
export function readDependencies({ resource }: Entry, directory: Directory): Dependency[] {
  const { config, scope } = resource;
  if (config === undefined || scope === undefined) return [];
  const found = new Map<string, Dependency>();
  for (const address of targetsOfReferences(config.dependsOn, scope)) {
    const target = directory.at(address);
    if (target?.resource.type !== 'docker_container') continue;
    const condition = conditionOf(target.resource.attributes);
    found.set(target.id, { container: target.id, condition });
  }
  return [...found.values()];
}

function conditionOf(attributes: Attributes): Dependency['condition'] {
  if (attributes.flag('attach') === true && attributes.flag('must_run') === false) {
    return 'completed';
  }
  return attributes.flag('wait') === true ? 'healthy' : 'started';
}
