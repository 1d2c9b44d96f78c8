import { tryParseAddress } from '../../ip/address';
import type { HostAddress } from './bindings';
import type { ReachIndex } from './index-of';
import type { Destination } from './question';
import { resolveAddress } from './resolve-address';
import { resolveName, targetsAt } from './resolve-name';
import type { Source } from './source';
import { endpointIn } from './stack';
import type { Target } from './target';

/** Where a destination leads for whoever asks: one target for each address, never none. */
export function resolve(
  index: ReachIndex,
  source: Source,
  destination: Destination,
): readonly Target[] {
  switch (destination.kind) {
    case 'name':
      return byName(index, source, destination.name);
    case 'address':
      return byName(index, source, destination.address);
    case 'container-address':
      return [containerTarget(index, destination)];
    case 'gateway':
      return [gatewayTarget(index, destination)];
    case 'host-address':
      return [hostTarget(index, destination)];
    case 'loopback': {
      const address = destination.family === 4 ? '127.0.0.1' : '::1';
      const { family } = destination;
      return [{ kind: 'self', family, by: { kind: 'loopback' }, address, found: [] }];
    }
    case 'outside':
      return [{ kind: 'outside', family: destination.family, by: { kind: 'outside' }, found: [] }];
  }
}

/** A program hands what it is given to the resolver, which takes an address for what it is. */
function byName(index: ReachIndex, source: Source, text: string): readonly Target[] {
  const { facts, book } = index;
  const address = tryParseAddress(text);
  if (address !== undefined) return [resolveAddress(book, source, address)];
  return resolveName({ facts, book, source, name: text.toLowerCase().replace(/\.$/, '') });
}

function containerTarget(
  { facts }: ReachIndex,
  { container: id, network, family }: Extract<Destination, { kind: 'container-address' }>,
): Target {
  const by = { kind: 'container-address', network } as const;
  const container = facts.model.containers.get(id);
  const stack = container === undefined ? undefined : facts.stack(container);
  const segment = facts.segment(network);
  const endpoint =
    stack === undefined || segment === undefined ? undefined : endpointIn(stack, segment);
  if (endpoint === undefined) {
    return lost(id, `which address ${id} has in ${network}`, by);
  }
  const target = targetsAt(endpoint, by, []).find(
    (one) => 'family' in one && one.family === family,
  );
  return target ?? lost(id, `which IPv${String(family)} address ${id} has in ${network}`, by);
}

function lost(at: string, detail: string, by: Target['by']): Target {
  const via = 'ask for a network that it is in';
  return { kind: 'lost', code: 'VALUE_UNKNOWN', facts: { at, detail, via }, by, found: [] };
}

function gatewayTarget(
  { facts, book }: ReachIndex,
  { network, family }: Extract<Destination, { kind: 'gateway' }>,
): Target {
  const by = { kind: 'gateway', network } as const;
  const segment = facts.segment(network);
  if (segment === undefined) return lost(network, `the gateway of ${network}`, by);
  const address = book.gatewayOf(segment, family);
  const known = address === undefined ? {} : { address };
  if (segment.kind === 'lan') return { kind: 'outside', family, by, ...known, found: [] };
  const at = { kind: 'gateway', family, segment, ...known } as const;
  return { kind: 'host', machine: segment.machine, at, family, by, ...known, found: [] };
}

function hostTarget(
  { facts }: ReachIndex,
  { host, address: text, family }: Extract<Destination, { kind: 'host-address' }>,
): Target {
  const by = { kind: 'host-address' } as const;
  const machine = facts.machine(host);
  if (machine === undefined) return lost(host, `host ${host}`, by);
  const address = text?.split('/', 1)[0];
  const known = address === undefined ? {} : { address };
  const at: HostAddress = { kind: 'lan', family, ...known };
  return { kind: 'host', machine, at, family, by, ...known, found: [] };
}
