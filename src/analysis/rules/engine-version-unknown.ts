import { engineVersion } from '../engine';
import type { Rule } from '../finding';
import { publishedOnLoopback } from '../loopback-publish';
import { listText } from '../text';

/** Where an unknown version decides between an error and nothing, the finding itself says so. */
export const engineVersionUnknown: Rule = {
  code: 'ENGINE_VERSION_UNKNOWN',
  level: 'note',
  covers: ['M19'],
  summary: 'Whether ports on 127.0.0.1 are private depends on an engine version that is not known.',
  *find(model) {
    for (const { id, kind } of model.topology.hosts) {
      if (kind !== 'native' || engineVersion(model, id) !== undefined) continue;
      const ids = publishedOnLoopback(model, id);
      if (ids.length === 0) continue;
      yield {
        at: id,
        problem: `${listText(ids)} ${ids.length === 1 ? 'publishes' : 'publish'} on 127.0.0.1, which neighbours on the LAN can pass by before engine 28, and the engine's version is not known`,
        fix: "say it: engineVersion of the DockerHost, such as '28.5'",
      };
    }
  },
};
