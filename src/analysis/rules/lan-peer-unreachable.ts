import type { Container } from '../../topology/container';
import type { Occurrence, Rule } from '../finding';
import { isLanNetwork, lanChildren } from '../lan-children';
import type { Model } from '../model';
import { referencesOf } from '../references';
import { networkOwner, networksOf } from '../shared-networks';
import { usageOf } from '../usage';

/** The kernel keeps a parent interface and its children apart; only other machines can help. */
export const lanPeerUnreachable: Rule = {
  code: 'LAN_PEER_UNREACHABLE',
  level: 'warning',
  covers: ['V1'],
  summary: 'A container on a bridge or in host mode names one on a macvlan of the same host.',
  *find(model) {
    if (lanChildren(model).size === 0) return;
    for (const { container, variable, host } of referencesOf(model)) {
      yield* judge(model, container, host, variable);
    }
    for (const container of usageOf(model).extraHosts) {
      for (const { host, address } of container.extraHosts) {
        yield* judge(model, container, address, `extraHosts '${host}'`);
      }
    }
  },
};

function* judge(
  model: Model,
  container: Container,
  address: string,
  what: string,
): Generator<Occurrence> {
  const child = lanChildren(model).get(`${container.host} ${address}`);
  const owner = child === undefined ? undefined : networkOwner(model, container);
  if (child === undefined || owner === undefined || owner.mode === 'none') return;
  const networks = networksOf(model, owner);
  if (networks === undefined || networks.some(isLanNetwork)) return;
  yield {
    at: container.id,
    problem: `${what} is ${address}, which is ${child.container.id} in ${child.network.id}: packets leave through the host, which does not reach its own ${child.network.driver ?? ''} containers`,
    fix: 'put the two into a bridge network, too, and use the name there',
  };
}
