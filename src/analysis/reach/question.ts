import type { Family } from '../../ip/address';
import type { Protocol } from '../../notation/publish';
import type { Place } from './place';

/** What a client is given to connect to. Addresses that only the engine knows are named by what has them. */
export type Destination =
  | {
      /** A name as a program writes it: `db`, `db.back`, `host.docker.internal`, `example.com`. */
      readonly kind: 'name';
      readonly name: string;
    }
  | {
      /** An address as a program writes it. */
      readonly kind: 'address';
      readonly address: string;
    }
  | {
      /** The address that a container has in a network, fixed or not. */
      readonly kind: 'container-address';
      /** Id of the container. */
      readonly container: string;
      /** Id of the network. */
      readonly network: string;
      readonly family: Family;
    }
  | {
      /** The host's address in a bridge network. */
      readonly kind: 'gateway';
      /** Id of the network. */
      readonly network: string;
      readonly family: Family;
    }
  | {
      /** An address of a host's interface on its LAN. */
      readonly kind: 'host-address';
      /** Id of the host. */
      readonly host: string;
      /** Interface and address; absent: an address of the LAN that nothing more is known of. */
      readonly address?: string;
      readonly family: Family;
    }
  | {
      /** 127.0.0.1 or ::1 of whoever asks. */
      readonly kind: 'loopback';
      readonly family: Family;
    }
  | {
      /** A machine that no host of the topology is: on the internet, by its address. */
      readonly kind: 'outside';
      readonly family: Family;
    };

/** One connection that may be made or not. */
export interface Question {
  /** Who asks. */
  readonly from: Place;

  /** What the client is given to connect to. */
  readonly to: Destination;

  /** Destination port, 1 to 65535; absent with `icmp`. */
  readonly port?: number;

  /** `icmp` is a ping. */
  readonly protocol: Protocol | 'icmp';
}

/** A port that a place answers on. */
export interface AnsweredPort {
  /** 1 to 65535. */
  readonly port: number;

  /** Transport protocol. */
  readonly protocol: Protocol;
}
