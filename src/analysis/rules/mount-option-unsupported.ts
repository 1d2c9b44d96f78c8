import { describeEngine, mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** API 1.45: the provider writes these options in a way that it refuses to send to older engines. */
const SINCE = [26] as const;

export const mountOptionUnsupported: Rule = {
  code: 'MOUNT_OPTION_UNSUPPORTED',
  level: 'error',
  covers: [],
  summary: 'A mount has an option that needs engine 26.',
  *find(model) {
    for (const { id: at, host, mounts } of usageOf(model).mounting) {
      for (const { target = '', noCopy, subpath } of mounts) {
        if (noCopy !== true && subpath === undefined) continue;
        if (!mayBeBefore(model, host, SINCE)) continue;
        yield {
          at,
          problem: `the mount at ${target} has ${subpath === undefined ? 'noCopy' : `subpath '${subpath}'`}, which needs engine 26, and ${describeEngine(model, host)}`,
          fix: 'drop the option, or say engineVersion of the DockerHost when it is that new',
        };
      }
    }
  },
};
