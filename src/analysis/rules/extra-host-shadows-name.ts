import { sameAddress, tryParseAddress, type IpAddress } from '../../ip/address';
import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import { isUnknown, type Model } from '../model';
import { namesOf } from '../names';
import { compareText } from '../text';
import { usageOf } from '../usage';

/** The hosts file is read before Docker's own server is asked. */
export const extraHostShadowsName: Rule = {
  code: 'EXTRA_HOST_SHADOWS_NAME',
  level: 'warning',
  covers: ['A9'],
  summary: 'A line in the hosts file sends the name of a container to another address.',
  *find(model) {
    for (const container of usageOf(model).extraHosts) {
      for (const { host, address } of container.extraHosts) {
        const owners = ownersOf(model, container, host.toLowerCase());
        const [owner] = owners;
        if (owner === undefined || owners.some((one) => mayHave(one, address))) continue;
        yield {
          at: container.id,
          problem: `extraHosts sends '${host}' to ${address}, and so never to ${owner.id}, which has that name in a network of both`,
          fix: 'drop the line, or choose another name',
        };
      }
    }
  },
};

/** Other containers that have the name in a network of this one, by id. */
function ownersOf(model: Model, container: Container, name: string): readonly Container[] {
  const owners = new Set<Container>();
  for (const { network } of container.attachments) {
    const names = namesOf(model).get(model.networks.get(network)?.id ?? network);
    const owner = names?.owners.get(name);
    const claims = names?.shared.get(name) ?? (owner === undefined ? [] : [owner]);
    for (const claim of claims) if (claim.container !== container) owners.add(claim.container);
  }
  return [...owners].sort((a, b) => compareText(a.id, b.id));
}

/** Whether the address is one of the container's, as far as anybody knows. */
function mayHave(container: Container, text: string): boolean {
  if (isUnknown(container, 'attachments')) return true;
  const address = tryParseAddress(text);
  if (address === undefined) return false;
  return container.attachments.some(({ ipv4, ipv6 }) => isAt(ipv4, address) || isAt(ipv6, address));
}

function isAt(text: string | undefined, address: IpAddress): boolean {
  const own = text === undefined ? undefined : tryParseAddress(text);
  return own !== undefined && sameAddress(own, address);
}
