import { parseInterfaceAddress } from '../../ip/cidr';
import { formatAddress, tryParseAddress } from '../../ip/address';
import { rangeKindOf } from '../../ip/ranges';
import { formatPublish } from '../../notation/publish';
import type { Host } from '../../topology/host';
import { readable } from '../attempt';
import type { Rule } from '../finding';
import { gatewayIn } from '../fixed-addresses';
import { bridgeBlock } from '../local-blocks';
import type { Model } from '../model';
import { bindingsOf } from '../publishing';
import { listText } from '../text';

/** Nothing is said of a host whose interfaces nobody lists. */
export const hostIpNotOnHost: Rule = {
  code: 'HOST_IP_NOT_ON_HOST',
  level: 'error',
  covers: ['M16'],
  summary: 'A container publishes on an address that its host does not have.',
  *find(model) {
    for (const host of model.topology.hosts) {
      const listed = listedAddresses(host);
      if (listed.length === 0) continue;
      const known = new Set([...listed, ...bridgeAddresses(model, host)]);
      for (const { container, port, address } of bindingsOf(model).get(host.id) ?? []) {
        if (address === undefined || known.has(address) || isAlwaysThere(address)) continue;
        const family = listed.filter((text) => text.includes(':') === address.includes(':'));
        if (family.length === 0) continue;
        yield {
          at: container.id,
          problem: `publish '${formatPublish(port)}' binds to ${address}, and host ${host.id} has ${listText(family)}`,
          fix: 'choose one of them, 127.0.0.1, or none for every address',
        };
      }
    }
  },
};

function listedAddresses({ id, interfaces }: Host): string[] {
  return interfaces.flatMap(({ addresses }) =>
    addresses.flatMap((text) => {
      const read = readable(() => parseInterfaceAddress(text, id));
      return read === undefined ? [] : [formatAddress(read.address)];
    }),
  );
}

/** Every bridge with an IPv4 gateway gives its host that address. */
function bridgeAddresses(model: Model, host: Host): string[] {
  const gateways = model.topology.networks
    .filter((network) => network.host === host.id && network.driver === 'bridge')
    .flatMap(({ id }) => (model.subnets.get(id) ?? []).map((s) => formatAddress(gatewayIn(s))));
  const own = bridgeBlock(host) === undefined ? '172.17.0.1' : host.daemon.bip?.split('/')[0];
  return own === undefined ? gateways : [...gateways, own];
}

/** Loopback, and the two that stand for every address. */
function isAlwaysThere(text: string): boolean {
  const address = tryParseAddress(text);
  if (address === undefined || address.value === 0n) return true;
  return rangeKindOf(address) === 'loopback';
}
