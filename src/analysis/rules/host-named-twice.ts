import { clashes } from '../clashes';
import type { Rule } from '../finding';

/** Names, ports and blocks are compared within a host, so the two would not be compared. */
export const hostNamedTwice: Rule = {
  code: 'HOST_NAMED_TWICE',
  level: 'warning',
  covers: [],
  summary: 'One engine has two names, and what is on it is checked as if there were two.',
  *find({ topology }) {
    const same = clashes(
      topology.hosts,
      ({ endpoint }) => endpoint,
      ({ id }) => id,
    );
    for (const { item, other } of same) {
      yield {
        at: item.id,
        problem: `its engine, ${item.endpoint}, is the one of host ${other.id}: names, ports and subnets of the two are not compared`,
        fix: 'use one DockerHost for both',
      };
    }
  },
};
