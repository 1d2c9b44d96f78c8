import type { Rule } from '../finding';
import { listText } from '../text';
import { usageOf } from '../usage';

/** Docker refuses it even where the file would go into a volume. */
export const filesOnReadOnly: Rule = {
  code: 'FILES_ON_READ_ONLY',
  level: 'error',
  covers: [],
  summary: 'Files are to be put into a container whose own files are read-only.',
  *find(model) {
    for (const { id: at, readOnly, files } of usageOf(model).files) {
      if (!readOnly) continue;
      yield {
        at,
        problem: `it is readOnly, and files puts ${listText(files.map(({ path }) => path))} into it`,
        fix: 'mount the files from the host or a volume, or drop readOnly',
      };
    }
  },
};
