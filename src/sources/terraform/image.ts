import type { Directory, Entry } from './directory';
import { HIDDEN, type Masked } from './masked';
import { own } from '../json-value';

/**
 * The reference of a container's image: what it says, or that of the `docker_image` it is made from.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readImage(
  { resource, host }: Entry,
  directory: Directory,
): Masked<string> | undefined {
  const image = resource.attributes.text('image');
  const expression = own(resource.config?.expressions, 'image');
  const source =
    directory.target(expression, resource, 'image') ??
    (typeof image === 'string' ? directory.named('image', host, image) : undefined);
  return source?.name ?? image ?? HIDDEN;
}
