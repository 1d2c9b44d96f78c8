import { parseTopology, renderFinding, TOPOLOGY_VERSION, type Topology } from 'portolan/topology';
import type { z } from 'zod';
import type { Rule } from '../../src/analysis/finding';
import { createModel } from '../../src/analysis/model';
import { defaultBridgeModel } from '../../src/topology/default-bridge';
import type { Intent } from '../../src/topology/intent';
import type { topologySchema } from '../../src/topology/schema';

type Document = z.input<typeof topologySchema>;
type Part<T> = Partial<T> & { readonly id: string };

/** A host of a test; more than its id is only needed where a rule looks at it. */
export type HostPart = Part<Document['hosts'][number]>;

/** A network of a test; a bridge of the host `local`, unless it says otherwise. */
export type NetworkPart = Part<Document['networks'][number]>;

/** A volume of a test. */
export type VolumePart = Part<Document['volumes'][number]>;

/** A container of a test; on the host `local` and of the image `app`, unless it says otherwise. */
export type ContainerPart = Part<Document['containers'][number]>;

/** What a test says of a topology. */
export interface Parts {
  /** Left out: one host, `local`. */
  readonly hosts?: readonly HostPart[];
  readonly networks?: readonly NetworkPart[];
  readonly volumes?: readonly VolumePart[];
  readonly containers?: readonly ContainerPart[];
  readonly intents?: readonly Intent[];
}

/** A row of a table: what the test says, the topology, and where the rule finds something. */
export type Case = readonly [title: string, parts: Parts, places: readonly string[]];

/** Id of the host that everything is on where nothing else is said. */
const HOST = 'local';

/** A topology of the parts. What has no name gets its id with dashes; an `undefined` name stays unknown. */
export function topologyOf({
  hosts = [{ id: HOST }],
  networks = [],
  volumes = [],
  containers = [],
  intents = [],
}: Parts): Topology {
  const named = ({ id }: { readonly id: string }) => ({
    name: id.replaceAll('/', '-'),
    host: HOST,
  });
  const document: Document = {
    version: TOPOLOGY_VERSION,
    hosts: hosts.map((host) => ({ endpoint: 'unix:///var/run/docker.sock', ...host })),
    networks: networks.map((network) => ({ ...named(network), driver: 'bridge', ...network })),
    volumes: volumes.map((volume) => ({ ...named(volume), ...volume })),
    containers: containers.map((container) => ({
      ...named(container),
      image: 'app',
      mode: 'networks',
      ...container,
    })),
  };
  const said = intents.length === 0 ? {} : { intents };
  return parseTopology(JSON.stringify({ ...document, ...said }), 'test');
}

/** The default bridge of a host, as a topology has it where something is on it. */
export function defaultBridge(host = HOST): NetworkPart {
  return { ...defaultBridgeModel(host), subnets: [] };
}

/** Subnets of the blocks, with nothing else said of them. */
export function blocks(...cidrs: readonly string[]): NonNullable<NetworkPart['subnets']> {
  return cidrs.map((cidr) => ({ cidr }));
}

/** A container in one network. */
export function member(
  id: string,
  network: string,
  attachment: Partial<NonNullable<ContainerPart['attachments']>[number]> = {},
): ContainerPart {
  return { id, attachments: [{ network, ...attachment }] };
}

/** The part of a container that is in these networks, and has nothing special there. */
export function inNetworks(...networks: readonly string[]): Pick<ContainerPart, 'attachments'> {
  return { attachments: networks.map((network) => ({ network })) };
}

/**
 * What the rule says of the topology, word for word and sorted.
 *
 * @throws RangeError when it depends on the order of declaration
 */
export function messages(rule: Rule, parts: Parts): string[] {
  const model = topologyOf(parts);
  const found = render(rule, model);
  const turned = render(rule, reversed(model));
  if (found.join('\n') === turned.join('\n')) return found;
  throw new RangeError(
    `${rule.code} finds ${JSON.stringify(found)}, in reverse ${JSON.stringify(turned)}`,
  );
}

/** Where the rule finds something: ids in their order. */
export function places(rule: Rule, parts: Parts): string[] {
  return messages(rule, parts).map((message) => message.slice(0, message.indexOf(': ')));
}

function render({ code, level, find }: Rule, model: Topology): string[] {
  const found = [...find(createModel(model))];
  return found.map((one) => renderFinding({ ...one, code, level })).sort();
}

function reversed(model: Topology): Topology {
  return {
    ...model,
    hosts: [...model.hosts].reverse(),
    networks: [...model.networks].reverse(),
    volumes: [...model.volumes].reverse(),
    containers: [...model.containers].reverse(),
    ...(model.intents === undefined ? {} : { intents: [...model.intents].reverse() }),
  };
}
