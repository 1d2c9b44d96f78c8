import type { Topology } from '../../topology/topology';
import { boxLines, chipText, doorTexts } from '../chart/box-lines';
import { chartOf, type Box, type Chip, type HostFrame, type Lane } from '../chart/chart';
import { detailLabel, label } from '../chart/label';
import {
  boxKey,
  chipKey,
  hostKey,
  laneKey,
  type Placement,
  type Rectangle,
} from '../layout/placement';
import { SIZES } from '../layout/sizes';
import { escapeMarkup } from './markup';
import { PICTURE_STYLE } from './style';

/**
 * A topology as a picture: hosts as frames, networks as lanes, containers with their addresses and names,
 * published ports as doors, and a chip for a container in each of its further networks.
 *
 * @param placement - what `layout` gives for the topology
 */
export function renderSvg(topology: Topology, placement: Placement): string {
  const [width, height] = [Math.ceil(placement.width), Math.ceil(placement.height)];
  const size = `viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="portolan" role="img" aria-label="Containers and their networks" ${size}>`,
    `<style>${PICTURE_STYLE}</style>`,
    renderFrames(topology, placement),
    '</svg>',
    '',
  ].join('\n');
}

/** What is inside of the picture: a group for each host. */
export function renderFrames(topology: Topology, placement: Placement): string {
  const { hosts } = chartOf(topology);
  return hosts.map((host) => hostGroup(host, placement)).join('\n');
}

function hostGroup(host: HostFrame, placement: Placement): string {
  const at = placement.rectangles.get(hostKey(host.id));
  if (at === undefined) return '';
  return [
    '<g class="host">',
    rectangle(at, 10),
    textAt(at, 22, 'title', label(`host ${host.id}`)),
    textAt(at, 38, 'detail', detailLabel(host.detail)),
    ...host.lanes.map((lane) => laneGroup(lane, placement)),
    '</g>',
  ].join('\n');
}

function laneGroup(lane: Lane, { rectangles }: Placement): string {
  const at = rectangles.get(laneKey(lane.id));
  if (at === undefined) return '';
  return [
    `<g class="lane ${lane.kind}" data-network="${escapeMarkup(lane.id)}">`,
    rectangle(at, 6),
    textAt(at, 19, 'title', label(lane.title)),
    textAt(at, 34, 'detail', detailLabel(lane.detail)),
    ...lane.boxes.map((box) => boxGroup(box, rectangles.get(boxKey(box.id)))),
    ...lane.chips.map((chip) => chipGroup(chip, rectangles.get(chipKey(chip.id, lane.id)))),
    '</g>',
  ].join('\n');
}

function boxGroup(box: Box, at: Rectangle | undefined): string {
  if (at === undefined) return '';
  const { padding, titleHeight, lineHeight, doorHeight } = SIZES;
  const lines = boxLines(box);
  const doorsFrom = padding + titleHeight + lines.length * lineHeight;
  return [
    `<g class="box" data-container="${escapeMarkup(box.id)}">`,
    rectangle(at, 4),
    textAt(at, padding + 14, 'title', label(box.title)),
    ...lines.map((line, index) =>
      textAt(at, padding + titleHeight + index * lineHeight + 12, 'detail', line),
    ),
    ...doorTexts(box).map((door, index) => doorAt(at, doorsFrom + index * doorHeight, door)),
    '</g>',
  ].join('\n');
}

/** A door stands at the left edge, thick, with the port beside it. */
function doorAt(at: Rectangle, below: number, door: string): string {
  const top = at.y + below + 3;
  const path = `M ${num(at.x - 4)} ${num(top)} h 8 v 12 h -8`;
  return [`<path class="door" d="${path}"/>`, textAt(at, below + 13, 'detail', `→ ${door}`)].join(
    '',
  );
}

function chipGroup(chip: Chip, at: Rectangle | undefined): string {
  if (at === undefined) return '';
  return [
    `<g class="chip" data-container="${escapeMarkup(chip.id)}">`,
    rectangle(at, 12),
    textAt(at, 16, 'detail', chipText(chip)),
    '</g>',
  ].join('');
}

function rectangle({ x, y, width, height }: Rectangle, radius: number): string {
  return `<rect x="${num(x)}" y="${num(y)}" width="${num(width)}" height="${num(height)}" rx="${String(radius)}"/>`;
}

function textAt({ x, y }: Rectangle, below: number, style: string, text: string): string {
  if (text === '') return '';
  return `<text class="${style}" x="${num(x + SIZES.padding)}" y="${num(y + below)}">${escapeMarkup(text)}</text>`;
}

function num(value: number): string {
  return String(Math.round(value * 10) / 10);
}
