const UNITS = ['', 'k', 'm', 'g'] as const;

/** Bytes as Docker reads them: `64m`, `2g`, `1500`. */
export function sizeText(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (unit < UNITS.length - 1 && value !== 0 && value % 1024 === 0) {
    value /= 1024;
    unit += 1;
  }
  return `${String(value)}${UNITS[unit] ?? ''}`;
}
