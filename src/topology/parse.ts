import { z, type ZodError, type ZodType } from 'zod';
import { ConfigError } from '../errors';
import { pointerPart } from './pointer';
import { topologySchema } from './schema';
import { TOPOLOGY_VERSION, type Topology } from './topology';

/**
 * Reads the JSON form and checks it against the schema; ids must be unique, and hosts be there. Other
 * ids may refer to another topology: a container of one stack can depend on one of another.
 *
 * @param at - the file's name, for messages
 * @throws ConfigError `TOPOLOGY_MALFORMED`, `TOPOLOGY_VERSION`
 */
export function parseTopology(text: string, at: string): Topology {
  return toTopology(parseJson(text, at), at);
}

/**
 * The same for a document whose JSON has been read.
 *
 * @throws ConfigError `TOPOLOGY_MALFORMED`, `TOPOLOGY_VERSION`
 */
export function toTopology(document: unknown, at: string): Topology {
  checkVersion(document, at);
  const lists = parsed(listsSchema, document, at, '');
  const entries = <T>(kind: ListName, schema: ZodType<T>): T[] =>
    (lists[kind] ?? []).map((entry, index) => {
      const place = `/${kind}/${String(index)}`;
      checkSize(entry, `${at}#${place}`);
      return parsed(schema, entry, at, place);
    });
  const { hosts, networks, volumes, containers, accepted, addressPlans, intents } =
    topologySchema.shape;
  const topology: Topology = {
    version: TOPOLOGY_VERSION,
    hosts: entries('hosts', hosts.element),
    networks: entries('networks', networks.element),
    volumes: entries('volumes', volumes.element),
    containers: entries('containers', containers.element),
    ...(lists.addressPlans === undefined
      ? {}
      : { addressPlans: entries('addressPlans', addressPlans.unwrap().element) }),
    accepted: entries('accepted', accepted.unwrap().element),
    ...(lists.intents === undefined
      ? {}
      : { intents: entries('intents', intents.unwrap().element) }),
  };
  checkIds(topology, at);
  return topology;
}

type ListName =
  'hosts' | 'networks' | 'volumes' | 'containers' | 'accepted' | 'addressPlans' | 'intents';

const anyList = z.array(z.unknown());

/** Entries are checked one by one, up to the first mistake: zod keeps every one, in a file of a million. */
const listsSchema = z.object({
  hosts: anyList,
  networks: anyList,
  volumes: anyList,
  containers: anyList,
  accepted: anyList.default([]),
  addressPlans: anyList.optional(),
  intents: anyList.optional(),
});

function parsed<T>(schema: ZodType<T>, value: unknown, at: string, place: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw schemaError(result.error, at, place);
}

/** Most values in one host, network, volume or container. */
const MAX_ENTRY_VALUES = 100_000;

function checkSize(entry: unknown, at: string): void {
  const open = [entry];
  for (let count = 0; open.length > 0; count += 1) {
    if (count + open.length > MAX_ENTRY_VALUES) {
      throw malformed(
        at,
        `there are more than ${String(MAX_ENTRY_VALUES)} values in it`,
        'name a topology.json that npx cdktf synth wrote',
      );
    }
    const next = open.pop();
    if (typeof next === 'object' && next !== null) {
      for (const inner of Object.values(next)) open.push(inner);
    }
  }
}

function parseJson(text: string, at: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new ConfigError('TOPOLOGY_MALFORMED', {
      at,
      problem: `the file is not JSON (${error instanceof Error ? error.message : String(error)})`,
      fix: 'write it again with npx cdktf synth',
    });
  }
}

function checkVersion(document: unknown, at: string): void {
  const version =
    typeof document === 'object' && document !== null && 'version' in document
      ? document.version
      : undefined;
  if (version === TOPOLOGY_VERSION) return;
  if (typeof version === 'number' && version > TOPOLOGY_VERSION) {
    throw new ConfigError('TOPOLOGY_VERSION', {
      at,
      problem: `the file has version ${String(version)} and this Portolan reads version ${String(TOPOLOGY_VERSION)}`,
      fix: 'update the portolan package that reads it',
    });
  }
  throw new ConfigError('TOPOLOGY_MALFORMED', {
    at,
    problem: 'the file has no topology version',
    fix: 'name a topology.json that npx cdktf synth wrote',
  });
}

function schemaError(error: ZodError, at: string, above: string): ConfigError {
  const [first] = error.issues;
  const place = above + (first?.path ?? []).map((part) => `/${pointerPart(part)}`).join('');
  const more = error.issues.length > 1 ? ` (and ${String(error.issues.length - 1)} more)` : '';
  return new ConfigError('TOPOLOGY_MALFORMED', {
    at: `${at}${place === '' ? '' : `#${place}`}`,
    problem: `${lowerFirst(first?.message ?? 'the file does not fit the schema')}${more}`,
    fix: 'compare it with portolan/schema/topology.schema.json',
  });
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function checkIds(topology: Topology, at: string): void {
  const hosts = new Set(topology.hosts.map(({ id }) => id));
  for (const kind of ['hosts', 'networks', 'volumes', 'containers'] as const) {
    const seen = new Set<string>();
    for (const [index, entity] of topology[kind].entries()) {
      const place = `${at}#/${kind}/${String(index)}`;
      if (seen.has(entity.id)) {
        throw malformed(place, `the id '${entity.id}' is used twice`, 'give each its own id');
      }
      seen.add(entity.id);
      if ('host' in entity && !hosts.has(entity.host)) {
        throw malformed(place, `host '${entity.host}' is not among the hosts`, 'add it to hosts');
      }
    }
  }
}

function malformed(at: string, problem: string, fix: string): ConfigError {
  return new ConfigError('TOPOLOGY_MALFORMED', { at, problem, fix });
}
