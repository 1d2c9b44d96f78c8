import type { Network } from '../../topology/network';
import type { Rule } from '../finding';
import { peersOf } from '../peers';
import { listText } from '../text';

/** What Docker reads as false. */
const OFF: ReadonlySet<string> = new Set(['false', 'False', 'FALSE', 'f', 'F', '0']);

/** The name resolves, and every packet to it is dropped. */
export const iccOffBetweenPeers: Rule = {
  code: 'ICC_OFF_BETWEEN_PEERS',
  level: 'warning',
  covers: ['M21'],
  summary: 'A variable names a container in a network whose containers cannot talk to each other.',
  *find(model) {
    if (!model.topology.networks.some(isIccOff)) return;
    for (const { reference, peer } of peersOf(model)) {
      if (peer.kind !== 'found' || peer.container === reference.container) continue;
      if (!peer.networks.every(isIccOff)) continue;
      const { container, variable, host } = reference;
      yield {
        at: container.id,
        problem: `${variable} names '${host}', which is ${peer.container.id} in ${listText(peer.networks.map(({ id }) => id))}, where icc is off: the name resolves, and nothing gets through`,
        fix: 'give the two a network of their own, or switch icc on',
      };
    }
  },
};

function isIccOff({ options }: Network): boolean {
  return OFF.has(options['com.docker.network.bridge.enable_icc'] ?? '');
}
