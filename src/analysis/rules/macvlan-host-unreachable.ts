import type { Rule } from '../finding';
import { isLanNetwork } from '../lan-children';
import type { Member, Model } from '../model';
import { compareText, listText } from '../text';

export const macvlanHostUnreachable: Rule = {
  code: 'MACVLAN_HOST_UNREACHABLE',
  level: 'note',
  covers: ['V1'],
  summary: 'A host does not reach its own containers on a macvlan or ipvlan network.',
  *find(model) {
    for (const network of model.topology.networks) {
      if (network.external || network.options['parent'] === undefined) continue;
      if (!isLanNetwork(network)) continue;
      const cut = (model.members.get(network.id) ?? []).filter((one) => !isOnBridge(model, one));
      if (cut.length === 0) continue;
      const ids = cut.map(({ container }) => container.id).sort(compareText);
      yield {
        at: network.id,
        problem: `host ${network.host} and its containers on bridges do not reach ${listText(ids)}, nor the other way round; the rest of the LAN does`,
        fix: 'where they must meet, put the container into a bridge network, too',
      };
    }
  },
};

/** There the host and its other containers find it. */
function isOnBridge(model: Model, { container: { attachments } }: Member): boolean {
  return attachments.some(({ network }) => model.networks.get(network)?.driver === 'bridge');
}
