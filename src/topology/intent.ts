import type { ExposedPort } from '../notation/publish';

/** Who asks or is asked, as an intent names it. */
export type IntentEnd =
  | {
      readonly kind: 'container';
      /** Id of the container. */
      readonly id: string;
    }
  | {
      /** Programs of the machine itself. */
      readonly kind: 'host';
      /** Id of the host. */
      readonly id: string;
    }
  | {
      /** Neighbours of the machine on its LAN, also those that made themselves routes to its networks. */
      readonly kind: 'lan';
      /** Id of the host. */
      readonly id: string;
    }
  | {
      /** Machines behind the routers of every host. */
      readonly kind: 'outside';
    };

/** That one end reaches another one, or never does. */
export interface ReachIntent {
  /** What is meant. */
  readonly kind: 'reaches' | 'neverReaches';

  /** Stack that says so. */
  readonly stack: string;

  /** Who connects. */
  readonly from: IntentEnd;

  /** Who answers. */
  readonly to: IntentEnd;

  /** Port that is meant; absent: whatever it answers on. */
  readonly port?: ExposedPort;
}

/** That nobody but some reaches a container. */
export interface OnlyReachedByIntent {
  /** What is meant. */
  readonly kind: 'onlyReachedBy';

  /** Stack that says so. */
  readonly stack: string;

  /** Who answers. */
  readonly to: IntentEnd;

  /** Who may connect; programs of its own host may in any case. */
  readonly from: readonly IntentEnd[];

  /** Port that is meant; absent: whatever it answers on. */
  readonly port?: ExposedPort;
}

/** That nothing of a container is open beyond its host and the networks it is in. */
export interface NotExposedIntent {
  /** What is meant. */
  readonly kind: 'notExposed';

  /** Stack that says so. */
  readonly stack: string;

  /** Who answers. */
  readonly to: IntentEnd;

  /** Port that is meant; absent: every port. */
  readonly port?: ExposedPort;
}

/** What its author means a network to do; checked with everything else. */
export type Intent = ReachIntent | OnlyReachedByIntent | NotExposedIntent;
