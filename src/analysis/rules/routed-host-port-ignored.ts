import { formatPublish } from '../../notation/publish';
import { defaultRouteOf } from '../default-route';
import { mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

const MODE = 'com.docker.network.bridge.gateway_mode_ipv4';

/** There a published port is a hole in the firewall at the container's own address. */
export const routedHostPortIgnored: Rule = {
  code: 'ROUTED_HOST_PORT_IGNORED',
  level: 'warning',
  covers: ['M3'],
  summary: 'A container publishes on a host port in a routed network, where the host opens none.',
  *find(model) {
    if (!model.topology.networks.some(({ options }) => options[MODE] === 'routed')) return;
    for (const container of usageOf(model).publishers) {
      const port = container.publish.find(({ hostPort }) => hostPort !== undefined);
      if (port === undefined || container.mode !== 'networks') continue;
      const route = defaultRouteOf(model, container);
      if (typeof route === 'string' || route.options[MODE] !== 'routed') continue;
      if (mayBeBefore(model, container.host, [27])) continue;
      yield {
        at: container.id,
        problem: `publish '${formatPublish(port)}' opens no port of the host, as ${route.id} is routed: the port is open at the container's own address`,
        fix: `write '${String(port.containerPort)}' alone, or use gatewayMode 'nat'`,
      };
    }
  },
};
