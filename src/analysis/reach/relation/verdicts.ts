import type { Family } from '../../../ip/address';
import type { Host } from '../../../topology/host';
import type { Network } from '../../../topology/network';
import { isLoopback } from '../../exposure/outside';
import type { Openness } from '../../exposure/socket';
import { isUnknown, type Model } from '../../model';
import type { Answer, Verdict } from '../answer';
import type { Place } from '../place';
import type { Destination } from '../question';
import { createReach, type Reach } from '../reach';
import type { End } from './ends';
import { miniatureOf, type StandIn } from './miniature';
import { publishedKinds } from './signatures';

/** Somebody who asks: a stack, or a machine beyond the host. */
export interface Asker {
  readonly place: Place;

  /** Its stack; absent: a neighbour, or the outside. */
  readonly end?: End;
}

/** The asker of a stack. */
export function askerOf(end: End): Asker {
  const { owner, host } = end;
  const place: Place =
    owner === undefined ? { kind: 'host', id: host } : { kind: 'container', id: owner.id };
  return { place, end };
}

/** Asks the model of reachability about two stacks, whatever their ports. */
export class Verdicts {
  constructor(private readonly model: Model) {}

  /** Whether packets to any port get to the address that the target has in the network. */
  atAddress(asker: Asker, target: End, network: Network): Openness {
    const { owner } = target;
    if (owner === undefined) return 'no';
    const reach = this.reachOf(asker, target).reach;
    const destinations = families(network).map((family): Destination => ({
      kind: 'container-address',
      container: owner.id,
      network: network.id,
      family,
    }));
    return anyOf(destinations.map((to) => ping(reach, asker.place, to)));
  }

  /** Whether packets to any port get to the host itself. */
  atHost(asker: Asker, target: End): Openness {
    const reach = this.reachOf(asker, target).reach;
    return anyOf(
      hostDestinations(asker, this.hostOf(target)).map((to) => ping(reach, asker.place, to)),
    );
  }

  /** Whether it gets to a machine beyond all hosts. */
  atOutside(asker: Asker): Openness {
    const { end } = asker;
    if (end === undefined) return 'yes';
    const reach = createReach(miniatureOf(this.model, [end], end).topology);
    return ping(reach, asker.place, { kind: 'outside', family: 4 });
  }

  /** Whether some port is open that the target publishes. */
  atPublished(asker: Asker, target: End): Openness {
    const { reach, published } = this.reachOf(asker, target);
    const known = anyOf(
      published.flatMap((port) =>
        publishedQuestions(asker, { target, host: this.hostOf(target) }, port).map(
          ([to, number]) => {
            const question = { from: asker.place, to, port: number, protocol: port.protocol };
            return opennessOf(reach.ask(question), target);
          },
        ),
      ),
    );
    return known === 'no' && mayPublishMore(this.model, target) ? 'unknown' : known;
  }

  /** Whether some port is open by the target's own address because the asker links it. */
  atLinked(asker: Asker, target: End): Openness {
    const { owner, networks } = target;
    if (owner === undefined) return 'no';
    const { reach, published } = this.reachOf(asker, target);
    const ports = [
      ...owner.expose,
      ...published.map(({ containerPort: port, protocol }) => ({ port, protocol })),
    ];
    return anyOf(
      networks.flatMap((network) =>
        ports.map(({ port, protocol }) => {
          const to = addressIn(owner.id, network, 4);
          return opennessOf(reach.ask({ from: asker.place, to, port, protocol }), target);
        }),
      ),
    );
  }

  private hostOf({ host }: End): Host {
    const found = this.model.hosts.get(host);
    if (found === undefined) throw new RangeError(`there is no host ${host}`);
    return found;
  }

  private reachOf(
    { end }: Asker,
    target: End,
  ): { readonly reach: Reach; readonly published: readonly StandIn[] } {
    const ends = end === undefined || end === target ? [target] : [end, target];
    const { topology, published } = miniatureOf(this.model, ends, target);
    return { reach: createReach(topology), published };
  }
}

function families({ ipv6 }: Network): readonly Family[] {
  return ipv6 ? [4, 6] : [4];
}

function addressIn(container: string, network: Network, family: Family): Destination {
  return { kind: 'container-address', container, network: network.id, family };
}

function ping(reach: Reach, from: Place, to: Destination): Openness {
  return anyOf(reach.ask({ from, to, protocol: 'icmp' }).map(({ verdict }) => opennessBy(verdict)));
}

/** A port of the target is open also where nobody answers on it: the way to it is. */
function opennessOf(answers: readonly Answer[], { owner }: End): Openness {
  return anyOf(
    answers.map(({ verdict, reason, to }) => {
      if (verdict === 'unknown') return 'unknown';
      if (to?.kind !== 'container' || to.id !== owner?.id) return 'no';
      return reason?.code === 'NOT_LISTENING' ? 'yes' : opennessBy(verdict);
    }),
  );
}

function opennessBy(verdict: Verdict): Openness {
  if (verdict === 'reaches') return 'yes';
  return verdict === 'unknown' ? 'unknown' : 'no';
}

function anyOf(answers: readonly Openness[]): Openness {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** The gateways of its own networks, and the host's address on the LAN, if need be the one that is named. */
function hostDestinations({ end }: Asker, host: Host, address?: string): Destination[] {
  const isOfFamily = (family: Family): boolean =>
    address === undefined || address.includes(':') === (family === 6);
  const bridges = (end?.networks ?? []).filter(
    (network) => network.driver === 'bridge' && network.host === host.id,
  );
  const isNamed = address !== undefined && address !== '0.0.0.0' && address !== '::';
  return [
    ...bridges.flatMap((network) =>
      families(network).map((family) => ({
        kind: 'gateway' as const,
        network: network.id,
        family,
      })),
    ),
    ...FAMILIES.filter((family) => family === 4 || isNamed || hasIpv6(host)).map((family) => ({
      kind: 'host-address' as const,
      host: host.id,
      family,
      ...(isNamed ? { address } : {}),
    })),
  ].filter(({ family }) => isOfFamily(family));
}

const FAMILIES: readonly Family[] = [4, 6];

/** Whether the host is known to have an IPv6 address on its LAN. */
function hasIpv6({ interfaces }: Host): boolean {
  return interfaces.some(({ addresses }) => addresses.some((text) => text.includes(':')));
}

type PortQuestion = readonly [to: Destination, port: number];

interface Published {
  readonly target: End;
  readonly host: Host;
}

function publishedQuestions(
  asker: Asker,
  { target, host }: Published,
  port: StandIn,
): PortQuestion[] {
  return [
    ...hostQuestions(asker, host, port).map((to): PortQuestion => [to, port.hostPort]),
    ...ownQuestions(asker, target).map((to): PortQuestion => [to, port.containerPort]),
  ];
}

function hostQuestions(asker: Asker, host: Host, { hostIp }: StandIn): Destination[] {
  const isLocal = hostIp !== undefined && isLoopback(hostIp);
  const fromAfar = isLocal ? [] : hostDestinations(asker, host, hostIp);
  if (asker.place.kind !== 'host' || asker.place.id !== host.id) return fromAfar;
  const loopback = FAMILIES.map((family): Destination => ({ kind: 'loopback', family }));
  return [...fromAfar, ...loopback];
}

/** The target's own address in the network of its published ports, where the asker is elsewhere. */
function ownQuestions({ end }: Asker, { owner, route }: End): Destination[] {
  if (owner === undefined || typeof route === 'string') return [];
  if (end?.networks.includes(route) === true) return [];
  return families(route).map((family) => addressIn(owner.id, route, family));
}

function mayPublishMore(model: Model, target: End): boolean {
  const { owner } = target;
  if (owner === undefined) return false;
  if (isUnknown(owner, 'publish')) return true;
  return publishedKinds(model, target).some(({ isKnown }) => !isKnown);
}
