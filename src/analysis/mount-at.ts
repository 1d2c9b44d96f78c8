import type { Container, ContainerMount } from '../topology/container';
import { cleanPath, isWithin } from './container-path';

/** The mount that a clean path of the container lies in: the deepest one. */
export function mountAt({ mounts }: Container, path: string): ContainerMount | undefined {
  let found: ContainerMount | undefined;
  let depth = 0;
  for (const mount of mounts) {
    const target = mount.target === undefined ? undefined : cleanPath(mount.target);
    if (target === undefined || !isWithin(path, target) || target.length <= depth) continue;
    [found, depth] = [mount, target.length];
  }
  return found;
}

/** How messages name what is mounted: `a tmpfs`, `/srv/conf of the host`. */
export function mountText({ type, source, volume }: ContainerMount): string {
  if (type === 'tmpfs') return 'a tmpfs';
  if (type === 'bind') return `${source ?? 'a path'} of the host`;
  const name = volume ?? source;
  return name === undefined ? 'a volume' : `volume ${name}`;
}
