import { readBindings, terraformName, type AttributeKind, type Bindings } from './bindings';
import type { Block, Plan } from './synth';

/** Resources of the provider, and the interface of each in the bindings. */
const RESOURCES: Readonly<Record<string, readonly [string, string]>> = {
  docker_container: ['container', 'ContainerConfig'],
  docker_network: ['network', 'NetworkConfig'],
  docker_volume: ['volume', 'VolumeConfig'],
  docker_image: ['image', 'ImageConfig'],
};

/** What every resource may have, by Terraform's own rules. */
const META = new Set([
  '//',
  'provider',
  'depends_on',
  'lifecycle',
  'count',
  'for_each',
  'provisioner',
]);

/** What provider 4 has and the bindings, which are older, have not. */
const NEWER: Readonly<Record<string, ReadonlySet<string>>> = {
  ContainerConfig: new Set(['memory_reservation', 'platform']),
  ContainerNetworksAdvanced: new Set([
    'mac_address',
    'gw_priority',
    'link_local_ips',
    'driver_opts',
  ]),
  ContainerVolumes: new Set(['selinux_relabel']),
};

/** Attributes of the plan that the bindings do not have, or have in another type. */
export function findMisfits({ resource }: Plan): string[] {
  return Object.entries(resource).flatMap(([type, blocks = {}]) => {
    const [folder, config] = RESOURCES[type] ?? [];
    if (folder === undefined || config === undefined) return [];
    const bindings = readBindings(folder);
    return Object.entries(blocks).flatMap(([id, block]) =>
      misfitsOf(block, { bindings, config, at: `${type}.${id}` }),
    );
  });
}

interface Place {
  readonly bindings: Bindings;
  readonly config: string;
  readonly at: string;
}

function misfitsOf(block: Block, { bindings, config, at }: Place): string[] {
  const attributes = bindings.get(config) ?? [];
  const kinds = new Map(attributes.map(({ name, kind }) => [writtenName(name), kind]));
  const missing = attributes
    .filter(({ name, isRequired }) => isRequired && block[writtenName(name)] === undefined)
    .map(({ name }) => `${at}: has no ${writtenName(name)}`);
  const wrong = Object.entries(block).flatMap(([name, value]) => {
    if (META.has(name) || NEWER[config]?.has(name) === true) return [];
    const kind = kinds.get(name);
    const path = `${at}.${name}`;
    if (kind === undefined) return [`${path}: the bindings do not have it`];
    return kindMisfits(value, kind, { bindings, config, at: path });
  });
  return [...missing, ...wrong];
}

function kindMisfits(value: unknown, kind: AttributeKind, place: Place): string[] {
  if (typeof kind === 'string') {
    return FITS[kind](value) ? [] : [`${place.at}: ${JSON.stringify(value)} is no ${kind}`];
  }
  const blocks = Array.isArray(value) ? (value as Block[]) : [value as Block];
  if (!kind.isList && blocks.length !== 1) return [`${place.at}: is one block`];
  return blocks.flatMap((block) => misfitsOf(block, { ...place, config: kind.block }));
}

const FITS: Readonly<Record<Exclude<AttributeKind, object>, (value: unknown) => boolean>> = {
  text: isText,
  number: (value) => typeof value === 'number' || isReference(value),
  flag: (value) => typeof value === 'boolean' || isReference(value),
  texts: (value) => isReference(value) || (Array.isArray(value) && value.every(isText)),
  map: (value) =>
    isReference(value) ||
    (typeof value === 'object' && value !== null && Object.values(value).every(isText)),
};

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isReference(value: unknown): boolean {
  return typeof value === 'string' && /^\$\{.*\}$/s.test(value);
}

function writtenName(name: string): string {
  return name === 'buildAttribute' ? 'build' : terraformName(name);
}
