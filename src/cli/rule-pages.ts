import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FINDING_CODES } from '../analysis/finding-codes';
import { ConfigError } from '../errors';
import { nearest } from '../expect';
import { packageFolder } from './package-version';

/** The documentation page of a rule; nothing for a code that has none. */
export function tryReadRulePage(code: string): string | undefined {
  if (!FINDING_CODES.has(code)) return undefined;
  const file = join(packageFolder(), 'docs', 'rules', `${code}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/**
 * What the documentation says of the code of a finding or an error, in Markdown.
 *
 * @throws ConfigError `FINDING_CODE_UNKNOWN`
 */
export function readExplanation(code: string): string {
  const errors = errorTable();
  const explanation = tryReadRulePage(code) ?? errors.get(code);
  if (explanation !== undefined) return explanation;
  const near = nearest(code, [...FINDING_CODES.keys(), ...errors.keys()]);
  throw new ConfigError('FINDING_CODE_UNKNOWN', {
    at: 'portolan explain',
    problem: `there is no code '${code}'`,
    fix: near === undefined ? 'write it as it stands in the message' : `did you mean ${near}?`,
  });
}

/** A row of the tables in `docs/errors.md`. */
const ROW = /^\| `([A-Z0-9_]+)` *\| (.+?) *\|$/gm;

function errorTable(): ReadonlyMap<string, string> {
  const page = readFileSync(join(packageFolder(), 'docs', 'errors.md'), 'utf8');
  return new Map(
    [...page.matchAll(ROW)].map(([, code = '', meaning = '']) => [
      code,
      `# ${code}\n\nAn error in a definition or a source: ${meaning}.\n\nAll of them are in docs/errors.md.\n`,
    ]),
  );
}
