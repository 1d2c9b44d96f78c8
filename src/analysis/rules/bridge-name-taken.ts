import type { Network } from '../../topology/network';
import { clashes } from '../clashes';
import type { Rule } from '../finding';
import type { Model } from '../model';

const OPTION = 'com.docker.network.bridge.name';

/** The Linux bridge of the engine's own network, unless daemon.json names another one. */
const DEFAULT_BRIDGE = 'docker0';

/**
 * Docker refuses a second network on a bridge, but for its own one: engine 20.10 takes a network on
 * `docker0` without a word, and the default bridge is gone until the next start of the engine.
 */
export const bridgeNameTaken: Rule = {
  code: 'BRIDGE_NAME_TAKEN',
  level: 'error',
  covers: ['N16'],
  summary: 'Two networks of one engine want the same Linux bridge.',
  *find(model) {
    const named = model.topology.networks.filter(({ options }) => options[OPTION] !== undefined);
    for (const network of named) {
      if (network.external || bridgeOfEngine(model, network) !== network.options[OPTION]) continue;
      yield {
        at: network.id,
        problem: `its Linux bridge '${network.options[OPTION] ?? ''}' is the one of the engine's default bridge`,
        fix: 'choose another bridgeName',
      };
    }
    const taken = clashes(
      named.filter(({ external }) => !external),
      ({ host, options }) => `${host} ${options[OPTION] ?? ''}`,
      ({ id }) => id,
    );
    for (const { item, other } of taken) {
      yield {
        at: item.id,
        problem: `its Linux bridge '${item.options[OPTION] ?? ''}' belongs to ${other.id} on the same host`,
        fix: 'choose another bridgeName for one of them',
      };
    }
  },
};

function bridgeOfEngine(model: Model, { host }: Network): string {
  return model.hosts.get(host)?.daemon.bridge ?? DEFAULT_BRIDGE;
}
