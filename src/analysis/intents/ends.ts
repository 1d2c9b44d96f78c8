import type { IntentEnd } from '../../topology/intent';
import type { Model } from '../model';
import type { Place } from '../reach/place';

/** The place that an end is, and every place that it may be: a neighbour can make itself routes. */
export interface EndPlaces {
  readonly usual: Place;
  readonly all: readonly Place[];
}

/** Where an end is; nothing when it is not in the topology. */
export function placesOf(model: Model, end: IntentEnd): EndPlaces | undefined {
  switch (end.kind) {
    case 'outside':
      return only({ kind: 'outside' });
    case 'container': {
      const container = model.containers.get(end.id);
      return container === undefined ? undefined : only({ kind: 'container', id: container.id });
    }
    case 'host':
      return model.hosts.has(end.id) ? only({ kind: 'host', id: end.id }) : undefined;
    case 'lan':
      return model.hosts.has(end.id) ? neighboursOf(end.id) : undefined;
  }
}

/** The neighbours of a host, without and with routes to its container networks. */
export function neighboursOf(host: string): EndPlaces {
  const usual: Place = { kind: 'lan', id: host };
  return { usual, all: [usual, { kind: 'lan', id: host, isRouted: true }] };
}

function only(place: Place): EndPlaces {
  return { usual: place, all: [place] };
}
