import type { Companions } from './companions';
import type { Hosts } from './hosts';
import { targetsOf } from './references';
import type { Resource } from './resources';

/** A resource with its place in the topology. */
export interface Entry {
  readonly resource: Resource;

  /** Id in the topology. */
  readonly id: string;

  /** Id of the host. */
  readonly host: string;

  /** Name of the stack, where cdktf says. */
  readonly stack: string | undefined;

  /** Name that the engine knows it by; absent: not known. */
  readonly name: string | undefined;
}

/** Kinds of things that others refer to. */
export type Kind = 'network' | 'container' | 'volume' | 'image';

/** Finds the things of a plan: by what refers to them, and by the engine's names and ids. */
export class Directory {
  readonly entries: readonly Entry[];
  private readonly byAddress: ReadonlyMap<string, Entry>;
  private readonly instances = new Map<string, Entry[]>();
  private readonly byName = new Map<string, Entry>();

  constructor(resources: readonly Resource[], hosts: Hosts, companions: Companions) {
    this.entries = withOwnIds(resources.map((resource) => describe(resource, hosts, companions)));
    this.byAddress = new Map(this.entries.map((entry) => [entry.resource.address, entry]));
    for (const entry of this.entries) {
      const base = baseOf(entry.resource.address);
      const known = this.instances.get(base);
      if (known === undefined) this.instances.set(base, [entry]);
      else known.push(entry);
      for (const text of namesOf(entry)) {
        const key = nameKey(kindOf(entry.resource), entry.host, text);
        // What is declared comes before what is only looked up.
        if (!this.byName.has(key) || !entry.resource.isData) this.byName.set(key, entry);
      }
    }
  }

  /** What the expression of a resource refers to, when that is one thing of the kind. */
  target(expression: unknown, { scope }: Resource, kind: Kind): Entry | undefined {
    if (scope === undefined) return undefined;
    for (const address of targetsOf(expression, scope)) {
      const found = this.at(address);
      if (found !== undefined && kindOf(found.resource) === kind) return found;
    }
    return undefined;
  }

  /** The one thing at an address; of several instances none. */
  at(address: string): Entry | undefined {
    const exact = this.byAddress.get(address);
    if (exact !== undefined) return exact;
    const instances = this.instances.get(address) ?? [];
    return instances.length === 1 ? instances[0] : undefined;
  }

  /** What an engine knows by a name or id. */
  named(kind: Kind, host: string, nameOrId: string): Entry | undefined {
    return this.byName.get(nameKey(kind, host, nameOrId));
  }

  /** Id of what an engine knows by a name or id; something that is in no plan gets an id, too. */
  idOf(kind: 'network' | 'container', host: string, nameOrId: string): string {
    const known = this.named(kind, host, nameOrId);
    if (known !== undefined) return known.id;
    const id = `${host}:${kind}:${nameOrId}`;
    this.externals.set(id, { id, kind, host, name: nameOrId });
    return id;
  }

  /** What is referred to by its name and in no plan. */
  readonly externals = new Map<string, External>();
}

/** Something that exists already. */
export interface External {
  readonly id: string;
  readonly kind: 'network' | 'container';
  readonly host: string;
  readonly name: string;
}

function describe(resource: Resource, hosts: Hosts, companions: Companions): Entry {
  const { written, idPrefix = '' } = companions;
  const { address, attributes, config } = resource;
  const path = written?.paths.get(address);
  const name = attributes.text('name');
  return {
    resource,
    id: path ?? `${idPrefix}${address}`,
    host: hosts.idOf(config?.provider ?? written?.providers.get(address)),
    stack: path === undefined ? undefined : written?.name,
    name: typeof name === 'string' ? name : undefined,
  };
}

/** A construct path stands for one thing; a second one keeps its address. */
function withOwnIds(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    const id = seen.has(entry.id) ? entry.resource.address : entry.id;
    seen.add(id);
    return { ...entry, id };
  });
}

function kindOf({ type }: Resource): string {
  return type.replace('docker_', '');
}

function nameKey(kind: string, host: string, text: string): string {
  return JSON.stringify([kind, host, text]);
}

function namesOf({ resource, name }: Entry): string[] {
  const ids = ['id', 'image_id'].map((key) => resource.attributes.text(key));
  return [name, ...ids].filter((text) => typeof text === 'string');
}

/** The address without the index of the instance. */
function baseOf(address: string): string {
  return address.replace(/\[(?:\d+|"[^"]*")\]$/, '');
}
