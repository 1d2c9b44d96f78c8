import type { Container } from '../../topology/container';
import { cleanPath } from '../container-path';
import type { Occurrence, Rule } from '../finding';
import { mountAt, mountText } from '../mount-at';
import { listText } from '../text';
import { usageOf } from '../usage';

/** In a read-only container Docker refuses it even where the file would go into a volume. */
export const filesOnReadOnly: Rule = {
  code: 'FILES_ON_READ_ONLY',
  level: 'error',
  covers: [],
  summary: 'Files are to be put where the container may only read.',
  *find(model) {
    for (const container of usageOf(model).files) {
      if (container.readOnly) yield ofContainer(container);
      else yield* ofMounts(container);
    }
  },
};

function ofContainer({ id: at, files }: Container): Occurrence {
  return {
    at,
    problem: `it is readOnly, and files puts ${listText(files.map(({ path }) => path))} into it`,
    fix: 'mount the files from the host or a volume, or drop readOnly',
  };
}

function* ofMounts(container: Container): Generator<Occurrence> {
  for (const { path } of container.files) {
    const clean = cleanPath(path);
    const mount = mountAt(container, clean);
    if (mount?.readOnly !== true || mount.type === 'tmpfs') continue;
    const { target = '' } = mount;
    if (cleanPath(target) === clean) continue;
    yield {
      at: container.id,
      problem: `files puts ${path} into ${mountText(mount)}, which is mounted at ${target} read-only`,
      fix: 'put the file there by other means, or choose a path outside the mount',
    };
  }
}
