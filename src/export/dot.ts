import type { Topology } from '../topology/topology';
import { boxLines, chipText, doorTexts } from './chart/box-lines';
import { chartOf, type Box, type HostFrame, type Lane, type LaneKind } from './chart/chart';
import { detailLabel, label } from './chart/label';

/** A topology as a graph for Graphviz: hosts and networks as clusters, containers in them. */
export function renderDot(topology: Topology): string {
  const { hosts } = chartOf(topology);
  const lines = [
    'digraph portolan {',
    '  graph [rankdir=LR, fontname="sans-serif", compound=true]',
    '  node [shape=box, fontname="sans-serif", fontsize=11]',
    ...hosts.flatMap((host, index) => hostLines(host, String(index))),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const CLUSTER_STYLES: Readonly<Record<LaneKind, string>> = {
  bridge: 'style=solid',
  internal: 'style=dashed',
  lan: 'style=bold',
  overlay: 'style=dotted',
  other: 'style=dotted',
  host: 'style=solid; penwidth=2',
  none: 'style=invis',
};

function hostLines(host: HostFrame, index: string): string[] {
  return [
    `  subgraph cluster_${index} {`,
    `    label=${text([label(`host ${host.id}`), detailLabel(host.detail)])}`,
    ...host.lanes.flatMap((lane, number) => laneLines(lane, `${index}_${String(number)}`)),
    '  }',
  ];
}

function laneLines(lane: Lane, index: string): string[] {
  return [
    `    subgraph cluster_${index} {`,
    `      label=${text([label(lane.title), detailLabel(lane.detail)])}`,
    `      ${CLUSTER_STYLES[lane.kind]}`,
    ...lane.boxes.map((box, number) => boxLine(box, `c${index}_${String(number)}`)),
    ...lane.chips.map(
      (chip, number) =>
        `      x${index}_${String(number)} [style="rounded,dashed", label=${text([chipText(chip)])}]`,
    ),
    // Graphviz draws no cluster around nothing.
    ...(lane.boxes.length + lane.chips.length === 0
      ? [`      e${index} [style=invis, label=""]`]
      : []),
    '    }',
  ];
}

function boxLine(box: Box, id: string): string {
  const doors = doorTexts(box).map((door) => `⇥ ${door}`);
  const weight = doors.length === 0 ? '' : 'penwidth=2, ';
  return `      ${id} [${weight}label=${text([label(box.title), ...boxLines(box), ...doors])}]`;
}

/** A quoted string: Graphviz reads escapes and HTML entities in it. */
function text(lines: readonly string[]): string {
  const shown = lines
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"'));
  return `"${shown.join('\\n')}"`;
}
