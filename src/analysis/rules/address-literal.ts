import { tryParseAddress } from '../../ip/address';
import type { Cidr } from '../../ip/cidr';
import type { Container } from '../../topology/container';
import type { Occurrence, Rule } from '../finding';
import { isLanNetwork } from '../lan-children';
import type { Model } from '../model';
import { ownerAt, plannedAt, type AddressOwner } from '../planned-addresses';

/** An IPv4 address that is no block: nothing with a prefix length behind it. */
const ADDRESS = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\/|[\d.]*\d)/g;

/** It works until the network gets another block. On a LAN, addresses are not the network's own. */
export const addressLiteral: Rule = {
  code: 'ADDRESS_LITERAL',
  level: 'note',
  covers: ['M24'],
  summary: 'An address of a declared network is written out where a name would do.',
  *find(model) {
    for (const container of model.topology.containers) {
      const texts = textsOf(container);
      if (texts.length === 0) continue;
      const seen = new Set<string>();
      for (const [what, text] of texts) {
        for (const [literal] of text.matchAll(ADDRESS)) {
          if (seen.has(literal)) continue;
          seen.add(literal);
          yield* judge(model, container, what, literal);
        }
      }
    }
  },
};

/** Where a text stands, and the text. */
type Text = readonly [what: string, text: string];

/** Texts of the container that hold something like an address. */
function textsOf(container: Container): readonly Text[] {
  const { env, command, entrypoint, healthcheck, files } = container;
  const found: Text[] = [];
  for (const name in env) if (mayHold(env[name])) found.push([`variable ${name}`, env[name] ?? '']);
  collectWords('command', command, found);
  collectWords('entrypoint', entrypoint, found);
  collectWords('healthcheck', healthcheck?.test, found);
  for (const { path, content } of files) {
    if (content !== undefined && mayHold(content)) found.push([`file ${path}`, content]);
  }
  return found;
}

function collectWords(what: string, words: readonly string[] | undefined, found: Text[]): void {
  for (const word of words ?? []) if (mayHold(word)) found.push([what, word]);
}

function mayHold(text: string | undefined): boolean {
  return text !== undefined && text.length > 6 && /\d\.\d{1,3}\.\d/.test(text);
}

function* judge(
  model: Model,
  container: Container,
  what: string,
  literal: string,
): Generator<Occurrence> {
  if (container.attachments.some(({ ipv4 }) => ipv4 === literal)) return;
  const place = plannedAt(model, container.host, literal);
  if (place === undefined || isEnd(place.subnet.cidr, literal)) return;
  const owner = ownerAt(model, place, literal);
  if (owner?.kind === 'reserved') return;
  if (owner?.kind !== 'container' && isLanNetwork(place.network)) return;
  const { belongs, fix } = describe(owner);
  yield {
    at: container.id,
    problem: `${what} has the address ${literal} of ${place.network.id}, ${belongs}: right until the network is renumbered`,
    fix,
  };
}

/** Whether the text is the name of a block, or its broadcast address: nobody has it. */
function isEnd({ first, last }: Cidr, literal: string): boolean {
  const value = tryParseAddress(literal)?.value;
  return value === first || value === last;
}

function describe(owner: AddressOwner | undefined): { belongs: string; fix: string } {
  if (owner === undefined) return { belongs: 'which nobody has for certain', fix: 'use a name' };
  return owner.kind === 'container'
    ? {
        belongs: `which belongs to ${owner.container.id}`,
        fix: `use a name of ${owner.container.id}, or its ipv4(network)`,
      }
    : {
        belongs: "which is the host's own",
        fix: "give the host a name with extraHosts, 'host-gateway'",
      };
}
