import type { IConstruct } from 'constructs';

const revisions = new WeakMap<IConstruct, number>();

/** Notes that something in the construct's app changed. */
export function noteChange(construct: IConstruct): void {
  revisions.set(construct.node.root, revisionOf(construct) + 1);
}

/** Grows with every change of what is in the construct's app. */
export function revisionOf(construct: IConstruct): number {
  return revisions.get(construct.node.root) ?? 0;
}
