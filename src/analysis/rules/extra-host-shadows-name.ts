import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import type { Model } from '../model';
import { namesOf } from '../names';
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
        const owner = ownerOf(model, container, host.toLowerCase());
        if (owner === undefined || hasAddress(owner, address)) continue;
        yield {
          at: container.id,
          problem: `extraHosts sends '${host}' to ${address}, which is a name of ${owner.id} in a network of both: ${owner.id} is not reached by it`,
          fix: 'drop the line, or choose another name',
        };
      }
    }
  },
};

function ownerOf(model: Model, container: Container, name: string): Container | undefined {
  for (const { network } of container.attachments) {
    const id = model.networks.get(network)?.id ?? network;
    const owner = namesOf(model).get(id)?.owners.get(name)?.container;
    if (owner !== undefined && owner !== container) return owner;
  }
  return undefined;
}

function hasAddress({ attachments }: Container, address: string): boolean {
  return attachments.some(({ ipv4, ipv6 }) => ipv4 === address || ipv6 === address);
}
