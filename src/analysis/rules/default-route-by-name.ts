import type { Attachment, Container } from '../../topology/container';
import type { Network } from '../../topology/network';
import { defaultRouteOf, networkLabel } from '../default-route';
import type { Rule } from '../finding';
import type { Model } from '../model';
import { publishes } from '../publishing';
import { listText } from '../text';
import { usageOf } from '../usage';

/** Renaming a network may move the default route, and with it the published ports. */
export const defaultRouteByName: Rule = {
  code: 'DEFAULT_ROUTE_BY_NAME',
  level: 'note',
  covers: ['A10'],
  summary: "A container's way out is the network whose name comes first.",
  *find(model) {
    for (const container of usageOf(model).multihomed) {
      const candidates = candidatesOf(model, container);
      if (candidates.length < 2 || !matters(container, candidates)) continue;
      const route = defaultRouteOf(model, container);
      if (typeof route === 'string') continue;
      yield {
        at: container.id,
        problem: `its default route${publishes(container) ? ' and its published ports are' : ' is'} in ${networkLabel(route)}, the first by name of ${listText(candidates.map(networkLabel))}`,
        fix: 'give one of them a gatewayPriority (engine 28), or a name that comes first on purpose',
      };
    }
  },
};

/**
 * Networks that may have the default route, in a container where no priority decides. With IPv6 in
 * one of them, those without it are out, whatever their names.
 */
function candidatesOf(model: Model, { attachments }: Container): Network[] {
  if (attachments.some(hasPriority)) return [];
  const networks = attachments.flatMap(({ network: id }) => {
    const network = model.networks.get(id);
    const isLocal = network !== undefined && !network.internal && network.driver !== 'overlay';
    return isLocal ? [network] : [];
  });
  const dual = networks.filter(({ ipv6 }) => ipv6);
  return dual.length > 0 ? dual : networks;
}

function hasPriority({ gatewayPriority }: Attachment): boolean {
  return gatewayPriority !== undefined;
}

/** Between like bridges it makes no difference where packets leave. */
function matters(container: Container, candidates: readonly Network[]): boolean {
  return publishes(container) || new Set(candidates.map(kindOf)).size > 1;
}

function kindOf({ driver = '', options }: Network): string {
  const masquerade = options['com.docker.network.bridge.enable_ip_masquerade'] ?? 'true';
  return `${driver} ${masquerade} ${options['com.docker.network.bridge.gateway_mode_ipv4'] ?? 'nat'}`;
}
