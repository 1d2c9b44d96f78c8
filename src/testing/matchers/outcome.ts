/** What a matcher found. */
export interface Outcome {
  /** Whether it is as the matcher says; `unsure` fails with and without `.not`. */
  readonly pass: boolean | 'unsure';

  /** Why the test fails, when it does. */
  readonly message: () => string;
}

/** A matcher as a function of what was received and of its arguments. */
export type Matcher = (received: unknown, ...args: never[]) => Outcome;

/** Lines below a heading, indented; the heading alone when there are none. */
export function listed(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}
