import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { REASON_CODES } from '../../src/analysis/reach/reasons';
import { verdictOf } from '../../src/analysis/reach/reason-texts';

const root = resolve(__dirname, '..', '..');

test('docs/guide/reachability.md explains every reason under its verdict, and no other', () => {
  const page = readFileSync(join(root, 'docs', 'guide', 'reachability.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `([A-Z0-9_]+)` +\| (\S+) +\|/gm)];
  const explained = rows.map(([, code = '', verdict = '']) => `${code} ${verdict}`);
  expect(explained).toEqual(REASON_CODES.map((code) => `${code} ${verdictOf(code)}`));
});
