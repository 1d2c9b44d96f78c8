import { ConfigError } from '../../errors';
import { bridgeAddress } from '../../host/daemon/bridge-address';
import type { Rule } from '../finding';

const checkBip = bridgeAddress(4);

/** Measured: `failed to allocate gateway (172.19.0.0): Address already in use`, at every start from then on. */
export const bipUnusable: Rule = {
  code: 'BIP_UNUSABLE',
  level: 'error',
  covers: ['H1', 'H2'],
  summary:
    'The default bridge is given an address that no bridge can have: the engine does not start.',
  *find({ topology }) {
    for (const { id, daemon } of topology.hosts) {
      const details = daemon.bip === undefined ? undefined : refusal(daemon.bip, id);
      if (details !== undefined) yield { at: id, problem: details.problem, fix: details.fix };
    }
  },
};

function refusal(bip: string, host: string): ConfigError['details'] | undefined {
  try {
    checkBip(bip, host, 'bip');
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.details;
    throw error;
  }
}
