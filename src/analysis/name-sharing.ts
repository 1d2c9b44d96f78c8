import { imageName } from './image-of';
import type { Model } from './model';
import type { NameClaim } from './names';
import { lookedUpNames } from './references';

/** How it came that several containers have one name in a network. */
export type Sharing = 'copies' | 'accident' | 'ambiguous' | 'shadowed';

/**
 * `copies` of one image may share an alias: Docker then spreads lookups over them. An `accident` is a
 * name that Portolan gave by itself, the id of a construct, and that no variable looks up.
 */
export function sharingOf(model: Model, name: string, claims: readonly NameClaim[]): Sharing {
  const isMeant = claims.some((claim) => claim.kind !== 'name' && !isAutomatic(claim, name));
  if (!isMeant && !lookedUpNames(model).has(name)) return 'accident';
  const owners = claims.filter(({ kind }) => kind === 'name').length;
  if (owners > 0 && owners < claims.length) return 'shadowed';
  return mayBeOneImage(model, claims) ? 'copies' : 'ambiguous';
}

function mayBeOneImage(model: Model, claims: readonly NameClaim[]): boolean {
  const images = new Set(claims.map(({ container }) => imageName(model, container)));
  images.delete(undefined);
  return images.size < 2;
}

function isAutomatic({ container, kind }: NameClaim, name: string): boolean {
  if (kind !== 'alias') return false;
  return container.id.slice(container.id.lastIndexOf('/') + 1).toLowerCase() === name;
}
