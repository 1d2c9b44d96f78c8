/** Part of a resource's lifecycle, as cdktf has it. */
export interface Lifecycle {
  readonly ignoreChanges?: 'all' | readonly string[];
}

/** The lifecycle with further attributes whose changes Terraform ignores. */
export function ignoreChanges(
  lifecycle: Lifecycle | undefined,
  ignored: readonly string[],
): Lifecycle {
  const { ignoreChanges: known = [] } = lifecycle ?? {};
  if (known === 'all') return lifecycle ?? {};
  return { ...lifecycle, ignoreChanges: [...new Set([...known, ...ignored])] };
}
