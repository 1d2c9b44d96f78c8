import type { PublishedPort } from '../../notation/publish';
import type { Rule } from '../finding';
import { groupBy } from '../group-by';
import { bindingsOf, portsText } from '../publishing';

/** Linux's default for `net.ipv4.ip_local_port_range`. */
const [FIRST, LAST] = [32768, 60999];

export const hostPortEphemeral: Rule = {
  code: 'HOST_PORT_EPHEMERAL',
  level: 'note',
  covers: ['M15'],
  summary: 'A container publishes on a port that the host hands out to outgoing connections.',
  *find(model) {
    for (const bindings of bindingsOf(model).values()) {
      const ephemeral = bindings.filter(({ port }) => isEphemeral(port));
      for (const [at, group] of groupBy(ephemeral, ({ container }) => container.id)) {
        const ports = group.map(({ port }) => port);
        const isOne = ports.length === 1;
        yield {
          at,
          problem: `publish ${portsText(ports)} takes ${isOne ? 'a port' : 'ports'} between ${String(FIRST)} and ${String(LAST)}, which Linux and Docker hand out themselves: ${isOne ? 'it' : 'one of them'} may be in use when the container starts`,
          fix: `choose ${isOne ? 'a port' : 'ports'} below ${String(FIRST)}`,
        };
      }
    }
  },
};

function isEphemeral({ hostPort }: PublishedPort): boolean {
  return hostPort !== undefined && hostPort >= FIRST && hostPort <= LAST;
}
