import type { Container, Listener } from '../../topology/container';
import { knownImage } from '../known-images';
import type { Model } from '../model';

/**
 * Ports that the container is known to answer on: those it says, else those it publishes or exposes and
 * those of its image.
 */
export function listenersOf(model: Model, container: Container): readonly Listener[] {
  const { listens, publish, expose, image } = container;
  if (listens.length > 0) return listens;
  const found = new Map<string, Listener>();
  const add = (listener: Listener): void => {
    found.set(`${String(listener.port)}/${listener.protocol}`, listener);
  };
  for (const { containerPort: port, protocol } of publish) add({ port, protocol });
  for (const { port, protocol } of expose) add({ port, protocol });
  for (const port of knownImage(model, image)?.ports ?? []) add({ port, protocol: 'tcp' });
  return [...found.values()];
}
