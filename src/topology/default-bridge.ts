import { defaultBridgeId, type Network } from './network';

/** The topology's entry of a host's default bridge. */
export function defaultBridgeModel(host: string): Network {
  return {
    id: defaultBridgeId(host),
    name: 'bridge',
    host,
    driver: 'bridge',
    subnets: [],
    internal: false,
    attachable: false,
    ingress: false,
    ipv6: false,
    ipamOptions: {},
    options: {},
    labels: {},
    external: true,
    unknown: [],
  };
}
