/** A mapping of the file. */
export type Block = Record<string, unknown>;

/** Without what is absent, empty or off. */
export function withoutEmpty(block: Block): Block {
  return Object.fromEntries(Object.entries(block).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
