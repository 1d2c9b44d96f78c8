import { parseInterfaceAddress } from '../../ip/cidr';
import { formatAddress, tryParseAddress } from '../../ip/address';
import { rangeKindOf } from '../../ip/ranges';
import type { Host } from '../../topology/host';
import { readable } from '../attempt';
import type { Occurrence, Rule } from '../finding';
import { gatewayIn } from '../fixed-addresses';
import { groupBy } from '../group-by';
import { bridgeBlock } from '../local-blocks';
import type { Model } from '../model';
import { bindingsOf, portsText, type Binding } from '../publishing';
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
      const strange = (bindingsOf(model).get(host.id) ?? []).filter(
        ({ address }) => address !== undefined && !known.has(address) && !isAlwaysThere(address),
      );
      for (const group of groupBy(strange, bindingKey).values()) {
        yield* describe(group, host.id, listed);
      }
    }
  },
};

/** The ports that one container wants on one address are one finding. */
function bindingKey({ container, address = '' }: Binding): string {
  return `${container.id} ${address}`;
}

function* describe(
  bindings: readonly Binding[],
  host: string,
  listed: readonly string[],
): Generator<Occurrence> {
  const [{ container, address } = {}] = bindings;
  if (container === undefined || address === undefined) return;
  const family = listed.filter((text) => text.includes(':') === address.includes(':'));
  if (family.length === 0) return;
  const loopback = address.includes(':') ? '[::1]' : '127.0.0.1';
  yield {
    at: container.id,
    problem: `publish ${portsText(bindings.map(({ port }) => port))} binds to ${address}, and host ${host} has ${listText(family)}`,
    fix: `write ${family.length === 1 ? 'that one' : 'one of them'}, ${loopback}, or no address, which means all of them`,
  };
}

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
