import type { IConstruct } from 'constructs';
import { ConfigError } from '../errors';
import type { DockerHost } from './docker-host';

const hostsOfApp = new WeakMap<IConstruct, Map<string, DockerHost>>();

/**
 * Refuses a host whose name, or provider alias, another host of the app has: the two would be one
 * in the topology, and share a provider.
 *
 * @throws ConfigError `HOST_NAME_TAKEN`
 */
export function checkHostName(host: DockerHost, user: IConstruct): void {
  const hosts = hostsOfApp.get(user.node.root) ?? new Map<string, DockerHost>();
  hostsOfApp.set(user.node.root, hosts);
  const other = hosts.get(host.alias) ?? host;
  hosts.set(host.alias, other);
  // Two values that say the same are one host.
  if (JSON.stringify(other.description) === JSON.stringify(host.description)) return;
  const [one, two] = [host.description.endpoint, other.description.endpoint];
  throw new ConfigError('HOST_NAME_TAKEN', {
    at: user.node.path,
    problem: `host '${host.name}' (${one}) has the name of another one, '${other.name}' (${two})`,
    fix: 'use the same DockerHost in both places, or give one of them another name',
  });
}
