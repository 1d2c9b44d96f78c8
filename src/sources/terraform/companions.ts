import type { Host } from '../../topology/host';
import type { Topology } from '../../topology/topology';
import { isObject, objectAt, own, type JsonObject } from '../json-value';

/** What lies beside a plan or state in the folder of its stack. */
export interface Companions {
  /** What cdktf wrote: `cdk.tf.json`. */
  readonly written?: WrittenStack;

  /** What Portolan wrote: `topology.json`. */
  readonly declared?: Topology;

  /**
   * Put before the addresses of what has no construct path, so that those of several plans differ.
   */
  readonly idPrefix?: string;
}

/** What `cdk.tf.json` says of its resources. */
export interface WrittenStack {
  /** Name of the stack. */
  readonly name: string | undefined;

  /** Construct paths by Terraform addresses. */
  readonly paths: ReadonlyMap<string, string>;

  /** Providers that are not the default one, by the addresses of the resources. */
  readonly providers: ReadonlyMap<string, string>;

  /** The providers' own settings: `alias`, `host`, `context`. */
  readonly providerBlocks: readonly JsonObject[];
}

/** Ending of the path of what a construct of ours is made of. */
const RESOURCE = '/Resource';

/** Reads what cdktf says beside the plan; what is not there, or not as expected, is left out. */
export function readWrittenStack(document: unknown, at: string): WrittenStack {
  const paths = new Map<string, string>();
  const providers = new Map<string, string>();
  for (const [section, prefix] of [
    ['resource', ''],
    ['data', 'data.'],
  ] as const) {
    const types = objectAt(document, section, at);
    for (const type of Object.keys(types).filter((key) => key.startsWith('docker_'))) {
      const resources = objectAt(types, type, at);
      for (const name of Object.keys(resources)) {
        const address = `${prefix}${type}.${name}`;
        const path = own(metadataOf(resources[name]), 'path');
        if (typeof path === 'string') paths.set(address, constructPath(path));
        const provider = own(resources[name], 'provider');
        if (typeof provider === 'string') providers.set(address, provider);
      }
    }
  }
  const name = own(metadataOf(document), 'stackName');
  return {
    name: typeof name === 'string' ? name : undefined,
    paths,
    providers,
    providerBlocks: providerBlocks(own(own(document, 'provider'), 'docker')),
  };
}

function constructPath(path: string): string {
  return path.endsWith(RESOURCE) ? path.slice(0, -RESOURCE.length) : path;
}

function metadataOf(value: unknown): unknown {
  return own(own(value, '//'), 'metadata');
}

function providerBlocks(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.filter(isObject);
  return isObject(value) ? [value] : [];
}

/** The declared host that a provider with the alias, or to the endpoint, belongs to. */
export function declaredHost(
  declared: Topology | undefined,
  alias: string | undefined,
  endpoint: string,
): Host | undefined {
  const hosts = declared?.hosts ?? [];
  if (alias !== undefined) return hosts.find(({ id }) => aliasOf(id) === alias);
  const same = hosts.filter((host) => host.endpoint === endpoint);
  return same.length === 1 ? same[0] : undefined;
}

/** The name of a host as the constructs make a provider alias of it. */
function aliasOf(id: string): string {
  const word = id.replace(/[^\w-]/g, '-');
  return /^[a-zA-Z_]/.test(word) ? word : `host-${word}`;
}
