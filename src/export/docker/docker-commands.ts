import type { Topology } from '../../topology/topology';
import { containerCommands } from './container-commands';
import { inOrder } from './container-order';
import { networkCommand, volumeCommand } from './network-command';
import { quote } from './shell';
import type { DockerCommand } from './words';

/**
 * The docker commands that make what the topology says on one host: networks, volumes, then each
 * container after those it depends on. Secret variables are named without a value, so that docker takes
 * them from its own environment; uploaded files and gateway priorities have no command.
 */
export function dockerCommands(topology: Topology, host: string): DockerCommand[] {
  const isHere = (entity: { readonly host: string; readonly external: boolean }): boolean =>
    entity.host === host && !entity.external;
  return [
    ...topology.networks.filter(isHere).map(networkCommand),
    ...topology.volumes.filter(isHere).map(volumeCommand),
    ...inOrder(topology.containers.filter(isHere)).flatMap((container) =>
      containerCommands(container, topology),
    ),
  ];
}

/** The same as a shell script. */
export function renderDockerCommands(topology: Topology, host: string): string {
  const lines = dockerCommands(topology, host).map((words) => words.map(quote).join(' '));
  return lines.map((line) => `${line}\n`).join('');
}
