/** Who asks, or who is asked. */
export type Place =
  | {
      readonly kind: 'container';
      /** Id of the container. */
      readonly id: string;
    }
  | {
      readonly kind: 'host';
      /** Id of the host: a program of the machine itself. */
      readonly id: string;
    }
  | {
      readonly kind: 'lan';
      /** Id of the host whose neighbour it is: another machine on the network of the host's interfaces. */
      readonly id: string;
      /** Whether it has routes to the host's container networks by the host. @default false */
      readonly isRouted?: boolean;
    }
  | {
      /** A machine behind the routers of every host, such as one on the internet. */
      readonly kind: 'outside';
    };

/** For messages and JSON: a container's id, `host:local`, `lan:local`, `lan-routed:local` or `outside`. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'container':
      return place.id;
    case 'host':
      return `host:${place.id}`;
    case 'lan':
      return `${place.isRouted === true ? 'lan-routed' : 'lan'}:${place.id}`;
    case 'outside':
      return 'outside';
  }
}
