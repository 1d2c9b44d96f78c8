import type { Container } from '../../topology/container';
import { cleanPath, isWithin } from '../container-path';
import type { Rule } from '../finding';
import { mountAt, mountText } from '../mount-at';
import { usageOf } from '../usage';

/** What Docker mounts itself when the container starts, and what to use instead of a file there. */
const OF_DOCKER: Readonly<Record<string, string>> = {
  '/etc/hosts': 'use extraHosts',
  '/etc/hostname': 'use hostname',
  '/etc/resolv.conf': 'use dns, dnsSearch and dnsOptions',
  '/dev': 'choose another path',
  '/proc': 'choose another path, or use sysctls',
  '/sys': 'choose another path',
};

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
        const problem = `the file ${path} is lost when the container starts: ${cover.what}`;
        yield { at: container.id, problem, fix: cover.fix };
      }
    }
  },
};

interface Cover {
  readonly what: string;
  readonly fix: string;
}

function coverOf(container: Container, path: string): Cover | undefined {
  const mount = mountAt(container, path);
  if (mount === undefined) return coverOfDocker(path);
  const { type, target = '' } = mount;
  if (type !== 'tmpfs' && cleanPath(target) !== path) return undefined;
  const what = `${mountText(mount)} is mounted at ${target}`;
  return { what, fix: 'choose another path, or drop the mount' };
}

function coverOfDocker(path: string): Cover | undefined {
  for (const place in OF_DOCKER) {
    if (!isWithin(path, place)) continue;
    return { what: `Docker mounts its own ${place}`, fix: OF_DOCKER[place] ?? '' };
  }
  return undefined;
}
