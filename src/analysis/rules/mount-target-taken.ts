import { cleanPath } from '../container-path';
import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { mountText } from '../mount-at';
import { listText } from '../text';
import { usageOf } from '../usage';

export const mountTargetTaken: Rule = {
  code: 'MOUNT_TARGET_TAKEN',
  level: 'error',
  covers: [],
  summary: 'Two mounts of a container have the same path.',
  *find(model) {
    for (const { id: at, mounts } of usageOf(model).mounting) {
      if (mounts.length < 2) continue;
      const placed = mounts.filter(({ target }) => target !== undefined);
      const byPath = groupBy(placed, ({ target = '' }) => cleanPath(target));
      for (const [path, group] of byPath) {
        if (group.length < 2) continue;
        yield {
          at,
          problem: `${listText(group.map(mountText))} are mounted at ${path}`,
          fix: 'give each its own path, or keep one',
        };
      }
    }
  },
};
