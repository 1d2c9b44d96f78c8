import { formatPublish } from '../../notation/publish';
import type { Rule } from '../finding';
import { bindingsOf } from '../publishing';

/** Linux's default for `net.ipv4.ip_local_port_range`. */
const [FIRST, LAST] = [32768, 60999];

export const hostPortEphemeral: Rule = {
  code: 'HOST_PORT_EPHEMERAL',
  level: 'note',
  covers: ['M15'],
  summary: 'A container publishes on a port that the host hands out to outgoing connections.',
  *find(model) {
    for (const bindings of bindingsOf(model).values()) {
      for (const { container, port } of bindings) {
        const { hostPort } = port;
        if (hostPort === undefined || hostPort < FIRST || hostPort > LAST) continue;
        yield {
          at: container.id,
          problem: `publish '${formatPublish(port)}' takes a port between ${String(FIRST)} and ${String(LAST)}, which Linux and Docker hand out themselves: it may be in use when the container starts`,
          fix: `choose a port below ${String(FIRST)}`,
        };
      }
    }
  },
};
