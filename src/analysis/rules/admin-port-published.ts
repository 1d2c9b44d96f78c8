import { formatPublish } from '../../notation/publish';
import { adminService } from '../admin-ports';
import { isLoopback } from '../exposure/outside';
import type { Rule } from '../finding';
import { bindingsOf } from '../publishing';

/** Docker's rules come before those of ufw and firewalld. */
export const adminPortPublished: Rule = {
  code: 'ADMIN_PORT_PUBLISHED',
  level: 'warning',
  covers: ['M18'],
  summary: 'The port of a database or of an administration interface is open beyond loopback.',
  *find(model) {
    for (const bindings of bindingsOf(model).values()) {
      for (const { container, port, address } of bindings) {
        if (address !== undefined && isLoopback(address)) continue;
        const { containerPort, protocol } = port;
        const service = adminService(model, container, containerPort, protocol);
        if (service === undefined) continue;
        yield {
          at: container.id,
          problem: `publish '${formatPublish(port)}' opens the port of ${service} on ${addressText(address)}, past ufw and firewalld`,
          fix: `write '127.0.0.1:${formatPublish({ containerPort, protocol: 'tcp', hostPort: port.hostPort ?? containerPort })}', or let others reach it through a network`,
        };
      }
    }
  },
};

function addressText(address: string | undefined): string {
  const isEvery = address === undefined || address === '0.0.0.0' || address === '::';
  return isEvery ? 'every address of the host' : `${address} of the host`;
}
