import type { IpAddress } from '../ip/address';
import { parseInterfaceAddress, type Cidr } from '../ip/cidr';
import type { Host } from '../topology/host';
import { defaultBridgeId, type Network } from '../topology/network';
import { readable } from './attempt';
import { gatewayIn } from './fixed-addresses';
import { isUnknown, perModel, type Model } from './model';
import type { Block } from './overlaps';

/** A block of one engine's own address space, which overlay networks are not in. */
export interface LocalBlock extends Block {
  readonly driver: string | undefined;
  readonly ipRange?: Cidr;

  /** Absent: the default bridge's, which nobody can choose. */
  readonly gateway?: IpAddress;

  /** Whether only Terraform knows all that is said of the block. */
  readonly isOpen: boolean;

  /** Whether the topology declares it; the default bridge's block is the engine's. */
  readonly isDeclared: boolean;
}

/** Known blocks of the networks on each host, the default bridge's among them when it is known. */
export const localBlocks = perModel((model: Model): ReadonlyMap<string, readonly LocalBlock[]> => {
  const byHost = new Map<string, LocalBlock[]>();
  for (const host of model.topology.hosts) byHost.set(host.id, [...blocksOfEngine(model, host)]);
  for (const network of model.topology.networks) {
    if (network.driver === 'overlay') continue;
    byHost.get(network.host)?.push(...blocksOf(model, network));
  }
  return byHost;
});

function blocksOf(model: Model, network: Network): LocalBlock[] {
  const { id, driver, external } = network;
  return (model.subnets.get(id) ?? []).map((subnet) => ({
    cidr: subnet.cidr,
    gateway: gatewayIn(subnet),
    owner: id,
    driver,
    isDeclared: !external,
    isOpen: isUnknown(network, 'subnets'),
    ...(subnet.ipRange === undefined ? {} : { ipRange: subnet.ipRange }),
  }));
}

function* blocksOfEngine(model: Model, host: Host): Generator<LocalBlock> {
  const cidr = bridgeBlock(host);
  const owner = defaultBridgeId(host.id);
  const isListed = (model.subnets.get(owner) ?? []).length > 0;
  if (cidr === undefined || isListed) return;
  yield { cidr, owner, driver: 'bridge', isDeclared: false, isOpen: false };
}

/** Block of the default bridge: what daemon.json says, else what its interface shows. */
export function bridgeBlock({ id, daemon: { bip }, interfaces }: Host): Cidr | undefined {
  const shown = interfaces.find(({ name }) => name === 'docker0')?.addresses ?? [];
  const address = bip ?? shown.find((text) => !text.includes(':'));
  return address === undefined
    ? undefined
    : readable(() => parseInterfaceAddress(address, id))?.block;
}
