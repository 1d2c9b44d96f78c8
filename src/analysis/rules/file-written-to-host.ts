import { cleanPath, isWithin } from '../container-path';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

export const fileWrittenToHost: Rule = {
  code: 'FILE_WRITTEN_TO_HOST',
  level: 'note',
  covers: [],
  summary: 'A file is put into a folder that belongs to the host.',
  *find(model) {
    for (const { id: at, files, mounts } of usageOf(model).files) {
      const binds = mounts.filter(({ type, target }) => type === 'bind' && target !== undefined);
      for (const { path } of files) {
        const bind = binds.find(({ target = '' }) => isWithin(cleanPath(path), cleanPath(target)));
        if (bind === undefined) continue;
        yield {
          at,
          problem: `the file ${path} is written to ${bind.source ?? 'the host'} on the host, which is mounted at ${bind.target ?? ''}; it stays when the container goes`,
          fix: 'put the file there on the host, or choose a path outside the mount',
        };
      }
    }
  },
};
