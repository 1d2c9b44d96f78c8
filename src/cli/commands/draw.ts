import { Option, type Command } from 'commander';
import { renderDot } from '../../export/dot';
import { renderHtml } from '../../export/html/html';
import { layout } from '../../export/layout/layout';
import { renderMermaid } from '../../export/mermaid';
import { renderSvg } from '../../export/svg/svg';
import type { Topology } from '../../topology/topology';
import { readSources } from '../read-sources';
import { writeResult } from '../write-result';

type Format = 'mermaid' | 'dot' | 'svg' | 'html';

interface DrawOptions {
  readonly as: Format;
  readonly output?: string;
  readonly title?: string;
}

type Draw = (topology: Topology, title: string) => Promise<string>;

const FORMATS: Readonly<Record<Format, Draw>> = {
  mermaid: (topology) => Promise.resolve(renderMermaid(topology)),
  dot: (topology) => Promise.resolve(renderDot(topology)),
  svg: async (topology) => renderSvg(topology, await layout(topology)),
  html: async (topology, title) => renderHtml(topology, await layout(topology), { title }),
};

/** `portolan draw <source...> --as mermaid|dot|svg|html`: a picture. */
export function addDrawCommand(program: Command): void {
  program
    .command('draw')
    .description('draw hosts, networks and containers')
    .argument(
      '<source...>',
      'topology.json, cdktf.out folder, JSON of terraform show; - for standard input',
    )
    .addOption(
      new Option('--as <form>', 'form of the picture; html is a page to explore')
        .choices(Object.keys(FORMATS))
        .default('html'),
    )
    .option('-o, --output <file>', 'write into a file instead of to standard output')
    .option('--title <text>', 'title of the page')
    .action(async (sources: readonly string[], { as, output, title }: DrawOptions) => {
      const { topology } = readSources(sources);
      writeResult(await FORMATS[as](topology, title ?? sources.join(', ')), output);
    });
}
