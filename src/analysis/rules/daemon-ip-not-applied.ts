import { tryParseAddress } from '../../ip/address';
import { defaultRouteOf } from '../default-route';
import type { Rule } from '../finding';
import type { Model } from '../model';
import { bindingsOf, portsText, type Binding } from '../publishing';

/** Measured: `ip` of the daemon is for ports on docker0 alone; any other network publishes on every address. */
export const daemonIpNotApplied: Rule = {
  code: 'DAEMON_IP_NOT_APPLIED',
  level: 'warning',
  covers: ['H15'],
  summary:
    'The engine has an address to publish on, which its networks other than the default bridge do not use.',
  *find(model) {
    const bindings = bindingsOf(model);
    for (const { id, daemon } of model.topology.hosts) {
      const { ip } = daemon;
      if (ip === undefined || tryParseAddress(ip)?.value === 0n) continue;
      const open = (bindings.get(id) ?? []).filter((each) => isOnEveryAddress(model, each));
      for (const container of new Set(open.map((each) => each.container))) {
        const ports = open.filter((each) => each.container === container);
        yield {
          at: container.id,
          problem: `it publishes ${portsText(ports.map(({ port }) => port))} on every address of host ${id}: ip ${ip} of the daemon is for the default bridge alone`,
          fix: fixFor(ip),
        };
      }
    }
  },
};

/** Options of a network that exists already are not known. */
function isOnEveryAddress(model: Model, { container, address }: Binding): boolean {
  const route = defaultRouteOf(model, container);
  return address === undefined && typeof route === 'object' && !route.external;
}

function fixFor(ip: string): string {
  return ip.includes(':')
    ? `write the address before the port, such as '[${ip}]:8080:80'`
    : `write the address before the port, such as '${ip}:8080:80', or give the network hostBinding '${ip}'`;
}
