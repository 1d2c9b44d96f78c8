import type { Container } from '../../topology/container';
import type { Facts } from './facts';
import type { Machine } from './machine';
import { placeText, type Place } from './place';
import type { Stack } from './stack';

/** Whoever asks, as the rules see it; `label` is for messages. */
export type Source =
  | { readonly kind: 'stack'; readonly label: string; readonly stack: Stack }
  | {
      readonly kind: 'machine' | 'nowhere';
      readonly label: string;
      readonly machine: Machine;
      /** The container that asks; absent: a program of the host. */
      readonly owner?: Container;
    }
  | {
      readonly kind: 'lan';
      readonly label: string;
      readonly machine: Machine;
      readonly isRouted: boolean;
    }
  | { readonly kind: 'outside'; readonly label: string }
  | { readonly kind: 'unknown'; readonly label: string; readonly detail: string };

/** The facts of whoever asks. */
export function sourceOf(facts: Facts, place: Place): Source {
  if (place.kind === 'outside') return { kind: 'outside', label: 'the outside' };
  if (place.kind === 'container') return containerSource(facts, place.id);
  const machine = facts.machine(place.id);
  if (machine === undefined) return unknownSource(placeText(place), 'the host');
  if (place.kind === 'host') return { kind: 'machine', label: `host ${place.id}`, machine };
  const label = `a neighbour on the LAN of host ${place.id}`;
  return { kind: 'lan', label, machine, isRouted: place.isRouted === true };
}

function containerSource(facts: Facts, id: string): Source {
  const container = facts.model.containers.get(id);
  if (container === undefined) return unknownSource(id, 'the container');
  const owner = facts.owner(container);
  if (owner === undefined) return unknownSource(id, 'the container whose network it shares');
  const stack = facts.stack(owner);
  if (stack !== undefined) return { kind: 'stack', label: id, stack };
  const machine = facts.machine(owner.host);
  if (machine === undefined) return unknownSource(id, 'its host');
  return { kind: owner.mode === 'host' ? 'machine' : 'nowhere', label: id, machine, owner };
}

function unknownSource(label: string, detail: string): Source {
  return { kind: 'unknown', label, detail };
}
