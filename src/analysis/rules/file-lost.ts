import type { Container } from '../../topology/container';
import { cleanPath, isWithin } from '../container-path';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** Docker puts its own files there, or a file system of the kernel's, when the container starts. */
const OVERMOUNTED = ['/etc/hosts', '/etc/hostname', '/etc/resolv.conf', '/dev', '/proc', '/sys'];

/** The provider puts files in before the first start, and Docker mounts over them without a word. */
export const fileLost: Rule = {
  code: 'FILE_LOST',
  level: 'error',
  covers: [],
  summary: 'A file is put where something is mounted over it when the container starts.',
  *find(model) {
    for (const container of usageOf(model).files) {
      for (const { path } of container.files) {
        const cover = coverOf(container, cleanPath(path));
        if (cover === undefined) continue;
        yield {
          at: container.id,
          problem: `the file ${path} is lost when the container starts: ${cover} is mounted over it`,
          fix: 'choose another path, or mount a volume there instead',
        };
      }
    }
  },
};

function coverOf({ mounts }: Container, path: string): string | undefined {
  const engine = OVERMOUNTED.find((folder) => isWithin(path, folder));
  if (engine !== undefined) return engine;
  const tmpfs = mounts.find(
    ({ type, target = '' }) => type === 'tmpfs' && isWithin(path, cleanPath(target)),
  );
  return tmpfs === undefined ? undefined : `the tmpfs ${tmpfs.target ?? ''}`;
}
