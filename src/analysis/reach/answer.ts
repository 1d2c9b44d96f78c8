import type { Family } from '../../ip/address';
import type { Protocol } from '../../notation/publish';
import type { Place } from './place';
import type { ReasonCode } from './reasons';

/**
 * What becomes of a connection.
 *
 * - `reaches`: the right program answers
 * - `blocked`: packets, or the replies, are dropped on the way; the client waits until it gives up
 * - `refused`: they come to a machine on which nothing answers on that port; an error at once
 * - `unresolved`: the name is not known to whoever asks
 * - `no-route`: whoever asks has no way to the address; an error at once or after 3 s
 * - `unknown`: nothing was measured for this, or the topology does not say enough
 */
export type Verdict = 'reaches' | 'blocked' | 'refused' | 'unresolved' | 'no-route' | 'unknown';

/** How the destination was given. */
export type WayKind =
  | 'name'
  | 'alias'
  | 'hostname'
  | 'link'
  | 'extra-host'
  | 'container-address'
  | 'gateway'
  | 'host-address'
  | 'loopback'
  | 'outside';

/** The way a connection is asked for: by which name or kind of address. */
export interface Way {
  /** Name or kind of address. */
  readonly kind: WayKind;

  /** The name as it is asked for, in lower case; absent: asked by address. */
  readonly name?: string;

  /** Id of the network the name or address belongs to. */
  readonly network?: string;
}

/** One step of a connection's way, from the one who asks to the one who answers or to what stops it. */
export interface Hop {
  /** What it passes. */
  readonly kind:
    | 'container'
    | 'host'
    | 'lan'
    | 'outside'
    | 'hosts-file'
    | 'dns'
    | 'route'
    | 'veth'
    | 'bridge'
    | 'macvlan'
    | 'overlay'
    | 'loopback'
    | 'isolation'
    | 'icc'
    | 'raw'
    | 'docker-user'
    | 'forward'
    | 'dnat'
    | 'proxy'
    | 'masquerade'
    | 'socket'
    | 'reply';

  /** Id, address or name of what it is: `blog/db`, `172.27.0.1`, `DOCKER-ISOLATION`. */
  readonly at: string;

  /** What happens there, in a few words. */
  readonly note?: string;
}

/** Why a connection is not made. */
export interface Reason {
  /** Stable code, listed in docs/guide/reachability.md. */
  readonly code: ReasonCode;

  /** Component at fault: id of a network, container or host, or a name. */
  readonly at: string;

  /** What stands in the way, with the values. */
  readonly problem: string;

  /** What would open it. */
  readonly fix: string;
}

/** What becomes of one connection, and why. */
export interface Answer {
  /** Who asks. */
  readonly from: Place;

  /**
   * Who answers there, or would: the container behind a published port, else who has the address.
   * Absent: nobody that the topology knows, or the name is not resolved.
   */
  readonly to?: Place;

  /** The name or address that is asked by. */
  readonly by: Way;

  /** Address that is connected to; absent: the engine picks it, or there is none. */
  readonly address?: string;

  /** Family of the address; absent: the name leads to none. */
  readonly family?: Family;

  /** Port that is connected to; absent with `icmp`, and where the engine picks it. */
  readonly port?: number;

  /** `icmp` is a ping. */
  readonly protocol: Protocol | 'icmp';
  /** What becomes of it. */
  readonly verdict: Verdict;

  /** Present unless it reaches. */
  readonly reason?: Reason;

  /** From the one who asks to the one who answers, or to what stops it. */
  readonly path: readonly Hop[];
}
