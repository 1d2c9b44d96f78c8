import type { Container } from '../topology/container';
import { knownImage } from './known-images';
import { perModel, type Model } from './model';

/** Ports that the container is known to answer on, by what it or its image says. */
function portsOf(model: Model, { listens, publish, image }: Container): number[] {
  return [
    ...listens.map(({ port }) => port),
    ...publish.map(({ containerPort }) => containerPort),
    ...(knownImage(model, image)?.ports ?? []),
  ];
}

/** Whether the container is known to answer on the port. */
export function listensOn(model: Model, container: Container, port: number): boolean {
  return portsOf(model, container).includes(port);
}

/** A container in the network that is known to answer on the port: the first by id. */
export function serverIn(model: Model, network: string, port: number): Container | undefined {
  return servers(model).get(`${network} ${String(port)}`);
}

const servers = perModel((model: Model): ReadonlyMap<string, Container> => {
  const found = new Map<string, Container>();
  for (const [network, members] of model.members) {
    for (const { container } of members) {
      for (const port of portsOf(model, container)) {
        const key = `${network} ${String(port)}`;
        const known = found.get(key);
        if (known === undefined || container.id < known.id) found.set(key, container);
      }
    }
  }
  return found;
});
