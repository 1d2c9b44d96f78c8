import { Network as DockerNetwork } from '@cdktf/provider-docker/lib/network';
import { dependable } from 'cdktf';
import { DockerStack } from './docker-stack';

/**
 * The provider's `docker_network`, with one thing put right: Docker picks the block of a network
 * without subnets when it creates it, and may take one that another network of the same plan asks
 * for. So such a network waits for those that name their blocks.
 */
export class NetworkResource extends DockerNetwork {
  /** @internal */
  override get terraformMetaArguments(): Record<string, unknown> {
    const meta = super.terraformMetaArguments as Record<string, unknown>;
    if (this.ipamConfigInput !== undefined) return meta;
    const own = this.dependsOn ?? [];
    const earlier = networksWithSubnets(DockerStack.of(this))
      .filter((network) => network.provider === this.provider)
      .map((network) => dependable(network));
    return own.length + earlier.length === 0 ? meta : { ...meta, dependsOn: [...own, ...earlier] };
  }
}

const found = new WeakMap<DockerStack, { revision: number; networks: NetworkResource[] }>();

/** Walking the tree once for every network would make synth quadratic. */
function networksWithSubnets(stack: DockerStack): NetworkResource[] {
  const known = found.get(stack);
  if (known?.revision === stack.revision) return known.networks;
  const networks = stack.node
    .findAll()
    .filter((construct) => construct instanceof NetworkResource)
    .filter((network) => network.ipamConfigInput !== undefined);
  found.set(stack, { revision: stack.revision, networks });
  return networks;
}
