import { formatPublish } from '../../notation/publish';
import { defaultRouteOf } from '../default-route';
import { mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { GATEWAY_MODE, GATEWAY_MODE_SINCE, portsText } from '../publishing';
import { usageOf } from '../usage';

/** There a published port is a hole in the firewall at the container's own address. */
export const routedHostPortIgnored: Rule = {
  code: 'ROUTED_HOST_PORT_IGNORED',
  level: 'warning',
  covers: ['M3'],
  summary: 'A container publishes on a host port in a routed network, where the host opens none.',
  *find(model) {
    if (!model.topology.networks.some(({ options }) => options[GATEWAY_MODE] === 'routed')) return;
    for (const container of usageOf(model).publishers) {
      const ports = container.publish.filter(({ hostPort }) => hostPort !== undefined);
      const [port] = ports;
      if (port === undefined || container.mode !== 'networks') continue;
      const route = defaultRouteOf(model, container);
      if (typeof route === 'string' || route.options[GATEWAY_MODE] !== 'routed') continue;
      if (mayBeBefore(model, container.host, GATEWAY_MODE_SINCE)) continue;
      yield {
        at: container.id,
        problem: `publish ${portsText(ports)} opens no port of the host, as ${route.id} is routed: it is open at the container's own address`,
        fix: `write '${formatPublish({ containerPort: port.containerPort, protocol: port.protocol })}' alone, or use gatewayMode 'nat'`,
      };
    }
  },
};
