import type { ExposedPort } from '../../src/notation/publish';
import type { Intent, IntentEnd } from '../../src/topology/intent';
import { blocks, inNetworks, type ContainerPart, type HostPart, type Parts } from './topologies';

const PLACES = ['host', 'lan'] as const;

/** An end by its text: `shop/db`, `host:local`, `lan:local` or `outside`. */
function endAt(text: string): IntentEnd {
  if (text === 'outside') return { kind: 'outside' };
  const [kind, id] = text.split(':');
  const known = PLACES.find((place) => place === kind);
  return known === undefined ? { kind: 'container', id: text } : { kind: known, id: id ?? '' };
}

function portAt(port: number | undefined): { readonly port?: ExposedPort } {
  return port === undefined ? {} : { port: { port, protocol: 'tcp' } };
}

const stack = 'shop';

export function reaches(from: string, to: string, port?: number): Intent {
  return { kind: 'reaches', stack, from: endAt(from), to: endAt(to), ...portAt(port) };
}

export function neverReaches(from: string, to: string, port?: number): Intent {
  return { kind: 'neverReaches', stack, from: endAt(from), to: endAt(to), ...portAt(port) };
}

export function onlyReachedBy(to: string, from: readonly string[], port?: number): Intent {
  return {
    kind: 'onlyReachedBy',
    stack,
    to: endAt(to),
    from: from.map(endAt),
    ...portAt(port),
  };
}

export function notExposed(to: string, port?: number): Intent {
  return { kind: 'notExposed', stack, to: endAt(to), ...portAt(port) };
}

/** `web` in front, `db` in back, which is internal, and what else a test says; the engine is 28.5. */
export function shopWith(
  intents: readonly Intent[],
  containers: readonly ContainerPart[] = [],
  host: Partial<HostPart> = {},
): Parts {
  const mentioned = new Set(containers.map(({ id }) => id));
  const usual: readonly ContainerPart[] = [
    { id: 'shop/web', listens: [{ port: 80, protocol: 'tcp' }], ...inNetworks('shop/front') },
    { id: 'shop/db', listens: [{ port: 3306, protocol: 'tcp' }], ...inNetworks('shop/back') },
  ];
  return {
    hosts: [{ id: 'local', engineVersion: '28.5', ...host }],
    networks: [
      { id: 'shop/front', subnets: blocks('10.80.0.0/24') },
      { id: 'shop/back', subnets: blocks('10.81.0.0/24'), internal: true },
    ],
    containers: [...usual.filter(({ id }) => !mentioned.has(id)), ...containers],
    intents,
  };
}
