import { Option, type Command } from 'commander';
import { createModel } from '../../analysis/model';
import { findPlace } from '../../analysis/reach/find-place';
import { ConfigError } from '../../errors';
import { renderCompose } from '../../export/compose/compose';
import { renderDockerCommands } from '../../export/docker/docker-commands';
import { exportNotices, type ExportFormat } from '../../export/notices';
import { printable } from '../../export/printable';
import type { Topology } from '../../topology/topology';
import { readSources } from '../read-sources';
import { writeResult } from '../write-result';

interface ExportOptions {
  readonly as: ExportFormat;
  readonly host?: string;
  readonly output?: string;
}

const FORMATS: Readonly<Record<ExportFormat, (topology: Topology, host: string) => string>> = {
  docker: (topology, host) => `set -e\n${renderDockerCommands(topology, host)}`,
  compose: renderCompose,
};

/** `portolan export <source...> --as docker|compose`: the same without Portolan. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('write docker commands or a Compose file that make what the source says on a host')
    .argument(
      '<source...>',
      'topology.json, cdktf.out folder, JSON of terraform show; - for standard input',
    )
    .addOption(
      new Option('--as <form>', 'what to write')
        .choices(Object.keys(FORMATS))
        .makeOptionMandatory(),
    )
    .option('--host <host>', 'host to export; needed where there are several')
    .option('-o, --output <file>', 'write into a file instead of to standard output')
    .action((sources: readonly string[], { as, host: name, output }: ExportOptions) => {
      const { topology } = readSources(sources);
      const host = hostOf(topology, name);
      for (const notice of exportNotices(topology, host, as)) {
        process.stderr.write(`${printable(notice)}\n`);
      }
      writeResult(FORMATS[as](topology, host), output);
    });
}

function hostOf(topology: Topology, name: string | undefined): string {
  const { hosts } = topology;
  if (name !== undefined) {
    const place = findPlace(createModel(topology), `host:${name}`, '--host');
    return place.kind === 'host' ? place.id : name;
  }
  const [only] = hosts;
  if (only !== undefined && hosts.length === 1) return only.id;
  throw new ConfigError('HOST_NOT_NAMED', {
    at: '--host',
    problem:
      hosts.length === 0
        ? 'the source has no host'
        : `the source has ${String(hosts.length)} hosts: ${hosts.map(({ id }) => id).join(', ')}`,
    fix: 'name the host to export',
  });
}
