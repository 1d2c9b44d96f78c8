import type { Host } from '../../topology/host';
import { declaredHost, type Companions } from './companions';
import { literalText, type Configuration } from './configuration';
import { own, type JsonObject } from '../json-value';

/** The engines of a plan. */
export interface Hosts {
  readonly all: readonly Host[];

  /** Ids of those that the plan has a provider for. */
  readonly configured: ReadonlySet<string>;

  /** Id of the host of a provider's key; the default provider's for one that is not known. */
  readonly idOf: (providerKey: string | undefined) => string;
}

interface Provider {
  readonly key: string;
  readonly alias: string | undefined;
  readonly endpoint: string;
}

/** Key of the provider that a resource has when it names none. */
const DEFAULT_KEY = 'docker';

/**
 * One host for each engine that a provider is configured for. What `topology.json` knows of it counts;
 * two providers for one address are one engine.
 */
export function readHosts(
  configuration: Configuration | undefined,
  { written, declared }: Companions,
): Hosts {
  const providers =
    configuration === undefined
      ? writtenProviders(written?.providerBlocks ?? [])
      : configuredProviders(configuration);
  const hosts = new Map<string, Host>();
  const byKey = new Map<string, string>();
  for (const provider of [...providers, DEFAULT]) {
    if (byKey.has(provider.key)) continue;
    const known = declaredHost(declared, provider.alias, provider.endpoint);
    const host = known ?? sameEngine(hosts, provider) ?? newHost(hosts, provider);
    hosts.set(host.id, host);
    byKey.set(provider.key, host.id);
  }
  const first = byKey.get(DEFAULT_KEY) ?? 'local';
  return {
    all: [...hosts.values()],
    configured: new Set(providers.map(({ key }) => byKey.get(key) ?? first)),
    idOf: (key) => byKey.get(key ?? DEFAULT_KEY) ?? first,
  };
}

const DEFAULT: Provider = { key: DEFAULT_KEY, alias: undefined, endpoint: 'environment' };

function configuredProviders({ providers, variables }: Configuration): Provider[] {
  return providers.map(({ key, alias, expressions }) => ({
    key,
    alias,
    endpoint: endpointOf((name) => {
      const expression = own(expressions, name);
      if (expression === undefined) return undefined;
      return literalText(expression, variables) ?? UNKNOWN;
    }),
  }));
}

function writtenProviders(blocks: readonly JsonObject[]): Provider[] {
  return blocks.map((block) => {
    const alias = own(block, 'alias');
    const word = typeof alias === 'string' ? alias : undefined;
    const endpoint = endpointOf((name) => {
      const value = own(block, name);
      if (typeof value !== 'string') return undefined;
      return value.includes('${') ? UNKNOWN : value;
    });
    return { key: word === undefined ? DEFAULT_KEY : `docker.${word}`, alias: word, endpoint };
  });
}

/** What Terraform works out while it runs. */
const UNKNOWN = 'unknown';

function endpointOf(read: (name: string) => string | undefined): string {
  const [context = '', host = ''] = [read('context'), read('host')];
  // The provider lets a context win over a host.
  if (context !== '') return context === UNKNOWN ? UNKNOWN : `context:${context}`;
  // A password has no business in a topology.
  return host === '' ? 'environment' : host.replace(/\/\/([^/@:]*):[^/@]*@/, '//$1@');
}

function sameEngine(hosts: ReadonlyMap<string, Host>, { endpoint }: Provider): Host | undefined {
  if (endpoint === UNKNOWN) return undefined;
  return [...hosts.values()].find((host) => host.endpoint === endpoint);
}

function newHost(hosts: ReadonlyMap<string, Host>, { key, alias, endpoint }: Provider): Host {
  const name = alias ?? nameOf(endpoint);
  return {
    id: hosts.has(name) ? key : name,
    endpoint,
    kind: 'native',
    addressPools: [],
    interfaces: [],
    routes: [],
    services: [],
    daemon: {},
  };
}

/** The name that the constructs give a host by default. */
function nameOf(endpoint: string): string {
  if (endpoint.startsWith('context:') && endpoint.length > 8) return endpoint.slice(8);
  const isAddress = /^(?:tcp|ssh):/.test(endpoint) && URL.canParse(endpoint);
  const name = isAddress ? new URL(endpoint).hostname.replace(/^\[|\]$/g, '') : '';
  return name === '' ? 'local' : name.replaceAll(':', '-');
}
