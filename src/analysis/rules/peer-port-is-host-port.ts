import type { Rule } from '../finding';
import { listensOn } from '../listening';
import { peersOf } from '../peers';

/** Published ports are the host's; between containers the program's own port counts. */
export const peerPortIsHostPort: Rule = {
  code: 'PEER_PORT_IS_HOST_PORT',
  level: 'warning',
  covers: ['M23'],
  summary: "A variable names a container with the port of the host instead of the container's own.",
  *find(model) {
    for (const { reference, peer } of peersOf(model)) {
      const { port, container, variable, host } = reference;
      if (port === undefined) continue;
      if (peer.kind !== 'found' || listensOn(model, peer.container, port)) continue;
      const published = peer.container.publish.find(({ hostPort }) => hostPort === port);
      if (published === undefined) continue;
      const own = String(published.containerPort);
      yield {
        at: container.id,
        problem: `${variable} names ${host}:${String(port)}, where ${peer.container.id} is published on the host; in their network it answers on ${own}`,
        fix: `write ${host}:${own}`,
      };
    }
  },
};
