import { parseImageReference, type ImageReference } from '../notation/image-reference';
import type { Container } from '../topology/container';
import { readable } from './attempt';
import { perModel, type Model } from './model';

/** Each different image text of the topology, read; nothing where it is malformed. */
export const imageReferences = perModel(
  ({ topology }: Model): ReadonlyMap<string, ImageReference | undefined> => {
    const texts = new Set<string>();
    for (const { image } of topology.containers) if (image !== undefined) texts.add(image);
    return new Map([...texts].map((text) => [text, readable(() => parseImageReference(text, ''))]));
  },
);

const DOCKER_HUB: ReadonlySet<string | undefined> = new Set([
  undefined,
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
]);

/** Registry and repository, and the repository alone on Docker Hub, however it is written. */
export function repositoryName({ registry, repository }: ImageReference): string {
  if (!DOCKER_HUB.has(registry)) return `${registry ?? ''}/${repository}`;
  return repository.replace(/^library\//, '');
}

/** What the image is, whatever its version. */
export function imageName(model: Model, { image }: Container): string | undefined {
  const reference = image === undefined ? undefined : imageReferences(model).get(image);
  return reference === undefined ? undefined : repositoryName(reference);
}
