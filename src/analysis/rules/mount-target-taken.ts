import { cleanPath } from '../container-path';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

export const mountTargetTaken: Rule = {
  code: 'MOUNT_TARGET_TAKEN',
  level: 'error',
  covers: [],
  summary: 'Two mounts of a container have the same path.',
  *find(model) {
    for (const { id: at, mounts } of usageOf(model).mounting) {
      if (mounts.length < 2) continue;
      const seen = new Set<string>();
      for (const { target } of mounts) {
        const path = target === undefined ? undefined : cleanPath(target);
        if (path === undefined) continue;
        if (!seen.has(path)) seen.add(path);
        else {
          yield {
            at,
            problem: `two of its mounts are at ${path}`,
            fix: 'give each its own path, or drop one',
          };
        }
      }
    }
  },
};
