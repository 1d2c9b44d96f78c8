import { cleanPath } from '../container-path';
import type { Rule } from '../finding';
import { mountAt } from '../mount-at';
import { usageOf } from '../usage';

export const fileWrittenToHost: Rule = {
  code: 'FILE_WRITTEN_TO_HOST',
  level: 'note',
  covers: [],
  summary: 'A file is put into a folder that belongs to the host.',
  *find(model) {
    for (const container of usageOf(model).files) {
      for (const { path } of container.files) {
        const clean = cleanPath(path);
        const mount = mountAt(container, clean);
        if (mount?.type !== 'bind' || mount.readOnly) continue;
        const { source = 'a folder', target = '' } = mount;
        if (cleanPath(target) === clean) continue;
        yield {
          at: container.id,
          problem: `the file ${path} is written into ${source} of the host, which is mounted at ${target}, and stays when the container goes`,
          fix: 'put the file there on the host, or choose a path outside the mount',
        };
      }
    }
  },
};
