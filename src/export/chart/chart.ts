import { createModel, type Model } from '../../analysis/model';
import { compareText } from '../../analysis/text';
import { formatPublish } from '../../notation/publish';
import type { Attachment, Container } from '../../topology/container';
import type { Host } from '../../topology/host';
import { isDefaultBridge, type Network } from '../../topology/network';
import type { Topology } from '../../topology/topology';

/** What a lane is: how its border is drawn. */
export type LaneKind = 'bridge' | 'internal' | 'lan' | 'overlay' | 'other' | 'host' | 'none';

/** A container, where it is drawn in full. */
export interface Box {
  /** Id of the container. */
  readonly id: string;

  /** Name that the engine knows it by. */
  readonly title: string;

  /** Its addresses in the lane's network, or what it has instead of one. */
  readonly address: string;

  /** Its further names in the lane's network. */
  readonly names: readonly string[];

  /** Ports that are opened on the host: `8080:80`. */
  readonly doors: readonly string[];
}

/** A container in a further network. */
export interface Chip {
  /** Id of the container. */
  readonly id: string;

  /** Name that the engine knows it by. */
  readonly title: string;

  /** Its addresses in the lane's network. */
  readonly address: string;
}

/** A network with those in it, or those that are in none. */
export interface Lane {
  /** Id of the network; `HOST:host` and `HOST:none` for those that are in none. */
  readonly id: string;

  /** Name of the network. */
  readonly title: string;

  /** Subnets and gateways, or what is special. */
  readonly detail: string;
  readonly kind: LaneKind;
  readonly boxes: readonly Box[];
  readonly chips: readonly Chip[];
}

/** A host with its networks. */
export interface HostFrame {
  /** Id of the host. */
  readonly id: string;

  /** Version of the engine and addresses of the machine. */
  readonly detail: string;
  readonly lanes: readonly Lane[];
}

/** What every picture of a topology shows. A container is drawn once, in its first network by name. */
export interface Chart {
  readonly hosts: readonly HostFrame[];
}

/** What a picture of the topology shows, in an order that does not depend on that of the declarations. */
export function chartOf(topology: Topology): Chart {
  const model = createModel(topology);
  const plan = placeContainers(model);
  return {
    hosts: [...topology.hosts]
      .sort((a, b) => compareText(a.id, b.id))
      .map((host) => frameOf(host, model, plan)),
  };
}

/** Where each container is drawn in full, and where it has a chip. */
interface Plan {
  readonly boxes: ReadonlyMap<string, readonly Box[]>;
  readonly chips: ReadonlyMap<string, readonly Chip[]>;
}

function placeContainers(model: Model): Plan {
  const boxes = new Map<string, Box[]>();
  const chips = new Map<string, Chip[]>();
  const own = model.topology.containers.filter((one) => model.containers.get(one.id) === one);
  for (const container of own.sort((a, b) => compareText(titleOf(a), titleOf(b)))) {
    const [first, ...others] = placesOf(container, model);
    add(boxes, laneOf(container, model), boxOf(container, first?.attachment, model));
    for (const { network, attachment } of others) {
      const address = addressOf(attachment);
      add(chips, network.id, { id: container.id, title: titleOf(container), address });
    }
  }
  return { boxes, chips };
}

/** A container's end in a network that is drawn on its host. */
interface Place {
  readonly network: Network;
  readonly attachment: Attachment;
}

/** Its places, the first by name first; what another stack declares is the declared network. */
function placesOf({ attachments, host }: Container, { networks }: Model): Place[] {
  const places = attachments.flatMap((attachment) => {
    const network = networks.get(attachment.network);
    return network?.host === host ? [{ network, attachment }] : [];
  });
  return places.sort((a, b) => compareText(networkTitle(a.network), networkTitle(b.network)));
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

/** One that shares a network stack is drawn beside its owner. */
function laneOf(container: Container, model: Model, seen: readonly string[] = []): string {
  const { mode, modeContainer, host, id } = container;
  if (mode === 'networks') return placesOf(container, model)[0]?.network.id ?? `${host}:none`;
  const owner = modeContainer === undefined ? undefined : model.containers.get(modeContainer);
  if (owner?.host === host && !seen.includes(id)) return laneOf(owner, model, [...seen, id]);
  return `${host}:${mode === 'host' ? 'host' : 'none'}`;
}

function titleOf({ name, id }: Container): string {
  return name ?? id;
}

function networkTitle({ name, id }: Network): string {
  return name ?? id;
}

function addressOf({ ipv4, ipv6 }: Attachment): string {
  const known = [ipv4, ipv6].filter((address) => address !== undefined);
  return known.length === 0 ? 'dynamic address' : known.join(' ');
}

function boxOf(container: Container, attachment: Attachment | undefined, model: Model): Box {
  const { id, publish, publishAll } = container;
  return {
    id,
    title: titleOf(container),
    address: attachment === undefined ? modeText(container, model) : addressOf(attachment),
    names: attachment?.aliases ?? [],
    doors: [...publish.map(formatPublish), ...(publishAll ? ['every exposed port'] : [])],
  };
}

function modeText({ mode, modeContainer, attachments }: Container, { containers }: Model): string {
  if (mode === 'host') return "the host's addresses";
  const [elsewhere] = attachments;
  if (mode === 'networks' && elsewhere !== undefined) return `in ${elsewhere.network}, not shown`;
  const owner = modeContainer === undefined ? undefined : containers.get(modeContainer);
  return owner === undefined ? 'no address' : `the addresses of ${titleOf(owner)}`;
}

function frameOf(host: Host, { topology, networks }: Model, plan: Plan): HostFrame {
  const own = topology.networks
    .filter((network) => network.host === host.id && networks.get(network.id) === network)
    .sort((a, b) => compareText(networkTitle(a), networkTitle(b)));
  const lanes = [
    ...own.map((network) => laneFor(network, plan)),
    withoutNetwork(host.id, 'host', plan),
    withoutNetwork(host.id, 'none', plan),
  ];
  const version = host.engineVersion === undefined ? [] : [`engine ${host.engineVersion}`];
  const addresses = host.interfaces.flatMap((one) => one.addresses);
  return {
    id: host.id,
    detail: [...version, ...addresses].join(', '),
    lanes: lanes.filter(({ kind, boxes }) => isDeclared(kind) || boxes.length > 0),
  };
}

function isDeclared(kind: LaneKind): boolean {
  return kind !== 'host' && kind !== 'none';
}

function laneFor(network: Network, { boxes, chips }: Plan): Lane {
  return {
    id: network.id,
    title: networkTitle(network),
    detail: networkDetail(network),
    kind: kindOf(network),
    boxes: boxes.get(network.id) ?? [],
    chips: chips.get(network.id) ?? [],
  };
}

function kindOf({ driver, internal }: Network): LaneKind {
  if (internal) return 'internal';
  if (driver === 'macvlan' || driver === 'ipvlan') return 'lan';
  if (driver === undefined || driver === 'bridge') return 'bridge';
  return driver === 'overlay' ? 'overlay' : 'other';
}

function networkDetail(network: Network): string {
  const { internal, subnets, options } = network;
  const kind = driverText(network);
  const blocks = subnets.flatMap(({ cidr, gateway }) =>
    cidr === undefined ? [] : [gateway === undefined ? cidr : `${cidr} gateway ${gateway}`],
  );
  const isIccOff = options['com.docker.network.bridge.enable_icc'] === 'false';
  return [
    [kind, ...(internal ? ['internal'] : []), ...(isIccOff ? ['icc off'] : [])].join(', '),
    ...(blocks.length === 0 ? ['dynamic subnet'] : blocks),
  ].join(' · ');
}

function driverText(network: Network): string {
  if (isDefaultBridge(network)) return 'default bridge';
  return network.external ? 'exists already' : (network.driver ?? 'driver not known');
}

function withoutNetwork(host: string, kind: 'host' | 'none', { boxes }: Plan): Lane {
  const id = `${host}:${kind}`;
  const isHost = kind === 'host';
  return {
    id,
    title: isHost ? 'network of the host' : 'no network',
    detail: isHost ? 'ports are open on the host itself' : 'only its own loopback',
    kind,
    boxes: boxes.get(id) ?? [],
    chips: [],
  };
}
