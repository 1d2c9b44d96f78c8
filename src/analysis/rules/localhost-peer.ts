import type { Container } from '../../topology/container';
import type { Network } from '../../topology/network';
import type { Rule } from '../finding';
import { listensOn, serverIn } from '../listening';
import { isBridgeOfEngine, perModel, type Model } from '../model';
import { referencesOf, type Reference } from '../references';

/** Ports that variables of these names mean when they name none. */
const PORT_OF: readonly (readonly [RegExp, number])[] = [
  [/MYSQL|MARIADB|WORDPRESS_DB/i, 3306],
  [/POSTGRES|PGHOST/i, 5432],
  [/REDIS/i, 6379],
  [/MONGO/i, 27017],
];

/** Inside a container it is the container itself, not the host and not a neighbour. */
export const localhostPeer: Rule = {
  code: 'LOCALHOST_PEER',
  level: 'warning',
  covers: ['M22'],
  summary: 'A variable names localhost for a service that runs in another container.',
  *find(model) {
    for (const reference of referencesOf(model)) {
      const { container, variable, host } = reference;
      const port = /^(?:localhost|127(?:\.\d+){3})$/.test(host) ? portOf(reference) : undefined;
      if (port === undefined || container.mode !== 'networks') continue;
      if (listensOn(model, container, port) || isShared(model, container)) continue;
      const server = findServer(model, container, port);
      if (server === undefined) continue;
      yield {
        at: container.id,
        problem: `${variable} names ${host} port ${String(port)}, which is the container itself; ${server.container.id} answers on that port`,
        fix: fixFor(server),
      };
    }
  },
};

function portOf({ variable, port }: Reference): number | undefined {
  return port ?? PORT_OF.find(([pattern]) => pattern.test(variable))?.[1];
}

/** Containers whose network stack others share; there localhost may be any of them. */
const donors = perModel(
  ({ topology }: Model): ReadonlySet<string> =>
    new Set(topology.containers.flatMap(({ modeContainer }) => modeContainer ?? [])),
);

function isShared(model: Model, { id }: Container): boolean {
  return donors(model).has(id);
}

interface Server {
  readonly container: Container;
  readonly network: Network;
}

/** Who answers on the port in a network of the container. */
function findServer(model: Model, { attachments }: Container, port: number): Server | undefined {
  for (const { network: id } of attachments) {
    const network = model.networks.get(id);
    const container = network === undefined ? undefined : serverIn(model, network.id, port);
    if (network !== undefined && container !== undefined) return { container, network };
  }
  return undefined;
}

function fixFor({ container, network }: Server): string {
  if (isBridgeOfEngine(network)) {
    return `put both into a network of your own, and write a name of ${container.id} there`;
  }
  return `write a name of ${container.id} in ${network.id}`;
}
