import type { ELK, ElkNode } from 'elkjs';
import type { Topology } from '../../topology/topology';
import { chartOf, type Chart, type HostFrame, type Lane } from '../chart/chart';
import { detailLabel, label } from '../chart/label';
import { boxKey, chipKey, hostKey, laneKey, type Placement, type Rectangle } from './placement';
import { boxSize, chipSize, SIZES, textWidth, titleWidth } from './sizes';

/**
 * Where everything of a topology's picture is: the same topology, the same places on every machine.
 * elkjs is loaded with the first call, as it is large.
 */
export async function layout(topology: Topology): Promise<Placement> {
  const placed = await newElk().layout(rootOf(chartOf(topology)));
  const rectangles = new Map<string, Rectangle>();
  collect(placed, 0, 0, rectangles);
  return { width: placed.width ?? 0, height: placed.height ?? 0, rectangles };
}

function newElk(): ELK {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded when it is needed, as CommonJS is
  const Elk = require('elkjs') as new () => ELK;
  return new Elk();
}

function collect(node: ElkNode, x: number, y: number, into: Map<string, Rectangle>): void {
  for (const child of node.children ?? []) {
    const { width = 0, height = 0 } = child;
    const at = { x: x + (child.x ?? 0), y: y + (child.y ?? 0) };
    into.set(child.id, { ...at, width, height });
    collect(child, at.x, at.y, into);
  }
}

/** Rectangles in rows, in their order. */
function packing(top: number, aspectRatio: number): Record<string, string> {
  const { gap } = SIZES;
  return {
    'elk.algorithm': 'rectpacking',
    'elk.aspectRatio': String(aspectRatio),
    'elk.spacing.nodeNode': String(gap),
    'elk.padding': `[top=${String(top)},left=${String(gap)},bottom=${String(gap)},right=${String(gap)}]`,
    'elk.rectpacking.packing.compaction.rowHeightReevaluation': 'true',
    'elk.rectpacking.whiteSpaceElimination.strategy': 'NONE',
    'elk.nodeSize.constraints': 'MINIMUM_SIZE',
  };
}

function rootOf({ hosts }: Chart): ElkNode {
  return {
    id: 'root',
    layoutOptions: packing(SIZES.gap, 1.6),
    children: hosts.map(hostNode),
  };
}

function hostNode(host: HostFrame): ElkNode {
  const width = Math.max(titleWidth(label(`host ${host.id}`)), textWidth(detailLabel(host.detail)));
  return {
    id: hostKey(host.id),
    layoutOptions: { ...packing(SIZES.hostHeader, 1.6), ...atLeast(width + 40, 70) },
    children: host.lanes.map(laneNode),
  };
}

function laneNode(lane: Lane): ElkNode {
  const width = Math.max(titleWidth(label(lane.title)), textWidth(detailLabel(lane.detail)));
  return {
    id: laneKey(lane.id),
    layoutOptions: { ...packing(SIZES.laneHeader, 2), ...atLeast(width + 30, 70) },
    children: [
      ...lane.boxes.map((box) => ({ id: boxKey(box.id), ...boxSize(box) })),
      ...lane.chips.map((chip) => ({ id: chipKey(chip.id, lane.id), ...chipSize(chip) })),
    ],
  };
}

function atLeast(width: number, height: number): Record<string, string> {
  return { 'elk.nodeSize.minimum': `(${String(width)}, ${String(height)})` };
}
