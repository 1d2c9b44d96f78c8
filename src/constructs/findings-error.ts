import { renderFinding, type Finding } from '../analysis/finding';
import type { SourceLine } from '../sources/source-lines';

/** Synth found errors; no plan was written. */
export class FindingsError extends Error {
  /** Always `FindingsError`, whichever copy of the package it comes from. */
  override readonly name = 'FindingsError';

  constructor(
    /** The errors. */
    readonly findings: readonly Finding[],
    /** Lines of the program that are to blame, by the places of the errors. */
    readonly lines: ReadonlyMap<string, SourceLine> = new Map(),
  ) {
    const count = findings.length === 1 ? '1 error' : `${String(findings.length)} errors`;
    super(
      [
        `${count}, so no plan was written:`,
        ...findings.flatMap((finding) => {
          const place = lines.get(finding.at);
          const message = `  ${renderFinding(finding)}`;
          return place === undefined
            ? [message]
            : [message, `    ${place.file}:${String(place.line)}`];
        }),
      ].join('\n'),
    );
    // The stack would show app.synth(), which is not where the mistake is.
    this.stack = `${this.name}: ${this.message}`;
  }
}
