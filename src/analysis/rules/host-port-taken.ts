import { formatPublish, type PublishedPort } from '../../notation/publish';
import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import { groupBy } from '../model';

interface Binding {
  readonly container: Container;
  readonly port: PublishedPort;
}

/** The second container is created, and fails when it starts. */
export const hostPortTaken: Rule = {
  code: 'HOST_PORT_TAKEN',
  level: 'error',
  *find({ topology }) {
    const bindings = topology.containers.flatMap((container) =>
      container.publish.map((port): Binding => ({ container, port })),
    );
    const byPort = groupBy(bindings, ({ container, port }) =>
      port.hostPort === undefined
        ? undefined
        : `${container.host} ${String(port.hostPort)}/${port.protocol}`,
    );
    for (const group of byPort.values()) {
      for (const [index, binding] of group.entries()) {
        const other = group.slice(0, index).find((earlier) => collide(earlier, binding));
        if (other === undefined) continue;
        const { container, port } = binding;
        yield {
          at: container.id,
          problem: `publish '${formatPublish(port)}' takes a host port that ${other.container.id} publishes with '${formatPublish(other.port)}'`,
          fix: 'publish one of them on another port or another host address',
        };
      }
    }
  },
};

function collide(a: Binding, b: Binding): boolean {
  const [one, two] = [a.port.hostIp, b.port.hostIp];
  if (one === undefined || two === undefined || one === two) return true;
  const isV6 = one.includes(':');
  if (isV6 !== two.includes(':')) return false;
  const wildcard = isV6 ? '::' : '0.0.0.0';
  return one === wildcard || two === wildcard;
}
