/** One command line, as words. */
export type DockerCommand = readonly string[];

/** `--name value`, or nothing without a value. */
export function option(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}

/** `--name value` for each value. */
export function options(name: string, values: readonly string[]): string[] {
  return values.flatMap((value) => [name, value]);
}

/** `--name key=value` for each entry, in the order of the keys. */
export function pairs(name: string, map: Readonly<Record<string, string>>): string[] {
  return Object.keys(map)
    .sort()
    .flatMap((key) => [name, `${key}=${map[key] ?? ''}`]);
}

/** The word when the switch is on. */
export function flag(name: string, isOn: boolean): string[] {
  return isOn ? [name] : [];
}
