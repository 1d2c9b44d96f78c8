import type { Host } from '../../topology/host';
import type { Rule } from '../finding';
import { ownInterfaces } from '../host-networks';
import { parentOf, vlanOf } from '../parents';
import { listText } from '../text';

/** Nothing is said of a host whose interfaces nobody lists. */
export const parentNotOnHost: Rule = {
  code: 'PARENT_NOT_ON_HOST',
  level: 'error',
  covers: ['V3'],
  summary: 'The parent of a macvlan or ipvlan network is no interface of its host.',
  *find(model) {
    const { topology, hosts } = model;
    for (const network of topology.networks) {
      const parent = parentOf(network);
      const host = parent === undefined ? undefined : hosts.get(network.host);
      if (parent === undefined || host === undefined || host.interfaces.length === 0) continue;
      const reason = whyRefused(host, parent);
      if (reason === undefined) continue;
      yield {
        at: network.id,
        problem: `its parent '${parent}' ${reason}`,
        fix: adviceFor(ownInterfaces(model, host).map(({ name }) => name)),
      };
    }
  },
};

function adviceFor(names: readonly string[]): string {
  const [first] = names;
  if (first === undefined) return 'name an interface of the host that leads to the LAN';
  const all = names.length === 1 ? first : `one of ${listText(names)}`;
  return `name ${all}, or a VLAN such as ${first}.50`;
}

function whyRefused({ id, interfaces }: Host, parent: string): string | undefined {
  const names = new Set(interfaces.map(({ name }) => name));
  if (names.has(parent)) return parent === 'lo' ? 'is the loopback interface' : undefined;
  const vlan = vlanOf(parent);
  if (vlan === undefined || !names.has(vlan.base)) return `is no interface of host ${id}`;
  const isVlan = vlan.id >= 1 && vlan.id <= 4094;
  return isVlan ? undefined : `has the VLAN ${String(vlan.id)}, and there are 1 to 4094`;
}
