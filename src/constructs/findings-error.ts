import { renderFinding, type Finding } from '../analysis/finding';

/** Synth found errors; no plan was written. */
export class FindingsError extends Error {
  /** Always `FindingsError`, whichever copy of the package it comes from. */
  override readonly name = 'FindingsError';

  constructor(
    /** The errors. */
    readonly findings: readonly Finding[],
  ) {
    const count = findings.length === 1 ? '1 error' : `${String(findings.length)} errors`;
    super(
      `${count}, so no plan was written:\n${findings.map((f) => `  ${renderFinding(f)}`).join('\n')}`,
    );
    // The stack would show app.synth(), which is not where the mistake is.
    this.stack = `${this.name}: ${this.message}`;
  }
}
