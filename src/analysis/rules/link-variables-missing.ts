import type { Container } from '../../topology/container';
import { isEngineBefore } from '../engine';
import type { Rule } from '../finding';
import { isBridgeOfEngine, type Model } from '../model';
import { sharedNetworks } from '../shared-networks';

/** `$DB_PORT_3306_TCP_ADDR` and its like, as `--link` sets them on old engines. */
const LINK_VARIABLE = /\$\{?([A-Z][A-Z0-9_]*_PORT_\d+_(?:TCP|UDP)(?:_(?:ADDR|PORT|PROTO))?)\b/;

export const linkVariablesMissing: Rule = {
  code: 'LINK_VARIABLES_MISSING',
  level: 'warning',
  covers: ['M11'],
  summary: 'A container uses a variable that only old links set.',
  *find(model) {
    for (const container of model.topology.containers) {
      const variable = usedVariable(container);
      if (variable === undefined || isSet(container, variable)) continue;
      if (hasOldLink(model, container)) continue;
      yield {
        at: container.id,
        problem: `it uses $${variable}, which only 'docker run --link' sets, on the default bridge of engines before 29`,
        fix: 'write the name of the other container and its port instead',
      };
    }
  },
};

function usedVariable({ command, entrypoint, healthcheck, env }: Container): string | undefined {
  for (const words of [command, entrypoint, healthcheck?.test, Object.values(env)]) {
    for (const word of words ?? []) {
      if (!word.includes('_PORT_')) continue;
      const variable = LINK_VARIABLE.exec(word)?.[1];
      if (variable !== undefined) return variable;
    }
  }
  return undefined;
}

function isSet({ env, secretEnv }: Container, variable: string): boolean {
  return env[variable] !== undefined || secretEnv.includes(variable);
}

function hasOldLink(model: Model, container: Container): boolean {
  if (!isEngineBefore(model, container.host, [29])) return false;
  return container.links.some(({ container: id }) => {
    const other = model.containers.get(id);
    return other !== undefined && sharedNetworks(model, container, other).some(isBridgeOfEngine);
  });
}
