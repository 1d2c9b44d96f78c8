import type { Host, HostInterface } from '../../topology/host';
import type { Network } from '../../topology/network';
import type { Rule } from '../finding';
import type { Model } from '../model';
import { declaredMtu, DEFAULT_MTU, isMtuUnknown, outgoingInterface, VXLAN_BYTES } from '../mtu';

/** Small packets pass and large ones stall: pings work, downloads hang. */
export const mtuTooLarge: Rule = {
  code: 'MTU_TOO_LARGE',
  level: 'warning',
  covers: ['V7'],
  summary: "A network's packets are larger than what the host's way out carries.",
  *find(model) {
    for (const network of model.topology.networks) {
      const limit = limitOf(model, network);
      if (limit === undefined) continue;
      const mtu = declaredMtu(network) ?? limit.unsaid;
      if (mtu <= limit.bytes) continue;
      yield {
        at: network.id,
        problem: `its packets have up to ${String(mtu)} bytes, and ${limit.why}`,
        fix: `set mtuBytes to ${String(limit.bytes)}`,
      };
    }
  },
};

interface Limit {
  readonly bytes: number;
  readonly why: string;

  /** What the network carries when nobody says. */
  readonly unsaid: number;
}

function limitOf(model: Model, network: Network): Limit | undefined {
  const host = model.hosts.get(network.host);
  if (network.external || host === undefined || isMtuUnknown(network)) return undefined;
  if (network.driver === 'bridge') return ofBridge(model, host, network);
  return network.driver === 'overlay' ? ofOverlay(model, host) : undefined;
}

/** A daemon whose mtu the network does not get is told by DAEMON_MTU_NOT_APPLIED. */
function ofBridge(model: Model, host: Host, network: Network): Limit | undefined {
  const isTold = declaredMtu(network) === undefined && host.daemon.mtu !== undefined;
  const out = network.internal || isTold ? undefined : outgoingInterface(model, host);
  if (out?.mtuBytes === undefined) return undefined;
  return { bytes: out.mtuBytes, why: carriesText(host, out), unsaid: DEFAULT_MTU };
}

function ofOverlay(model: Model, host: Host): Limit | undefined {
  const out = outgoingInterface(model, host);
  if (out?.mtuBytes === undefined) return undefined;
  return {
    bytes: out.mtuBytes - VXLAN_BYTES,
    why: `${carriesText(host, out)}, of which VXLAN takes ${String(VXLAN_BYTES)}`,
    unsaid: DEFAULT_MTU - VXLAN_BYTES,
  };
}

function carriesText({ id }: Host, { name, mtuBytes = DEFAULT_MTU }: HostInterface): string {
  return `${name} of host ${id} carries ${String(mtuBytes)}`;
}
