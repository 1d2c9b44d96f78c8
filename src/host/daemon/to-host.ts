import { defined } from '../../defined';
import type { DaemonSettings, Host } from '../../topology/host';
import type { DaemonConfig } from './settings';

/** Settings that change who reaches whom, which a topology therefore has. */
const REACH_SETTINGS = [
  'bip',
  'fixedCidr',
  'defaultGateway',
  'bridge',
  'mtu',
  'icc',
  'ip',
  'ipForward',
  'ipMasq',
  'iptables',
  'ip6tables',
  'ipv6',
  'fixedCidrV6',
  'experimental',
  'userlandProxy',
  'allowDirectRouting',
  'firewallBackend',
  'liveRestore',
  'dns',
  'dnsSearch',
  'dnsOpts',
  'logDriver',
] as const satisfies readonly (keyof DaemonSettings & keyof DaemonConfig)[];

/** What the topology's entry of a host has of the settings, so that they are checked with its stacks. */
export function toHostDaemon(config: DaemonConfig): Pick<Host, 'daemon' | 'addressPools'> {
  const daemon = Object.fromEntries(REACH_SETTINGS.map((name) => [name, config[name]]));
  return {
    daemon: defined(daemon as DaemonSettings),
    addressPools: config.defaultAddressPools ?? [],
  };
}
