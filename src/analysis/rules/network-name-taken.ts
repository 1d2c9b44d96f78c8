import { clashes } from '../clashes';
import type { Rule } from '../finding';

/** Names of the engine's own networks. */
const PREDEFINED: ReadonlySet<string> = new Set(['bridge', 'host', 'none', 'default']);

/** Stacks of one engine share its names, whether they know each other or not. */
export const networkNameTaken: Rule = {
  code: 'NETWORK_NAME_TAKEN',
  level: 'error',
  covers: ['N11', 'L6'],
  summary: 'Two networks of one engine have the same name, or one has a name of the engine itself.',
  *find({ topology }) {
    const declared = topology.networks.filter(({ external }) => !external);
    for (const { id: at, name } of declared) {
      if (name === undefined || !PREDEFINED.has(name)) continue;
      yield {
        at,
        problem: `its name '${name}' belongs to a network of the engine itself`,
        fix: 'choose another name',
      };
    }
    const taken = clashes(
      declared,
      ({ host, name }) => (name === undefined ? undefined : `${host} ${name}`),
      ({ id }) => id,
    );
    for (const { item, other } of taken) {
      yield {
        at: item.id,
        problem: `its name '${item.name ?? ''}' belongs to ${other.id} on the same host`,
        fix: `rename one of them, or refer to the other one with Network.fromName(stack, id, '${item.name ?? ''}')`,
      };
    }
  },
};
