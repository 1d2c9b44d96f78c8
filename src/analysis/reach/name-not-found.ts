import type { Container } from '../../topology/container';
import { isBridgeOfEngine, perModel, type Model } from '../model';
import { namesOf } from '../names';
import { listText } from '../text';
import type { Lookup } from './lookup';
import { hostOf } from './resolve-address';
import type { Source } from './source';
import type { Stack } from './stack';
import type { Target } from './target';

/** Names that a name server of the world is never asked for. */
const DOCKER_INTERNAL = /(?:^|\.)docker\.internal$/;

/** A name that neither the hosts file nor Docker's server knows: somebody else's, the world's, or nobody's. */
export function notFound(lookup: Lookup): Target {
  const { source, name } = lookup;
  const by = { kind: 'name', name } as const;
  const lost = (code: LostCode, facts: LostFacts): Target => ({
    kind: 'lost',
    code,
    facts: { at: name, from: source.label, ...facts },
    by,
    found: [],
  });
  if (source.kind === 'unknown') {
    return lost('VALUE_UNKNOWN', {
      at: source.label,
      detail: source.detail,
      via: 'add it to the topology',
    });
  }
  const doubt = source.kind === 'stack' ? doubtOf(source.stack) : undefined;
  if (doubt !== undefined) {
    return lost('VALUE_UNKNOWN', {
      at: doubt,
      detail: `who has the name ${name} in ${doubt}`,
      via: `declare its containers`,
    });
  }
  const elsewhere = whereElse(lookup);
  if (elsewhere !== undefined) return lost(elsewhere.code, elsewhere.facts);
  return name.includes('.') && !DOCKER_INTERNAL.test(name)
    ? outsideName(lookup, lost)
    : lost('NAME_UNKNOWN', {});
}

type LostCode =
  | 'NAME_UNKNOWN'
  | 'NAME_OF_ANOTHER_NETWORK'
  | 'NO_NAMES_ON_DEFAULT_BRIDGE'
  | 'NO_NAMES_IN_MODE'
  | 'OUTSIDE_NAME_FROM_INTERNAL'
  | 'VALUE_UNKNOWN';
interface LostFacts {
  readonly at?: string;
  readonly to?: string;
  readonly via?: string;
  readonly detail?: string;
}

/** A network whose containers are not all in the topology. */
function doubtOf({ endpoints, isComplete, owner }: Stack): string | undefined {
  if (!isComplete) return owner.id;
  return endpoints.find(({ segment }) => segment.network.external && !segment.isDefault)?.segment
    .network.id;
}

function outsideName(
  { source, name }: Lookup,
  lost: (code: LostCode, facts: LostFacts) => Target,
): Target {
  if (source.kind === 'nowhere') {
    return lost('NO_NAMES_IN_MODE', { via: 'a container without network', detail: name });
  }
  if (
    source.kind === 'stack' &&
    source.stack.endpoints.every(({ segment }) => segment.isInternal)
  ) {
    const via = listText(source.stack.endpoints.map(({ segment }) => segment.network.id));
    return lost('OUTSIDE_NAME_FROM_INTERNAL', { via });
  }
  const found = [{ kind: 'dns', at: name, note: 'a name server of the world' }] as const;
  return { kind: 'outside', family: 4, by: { kind: 'name', name }, found };
}

interface Elsewhere {
  readonly code: LostCode;
  readonly facts: LostFacts;
}

/** Somebody on the host has the name, where whoever asks does not find it. */
function whereElse({ facts, source, name }: Lookup): Elsewhere | undefined {
  const { model } = facts;
  const host = hostOf(source);
  const known = host === undefined ? anybody(model, name) : holdersOf(model).get(`${host} ${name}`);
  if (known === undefined) return undefined;
  const { container, network } = known;
  if (source.kind !== 'stack') {
    return {
      code: 'NO_NAMES_IN_MODE',
      facts: { to: container.id, via: modeOf(source), detail: container.id },
    };
  }
  if (container.mode !== 'networks') {
    const via = `mode ${container.mode} of ${container.id}`;
    return { code: 'NO_NAMES_IN_MODE', facts: { to: container.id, via, detail: name } };
  }
  const isOnDefaultOnly = source.stack.endpoints.every(({ segment }) => segment.isDefault);
  const isServed = network !== undefined;
  if (isOnDefaultOnly || !isServed) {
    return { code: 'NO_NAMES_ON_DEFAULT_BRIDGE', facts: { to: container.id, detail: name } };
  }
  return {
    code: 'NAME_OF_ANOTHER_NETWORK',
    facts: { at: network, to: container.id, via: network, detail: name },
  };
}

function modeOf({ kind, label }: Source): string {
  if (kind === 'nowhere') return 'a container without network';
  return kind === 'machine' ? 'the network of the host' : label;
}

interface Holder {
  readonly container: Container;

  /** User network in which it has the name; absent: only on the default bridge, or in no network. */
  readonly network: string | undefined;
}

function anybody(model: Model, name: string): Holder | undefined {
  for (const { id } of model.topology.hosts) {
    const holder = holdersOf(model).get(`${id} ${name}`);
    if (holder !== undefined) return holder;
  }
  return undefined;
}

/** Docker does not look at the case of a name, but at that of the network after it. */
function isLowerCase(name: string): boolean {
  return name === name.toLowerCase();
}

/** Somebody for each name on each host: in a user network before anywhere else. */
const holdersOf = perModel((model: Model): ReadonlyMap<string, Holder> => {
  const holders = new Map<string, Holder>();
  const add = (host: string, name: string | undefined, holder: Holder): void => {
    const key = `${host} ${name?.toLowerCase() ?? ''}`;
    if (name !== undefined && !holders.has(key)) holders.set(key, holder);
  };
  for (const network of [...model.topology.networks].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (isBridgeOfEngine(network)) continue;
    for (const [name, { container }] of namesOf(model).get(network.id)?.owners ?? []) {
      const holder = { container, network: network.id };
      add(network.host, name, holder);
      if (network.name !== undefined && isLowerCase(network.name))
        add(network.host, `${name}.${network.name}`, holder);
    }
  }
  for (const container of [...model.topology.containers].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    add(container.host, container.name, { container, network: undefined });
    add(container.host, container.hostname, { container, network: undefined });
  }
  return holders;
});
