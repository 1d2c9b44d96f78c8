import type { DaemonSettings } from 'portolan/topology';
import { PLAN } from './ground';

const FLAGS: readonly (readonly [keyof DaemonSettings, string])[] = [
  ['icc', '--icc'],
  ['ipForward', '--ip-forward'],
  ['ipMasq', '--ip-masq'],
  ['iptables', '--iptables'],
  ['ip6tables', '--ip6tables'],
  ['experimental', '--experimental'],
  ['userlandProxy', '--userland-proxy'],
  ['allowDirectRouting', '--allow-direct-routing'],
];

/** The settings as options of dockerd. */
export function daemonOptions(daemon: DaemonSettings): readonly string[] {
  const flags = FLAGS.flatMap(([key, flag]) => {
    const value = daemon[key];
    return typeof value === 'boolean' ? [`${flag}=${String(value)}`] : [];
  });
  const bip = ['--bip', daemon.bip ?? PLAN.defaultBridge];
  const dns = (daemon.dns ?? []).flatMap((address) => ['--dns', address]);
  const ip = daemon.ip === undefined ? [] : ['--ip', daemon.ip];
  return [...flags, ...bip, ...dns, ...ip];
}
