import { describeEngine, isEngineBefore } from '../engine';
import type { Rule } from '../finding';
import { publishedOnLoopback } from '../loopback-publish';
import { listText } from '../text';

/** First engine that drops what comes to a container's address from another interface. */
const LOOPBACK_SAFE_SINCE = [28] as const;

/** One finding for each host: the remedy is the host's, too. */
export const loopbackPublishOpen: Rule = {
  code: 'LOOPBACK_PUBLISH_OPEN',
  level: 'warning',
  covers: ['M19'],
  summary:
    "Ports published on 127.0.0.1 can be reached from the LAN at the containers' own addresses.",
  *find(model) {
    for (const { id, kind } of model.topology.hosts) {
      if (kind !== 'native' || !isEngineBefore(model, id, LOOPBACK_SAFE_SINCE)) continue;
      const ids = publishedOnLoopback(model, id);
      if (ids.length === 0) continue;
      yield {
        at: id,
        problem: `${listText(ids)} ${ids.length === 1 ? 'publishes' : 'publish'} on 127.0.0.1, and neighbours on the LAN that route to the containers' addresses reach those ports before engine 28; ${describeEngine(model, id)}`,
        fix: 'use engine 28, or drop such packets on the host',
      };
    }
  },
};
