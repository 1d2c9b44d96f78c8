import type { Family } from '../../ip/address';
import type { Hop, Way } from './answer';
import type { HostAddress } from './bindings';
import type { Machine } from './machine';
import type { ReasonFacts } from './reason-facts';
import type { ReasonCode } from './reasons';
import type { Endpoint } from './stack';

/** Where a destination leads for whoever asks: to whom, by which way, and how it was found. */
export type Target = Found & {
  readonly by: Way;

  /** Address that is connected to, where it is known. */
  readonly address?: string;

  /** How the name was found; empty: asked by address. */
  readonly found: readonly Hop[];
};

type Found =
  | {
      readonly kind: 'endpoint';
      readonly endpoint: Endpoint;
      readonly family: Family;
      readonly id: string;
    }
  | {
      readonly kind: 'host';
      readonly machine: Machine;
      readonly at: HostAddress;
      readonly family: Family;
    }
  | { readonly kind: 'self'; readonly family: Family }
  | { readonly kind: 'outside'; readonly family: Family }
  | { readonly kind: 'lost'; readonly code: ReasonCode; readonly facts: ReasonFacts };

/** Address families, the older first. */
export const FAMILIES: readonly Family[] = [4, 6];
