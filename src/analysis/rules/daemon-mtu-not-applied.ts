import type { Rule } from '../finding';
import { declaredMtu, DEFAULT_MTU, isMtuUnknown } from '../mtu';

/** Measured: `mtu` of the daemon reaches docker0 alone. */
export const daemonMtuNotApplied: Rule = {
  code: 'DAEMON_MTU_NOT_APPLIED',
  level: 'warning',
  covers: ['V6'],
  summary: 'The engine has an mtu, which its networks other than the default bridge do not get.',
  *find({ topology, hosts }) {
    for (const network of topology.networks) {
      if (network.external || network.internal || network.driver !== 'bridge') continue;
      if (isMtuUnknown(network)) continue;
      const mtu = hosts.get(network.host)?.daemon.mtu;
      if (mtu === undefined || mtu === DEFAULT_MTU || declaredMtu(network) !== undefined) continue;
      yield {
        at: network.id,
        problem: `its packets have up to ${String(DEFAULT_MTU)} bytes: mtu ${String(mtu)} of host ${network.host} is for the default bridge alone`,
        fix: `set mtuBytes to ${String(mtu)}`,
      };
    }
  },
};
