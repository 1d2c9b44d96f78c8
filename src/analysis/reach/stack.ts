import type { Family } from '../../ip/address';
import type { PublishedPort } from '../../notation/publish';
import type { Attachment, Container, Listener } from '../../topology/container';
import type { Machine } from './machine';
import type { Segment } from './segment';

/** A container's place in a network. */
export interface Endpoint {
  readonly stack: Stack;
  readonly segment: Segment;
  readonly attachment: Attachment;
}

/** Where a container's default route is: a network, nowhere, or nobody knows. */
export type Route = Segment | 'none' | 'unknown';

/** The network stack of a container, which those in `container:` mode share. */
export interface Stack {
  readonly machine: Machine;

  /** The container whose networks they are. */
  readonly owner: Container;

  /** The owner and those that share its stack, the owner first. */
  readonly users: readonly Container[];

  /** Its places, in the order in which Docker asks them for names: that of the default route first. */
  readonly endpoints: readonly Endpoint[];

  /** Whether every network it is in is in the topology. */
  readonly isComplete: boolean;
  readonly route: Readonly<Record<Family, Route>>;

  /** Ports that the owner publishes, with the address for those that name none. */
  readonly published: readonly PublishedPort[];

  /** What each user is known to answer on. */
  readonly listeners: readonly UserListeners[];
}

/** What one container is known to answer on. */
export interface UserListeners {
  readonly user: Container;
  readonly listeners: readonly Listener[];
}

/** The stack's place in the network. */
export function endpointIn(stack: Stack, segment: Segment): Endpoint | undefined {
  return stack.endpoints.find((endpoint) => endpoint.segment === segment);
}

/** The address that the place has, where it is fixed. */
export function fixedAddress({ attachment }: Endpoint, family: Family): string | undefined {
  return family === 4 ? attachment.ipv4 : attachment.ipv6;
}

/**
 * Where packets to nobody on a network of its own leave; on 20.10 the bridge of an internal one, where
 * the container is in no other.
 */
export function wayOut(stack: Stack, family: Family): Route {
  const route = stack.route[family];
  if (route !== 'none' || !stack.machine.rules.routesInternal) return route;
  if (!stack.endpoints.every(({ segment }) => segment.isInternal)) return 'none';
  const internal = stack.endpoints.find(
    ({ segment }) => segment.kind === 'bridge' && segment.hasFamily[family],
  );
  return internal?.segment ?? 'none';
}
