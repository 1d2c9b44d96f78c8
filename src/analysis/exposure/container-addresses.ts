import type { Family } from '../../ip/address';
import type { PublishedPort } from '../../notation/publish';
import type { Attachment, Container, Listener } from '../../topology/container';
import type { Network } from '../../topology/network';
import type { Model } from '../model';
import { listenersOf } from './listeners';
import { fieldsOf, type ExposedSocket, type Judgement, type Openness } from './socket';

/** A container's address in a network. */
export interface OwnAddress {
  readonly container: Container;
  readonly network: Network;
  readonly attachment: Attachment;
  readonly family: Family;
}

/** A container's addresses: one for each network and family. */
export function ownAddressesOf(model: Model, container: Container): OwnAddress[] {
  return container.attachments.flatMap((attachment) => {
    const network = model.networks.get(attachment.network);
    if (network === undefined) return [];
    const families: readonly Family[] = network.ipv6 ? [4, 6] : [4];
    return families.map((family) => ({ container, network, attachment, family }));
  });
}

/** What is open at such an address, and for whom. */
export interface Opening {
  readonly kind: 'lan-address' | 'container-address';
  readonly judgement: Judgement;
  readonly bypassesFirewall: Openness;

  /** Published ports that alone are open; absent: every port. */
  readonly ports?: readonly PublishedPort[];
}

/**
 * The sockets of an opening; where every port is open, those that somebody in the container's stack is
 * known to answer on, else one for all.
 *
 * @param users - the container and those that share its network stack
 */
export function socketsOf(
  model: Model,
  place: OwnAddress,
  opening: Opening,
  users: readonly Container[],
): ExposedSocket[] {
  const common = commonFields(place, opening);
  const { id } = place.container;
  if (opening.ports !== undefined) {
    return opening.ports.map(({ containerPort, protocol }) => ({
      ...common,
      port: containerPort,
      protocol,
      container: id,
      containerPort,
    }));
  }
  const known = users.flatMap((user) => answersOf(model, place, user, common));
  return known.length > 0 ? known : [{ ...common, port: 'every', container: id }];
}

type Common = Omit<ExposedSocket, 'port'>;

function answersOf(
  model: Model,
  place: OwnAddress,
  user: Container,
  common: Common,
): ExposedSocket[] {
  return listenersOf(model, user)
    .filter((listener) => answersAt(listener, place))
    .map(({ port, protocol }) => ({
      ...common,
      port,
      protocol,
      container: user.id,
      containerPort: port,
    }));
}

function commonFields(
  { container, network, attachment, family }: OwnAddress,
  { kind, judgement, bypassesFirewall }: Opening,
): Common {
  const address = family === 4 ? attachment.ipv4 : attachment.ipv6;
  return {
    host: container.host,
    kind,
    ...(address === undefined ? {} : { address }),
    family,
    network: network.id,
    ...fieldsOf(judgement),
    bypassesFirewall,
  };
}

/** A program that asks for one address of the container is not at the others. */
function answersAt({ address }: Listener, { attachment, family }: OwnAddress): boolean {
  if (address === undefined) return true;
  if (address === '0.0.0.0') return family === 4;
  if (address === '::') return family === 6;
  return address === (family === 4 ? attachment.ipv4 : attachment.ipv6);
}
