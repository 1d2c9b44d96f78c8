import type { Rule } from '../finding';

/** Measured: dockerd refuses the two together, even with `bridge: 'none'`. */
export const bridgeAndBip: Rule = {
  code: 'BRIDGE_AND_BIP',
  level: 'error',
  covers: ['H7'],
  summary: 'The engine is given a bridge and an address for its own bridge: it does not start.',
  *find({ topology }) {
    for (const { id, daemon } of topology.hosts) {
      const { bridge, bip } = daemon;
      if (bridge === undefined || bip === undefined) continue;
      yield {
        at: id,
        problem: `dockerd does not start with bridge '${bridge}' and bip ${bip} together`,
        fix:
          bridge === 'none'
            ? 'leave out bip, as there is no default bridge'
            : `give ${bridge} the address ${bip} on the machine, and leave out bip`,
      };
    }
  },
};
