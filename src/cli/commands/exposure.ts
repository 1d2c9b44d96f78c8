import type { Command } from 'commander';
import { exposureOf, type Exposure } from '../../analysis/exposure/exposure';
import { createModel } from '../../analysis/model';
import { findPlace } from '../../analysis/reach/find-place';
import { renderExposure, renderExposureJson } from '../../export/exposure';
import type { Topology } from '../../topology/topology';
import { readSources } from '../read-sources';
import { terminalStyle } from '../terminal-style';

interface ExposureOptions {
  readonly host?: string;
  readonly json?: true;
}

/** `portolan exposure <source...>`: every open port, and who reaches it. */
export function addExposureCommand(program: Command): void {
  program
    .command('exposure')
    .description('show every port that is open on a host, and from where')
    .argument(
      '<source...>',
      'topology.json, cdktf.out folder, JSON of terraform show; - for standard input',
    )
    .option('--host <host>', 'show one host alone')
    .option('--json', 'write JSON')
    .action((sources: readonly string[], { host, json }: ExposureOptions) => {
      const { topology } = readSources(sources);
      const exposure = exposureOn(topology, host);
      process.stdout.write(json ? renderExposureJson(exposure) : textOf(exposure));
    });
}

function exposureOn(topology: Topology, host: string | undefined): Exposure {
  const exposure = exposureOf(topology);
  if (host === undefined) return exposure;
  const place = findPlace(createModel(topology), `host:${host}`, '--host');
  const id = place.kind === 'host' ? place.id : '';
  const hosts = new Map(topology.containers.map((container) => [container.id, container.host]));
  return {
    sockets: exposure.sockets.filter((socket) => socket.host === id),
    incomplete: exposure.incomplete.filter((container) => hosts.get(container) === id),
  };
}

function textOf(exposure: Exposure): string {
  const { isTTY, columns } = process.stdout;
  const style = terminalStyle(isTTY, process.env['NO_COLOR']);
  return `${renderExposure(exposure, style, isTTY ? columns : undefined)}\n`;
}
