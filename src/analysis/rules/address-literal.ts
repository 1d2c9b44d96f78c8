import type { Container } from '../../topology/container';
import type { Occurrence, Rule } from '../finding';
import type { Model } from '../model';
import { ownerAt, plannedAt } from '../planned-addresses';

/** An IPv4 address that is no block: nothing with a prefix length behind it. */
const ADDRESS = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\/|[\d.]*\d)/g;

/** It works until the network gets another block. */
export const addressLiteral: Rule = {
  code: 'ADDRESS_LITERAL',
  level: 'note',
  covers: ['M24'],
  summary: 'An address of a declared network is written out where a name would do.',
  *find(model) {
    for (const container of model.topology.containers) {
      const seen = new Set<string>();
      for (const [what, text] of textsOf(container)) {
        for (const [literal] of text.matchAll(ADDRESS)) {
          if (seen.has(literal)) continue;
          seen.add(literal);
          yield* judge(model, container, what, literal);
        }
      }
    }
  },
};

/** Texts of the container that hold something like an address. */
function* textsOf(container: Container): Generator<readonly [string, string]> {
  const { env, command, entrypoint, healthcheck, files } = container;
  for (const name in env) if (mayHold(env[name])) yield [`variable ${name}`, env[name] ?? ''];
  yield* wordsOf('command', command);
  yield* wordsOf('entrypoint', entrypoint);
  yield* wordsOf('healthcheck', healthcheck?.test);
  for (const { path, content = '' } of files) if (mayHold(content)) yield [`file ${path}`, content];
}

function* wordsOf(
  what: string,
  words: readonly string[] = [],
): Generator<readonly [string, string]> {
  for (const word of words) if (mayHold(word)) yield [what, word];
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
  if (place === undefined) return;
  const owner = ownerAt(model, place, literal);
  yield {
    at: container.id,
    problem: `${what} has the address ${literal} of ${place.network.id}, ${owner === undefined ? 'which nobody has fixed' : `which belongs to ${owner}`}: right until the network is renumbered`,
    fix: owner === undefined ? 'use a name' : `use a name of ${owner}, or its ipv4(network)`,
  };
}
