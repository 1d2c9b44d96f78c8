import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

test('docs/errors.md explains every code of a ConfigError, and no other', () => {
  const source = readFileSync(join(root, 'src', 'errors.ts'), 'utf8');
  const codes = [...source.matchAll(/^ {2}\| '(\w+)'/gm)].map(([, code]) => code);
  const page = readFileSync(join(root, 'docs', 'errors.md'), 'utf8');
  const explained = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(0);
  expect([...explained].sort()).toEqual([...codes].sort());
  expect(new Set(explained).size).toBe(explained.length);
});
