import { formatAddress, type IpAddress } from '../../ip/address';
import type { Hop, Way } from './answer';
import type { AddressBook, AddressOwner } from './address-book';
import type { Source } from './source';
import type { Target } from './target';

/** How an address came to be asked for. */
export interface Asked {
  /** Absent: by the address itself. */
  readonly by?: Way;
  readonly found?: readonly Hop[];
}

/** Whose address it is, for whoever asks. */
export function resolveAddress(
  book: AddressBook,
  source: Source,
  address: IpAddress,
  { by, found = [] }: Asked = {},
): Target {
  const { family } = address;
  const text = formatAddress(address);
  if (isLoopback(address)) {
    return { kind: 'self', family, by: by ?? { kind: 'loopback' }, address: text, found };
  }
  const owner = ownerFor(book, source, text);
  if (owner !== undefined) return targetOf(owner, address, { by, found });
  const host = hostOf(source);
  if (host !== undefined && book.isOfNetwork(host, address)) {
    const facts = {
      at: text,
      detail: `who has the address ${text}`,
      via: 'give it to a container as a fixed address',
    };
    return {
      kind: 'lost',
      code: 'VALUE_UNKNOWN',
      facts,
      by: by ?? { kind: 'container-address' },
      address: text,
      found,
    };
  }
  return { kind: 'outside', family, by: by ?? { kind: 'outside' }, address: text, found };
}

function isLoopback({ family, value }: IpAddress): boolean {
  return family === 4 ? value >> 24n === 127n : value === 1n;
}

function ownerFor(book: AddressBook, source: Source, text: string): AddressOwner | undefined {
  if (source.kind === 'stack') {
    for (const { segment } of source.stack.endpoints) {
      const owner = book.inside(segment, text);
      if (owner !== undefined) return owner;
    }
  }
  return book.beyond(hostOf(source), text);
}

/** The host that whoever asks is on, or next to. */
export function hostOf(source: Source): string | undefined {
  if (source.kind === 'stack') return source.stack.machine.host.id;
  return 'machine' in source ? source.machine.host.id : undefined;
}

function targetOf(owner: AddressOwner, address: IpAddress, { by, found = [] }: Asked): Target {
  const { family } = address;
  const text = formatAddress(address);
  if (owner.kind === 'endpoint') {
    const { endpoint } = owner;
    const { stack, segment } = endpoint;
    const way = by ?? { kind: 'container-address', network: segment.network.id };
    return {
      kind: 'endpoint',
      endpoint,
      family,
      id: stack.owner.id,
      by: way,
      address: text,
      found,
    };
  }
  if (owner.kind === 'lan') {
    const at = { kind: 'lan', family, address: text } as const;
    return {
      kind: 'host',
      machine: owner.machine,
      at,
      family,
      by: by ?? { kind: 'host-address' },
      address: text,
      found,
    };
  }
  const { segment } = owner;
  const way = by ?? { kind: 'gateway', network: segment.network.id };
  if (segment.kind !== 'bridge') return { kind: 'outside', family, by: way, address: text, found };
  const at = { kind: 'gateway', family, segment, address: text } as const;
  return { kind: 'host', machine: segment.machine, at, family, by: way, address: text, found };
}
