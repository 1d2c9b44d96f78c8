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

/** What the image is, whatever its version: registry and repository. */
export function imageName(model: Model, { image }: Container): string | undefined {
  const reference = image === undefined ? undefined : imageReferences(model).get(image);
  return reference === undefined
    ? undefined
    : `${reference.registry ?? ''}/${reference.repository}`;
}
