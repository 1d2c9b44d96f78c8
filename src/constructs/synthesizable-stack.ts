import type { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Host } from '../topology/host';
import type { Intent } from '../topology/intent';
import type { Acceptance } from '../topology/topology';

/** Marks a DockerStack; a global symbol, as two copies of this package may be loaded. */
export const STACK_SYMBOL = Symbol.for('portolan/DockerStack');

/** What reading and synthesizing a stack needs of it. */
export interface SynthesizableStack extends TerraformStack {
  /** The hosts used in the stack, its own first. */
  readonly hosts: readonly { readonly description: Host }[];

  /** Findings that are accepted in code. */
  readonly accepted: readonly Acceptance[];

  /** Who is meant to reach whom. */
  readonly intents: { readonly all: readonly Intent[] };

  /** Grows with every change of what is in the stack. */
  readonly revision: number;
}

/** Whether the value is a DockerStack, of whichever copy of this package. */
export function isDockerStack(value: unknown): value is SynthesizableStack {
  return typeof value === 'object' && value !== null && STACK_SYMBOL in value;
}

/** The DockerStacks of the construct's app, in the order of their declaration. */
export function dockerStacksOf(construct: IConstruct): SynthesizableStack[] {
  const found: SynthesizableStack[] = [];
  collectStacks(construct.node.root, found);
  return found;
}

function collectStacks(construct: IConstruct, found: SynthesizableStack[]): void {
  if (isDockerStack(construct)) found.push(construct);
  for (const child of construct.node.children) collectStacks(child, found);
}
