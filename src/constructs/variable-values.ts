import type { TerraformStack } from 'cdktf';

/** Values of a stack's Terraform variables, by variable name. */
export type VariableValues = ReadonlyMap<string, string | Readonly<Record<string, string>>>;

const values = new WeakMap<
  TerraformStack,
  Map<string, string | Readonly<Record<string, string>>>
>();

/**
 * Remembers a variable's value for the stack. Values are written beside the plan, never into it:
 * Terraform reads `*.auto.tfvars.json` by itself.
 */
export function addVariableValue(
  stack: TerraformStack,
  name: string,
  value: string | Readonly<Record<string, string>>,
): void {
  const known = values.get(stack) ?? new Map<string, string | Readonly<Record<string, string>>>();
  known.set(name, value);
  values.set(stack, known);
}

/** The values remembered for the stack. */
export function variableValuesOf(stack: TerraformStack): VariableValues {
  return values.get(stack) ?? new Map<string, never>();
}
