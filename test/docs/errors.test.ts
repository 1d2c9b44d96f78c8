import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

test('docs/errors.md explains every code of a ConfigError and of an address plan, and no other', () => {
  const source = readFileSync(join(root, 'src', 'errors.ts'), 'utf8');
  const plans = readFileSync(join(root, 'src', 'addresses', 'problem.ts'), 'utf8');
  const codes = [...`${source}${plans}`.matchAll(/^ {2}\|? ?'(\w+)'|(?<=\| )'(\w+)'/gm)].map(
    ([, code, next]) => code ?? next,
  );
  const page = readFileSync(join(root, 'docs', 'errors.md'), 'utf8');
  const explained = [...page.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(0);
  expect([...explained].sort()).toEqual([...codes].sort());
  expect(new Set(explained).size).toBe(explained.length);
});
