import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RULES } from '../../src/analysis/rules';

/** Rows of the catalogue of mistakes: networks, attachments, modes and ports, LAN and MTU, lifecycle, daemon. */
const CATALOGUE = [
  ['N1', 'N2', 'N3', 'N4', 'N5', 'N6', 'N7', 'N8', 'N9', 'N10'],
  ['N11', 'N12', 'N13', 'N14', 'N15', 'N16', 'N17', 'N18', 'N19'],
  ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15'],
  ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12', 'M13'],
  ['M14', 'M15', 'M16', 'M17', 'M18', 'M19', 'M20', 'M21', 'M22', 'M23', 'M24', 'M25', 'M26'],
  ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7'],
  ['H1', 'H2', 'H4', 'H5', 'H6', 'H7', 'H10', 'H15'],
  ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8'],
].flat();

const covered = new Set(RULES.flatMap(({ covers }) => covers));

/** Rows that the page of the rules explains as not to be seen before the deploy. */
function explained(): string[] {
  const page = resolve(__dirname, '..', '..', 'docs', 'rules', 'README.md');
  const [, section = ''] = readFileSync(page, 'utf8').split('## What cannot be seen before deploy');
  return [...section.matchAll(/^- \*\*([A-Z]\d+)\*\*, .+: .+$/gm)].map(([, row = '']) => row);
}

test('every row of the catalogue has a rule, or a reason why it has none', () => {
  expect(explained()).toEqual(CATALOGUE.filter((row) => !covered.has(row)));
});

test('rules name rows of the catalogue only', () => {
  expect([...covered].filter((row) => !CATALOGUE.includes(row))).toEqual([]);
});
