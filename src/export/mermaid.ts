import type { Topology } from '../topology/topology';
import { boxLines, chipText, doorTexts } from './chart/box-lines';
import { chartOf, type Box, type Chip, type HostFrame, type Lane } from './chart/chart';
import { detailLabel, label } from './chart/label';

/** A topology as a Mermaid flowchart: hosts and networks as frames, containers in them. */
export function renderMermaid(topology: Topology): string {
  const { hosts } = chartOf(topology);
  const lines = [
    'flowchart TB',
    ...hosts.flatMap((host, index) => hostLines(host, index)),
    ...STYLES,
  ];
  return `${lines.join('\n')}\n`;
}

/** Line styles tell the kinds apart also in grey. */
const STYLES = ['  classDef chip stroke-dasharray:2 2', '  classDef door stroke-width:3px'];

function hostLines(host: HostFrame, index: number): string[] {
  const id = `h${String(index)}`;
  return [
    `  subgraph ${id}["${text([label(`host ${host.id}`), detailLabel(host.detail)])}"]`,
    ...host.lanes.flatMap((lane, number) => laneLines(lane, `${id}n${String(number)}`)),
    '  end',
  ];
}

function laneLines(lane: Lane, id: string): string[] {
  return [
    `    subgraph ${id}["${text([label(lane.title), detailLabel(lane.detail)])}"]`,
    '      direction LR',
    ...lane.boxes.map((box, index) => boxLine(box, `${id}c${String(index)}`)),
    ...lane.chips.map((chip, index) => chipLine(chip, `${id}x${String(index)}`)),
    // Mermaid draws no frame around nothing.
    ...(lane.boxes.length + lane.chips.length === 0 ? [`      ${id}e[" "]`] : []),
    '    end',
    ...(lane.kind === 'internal' ? [`    style ${id} stroke-dasharray:8 4`] : []),
    ...(lane.kind === 'lan' ? [`    style ${id} stroke-width:4px`] : []),
  ];
}

function boxLine(box: Box, id: string): string {
  const doors = doorTexts(box).map((door) => `⇥ ${door}`);
  const shown = `      ${id}["${text([label(box.title), ...boxLines(box), ...doors])}"]`;
  return box.doors.length === 0 ? shown : `${shown}:::door`;
}

function chipLine(chip: Chip, id: string): string {
  return `      ${id}(["${text([chipText(chip)])}"]):::chip`;
}

function text(lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .map((line) => escape(line))
    .join('<br/>');
}

/** As Mermaid's entity codes: whatever ends a label, or begins HTML, Markdown or a code. */
function escape(line: string): string {
  return line.replace(/[^\p{L}\p{N} .,:/·…⇥_-]/gu, (one) => `#${String(one.codePointAt(0))};`);
}
