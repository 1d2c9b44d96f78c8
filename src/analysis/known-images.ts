import type { ImageReference } from '../notation/image-reference';
import { CATALOGUE, type CatalogueEntry } from './image-catalogue';
import { imageReferences, repositoryName } from './image-of';
import { perModel, type Model } from './model';

/** An official image, and what is known of it; ports are those of the variant that the tag names. */
export interface KnownImage extends CatalogueEntry {
  readonly name: string;

  /** Word of the tag that makes it a variant with other ports than usual. */
  readonly variant?: string;
}

const found = perModel((model: Model): ReadonlyMap<string, KnownImage> => {
  const images = new Map<string, KnownImage>();
  for (const [text, reference] of imageReferences(model)) {
    const known = reference === undefined ? undefined : readImage(reference);
    if (known !== undefined) images.set(text, known);
  }
  return images;
});

/** What is known of the container's image; nothing unless it is an official one of the catalogue. */
export function knownImage(model: Model, image: string | undefined): KnownImage | undefined {
  return image === undefined ? undefined : found(model).get(image);
}

function readImage(reference: ImageReference): KnownImage | undefined {
  const name = repositoryName(reference);
  const entry = Object.hasOwn(CATALOGUE, name) ? CATALOGUE[name] : undefined;
  if (entry === undefined) return undefined;
  const { tag = '' } = reference;
  const words = new Set(tag.split(/[^a-z]+/));
  const variant = Object.keys(entry.variants ?? {}).find((word) => words.has(word));
  if (variant === undefined) return { ...entry, name };
  return { ...entry, name, variant, ports: entry.variants?.[variant] ?? [] };
}
