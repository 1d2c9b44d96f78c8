import type { TerraformStack } from 'cdktf';

/** Writes something beside the plan of a stack. */
export type StackFileWriter = (folder: string) => void;

const writers = new WeakMap<TerraformStack, StackFileWriter[]>();

/** Runs the writer with the stack's output folder each time the stack is synthesized. */
export function addStackFile(stack: TerraformStack, writer: StackFileWriter): void {
  writers.set(stack, [...(writers.get(stack) ?? []), writer]);
}

/** The writers of the stack, in the order they were added. */
export function stackFilesOf(stack: TerraformStack): readonly StackFileWriter[] {
  return writers.get(stack) ?? [];
}
