import type { Container } from './container';
import type { Host } from './host';
import type { Intent } from './intent';
import type { Network } from './network';
import type { Volume } from './volume';

/** Version of the JSON form; a reader refuses a later one. */
export const TOPOLOGY_VERSION = 1;

/** An address plan: where blocks of networks are cut out of. */
export interface AddressPlan {
  /** Construct path; unique in the topology. */
  readonly id: string;

  /** Blocks that subnets are cut out of. */
  readonly pools: readonly string[];

  /** Blocks that are given by hand. */
  readonly reserved: readonly string[];

  /** Blocks in use elsewhere. */
  readonly avoided: readonly string[];
}

/** A finding that the definition accepts, with the reason. */
export interface Acceptance {
  /** Code of the finding. */
  readonly code: string;

  /** Id of the host, network, volume or container that it is about. */
  readonly at: string;

  /** Why it is right as it is. */
  readonly reason: string;
}

/** Hosts, networks, volumes and containers as plain immutable data. */
export interface Topology {
  /** Version of the form, `TOPOLOGY_VERSION`. */
  readonly version: typeof TOPOLOGY_VERSION;

  /** Engines with their machines. */
  readonly hosts: readonly Host[];

  /** Networks of all hosts; the default bridge where something is on it. */
  readonly networks: readonly Network[];

  /** Named volumes of all hosts. */
  readonly volumes: readonly Volume[];

  /** Containers of all hosts. */
  readonly containers: readonly Container[];

  /** Address plans; absent: there are none. */
  readonly addressPlans?: readonly AddressPlan[];

  /** Findings that are accepted in code. */
  readonly accepted: readonly Acceptance[];

  /** Who is meant to reach whom; absent: nothing is said. */
  readonly intents?: readonly Intent[];
}

/** A topology without anything in it. */
export const EMPTY_TOPOLOGY: Topology = {
  version: TOPOLOGY_VERSION,
  hosts: [],
  networks: [],
  volumes: [],
  containers: [],
  accepted: [],
};

/**
 * Several topologies as one. What two of them have under the same id (a host, its default bridge)
 * is taken from the first.
 */
export function mergeTopologies(topologies: readonly Topology[]): Topology {
  const addressPlans = uniqueById(topologies.flatMap((topology) => topology.addressPlans ?? []));
  const intents = unique(
    topologies.flatMap((topology) => topology.intents ?? []),
    (intent) => JSON.stringify(intent),
  );
  return {
    version: TOPOLOGY_VERSION,
    hosts: uniqueById(topologies.flatMap(({ hosts }) => hosts)),
    networks: uniqueById(topologies.flatMap(({ networks }) => networks)),
    volumes: uniqueById(topologies.flatMap(({ volumes }) => volumes)),
    containers: uniqueById(topologies.flatMap(({ containers }) => containers)),
    ...(addressPlans.length === 0 ? {} : { addressPlans }),
    accepted: unique(
      topologies.flatMap(({ accepted }) => accepted),
      ({ code, at }) => `${code} ${at}`,
    ),
    ...(intents.length === 0 ? {} : { intents }),
  };
}

function uniqueById<T extends { readonly id: string }>(items: readonly T[]): T[] {
  return unique(items, ({ id }) => id);
}

function unique<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const item of items) {
    const key = keyOf(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
