import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import { listensOn, serverIn } from '../listening';
import { perModel, type Model } from '../model';
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
      const other = findServer(model, container, port);
      if (other === undefined) continue;
      yield {
        at: container.id,
        problem: `${variable} names ${host} port ${String(port)}, which is the container itself; ${other.id} answers on that port`,
        fix: `write a name of ${other.id} in a network of both`,
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

/** Who answers on the port in a network of the container. */
function findServer(model: Model, { attachments }: Container, port: number): Container | undefined {
  for (const { network } of attachments) {
    const server = serverIn(model, model.networks.get(network)?.id ?? network, port);
    if (server !== undefined) return server;
  }
  return undefined;
}
