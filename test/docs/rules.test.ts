import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderFinding } from 'portolan/topology';
import { renderRuleTable } from '../../scripts/rules';
import { FINDING_CODES } from '../../src/analysis/finding-codes';
import { findingsIn, readPage, type Example } from './rule-pages';
import { compileSnippets } from './snippets';

const root = resolve(__dirname, '..', '..');
const rules = [...FINDING_CODES.values()];
const codes = rules.map(({ code }) => code);

test('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(resolve(root, 'docs', 'rules'))
    .filter((file) => file !== 'README.md')
    .map((file) => file.replace(/\.md$/, ''));
  expect(pages.sort()).toEqual([...codes].sort());
});

test('the table of the rules is up to date: npm run rules', () => {
  const page = readFileSync(resolve(root, 'docs', 'rules', 'README.md'), 'utf8');
  expect(page).toContain(renderRuleTable(rules));
});

describe.each(rules)('the page of $code', ({ code, level, covers }) => {
  test('names code, level and rows as the rule does', () => {
    expect(readPage(code)).toMatchObject({ title: code, level, covers });
  });

  test('shows what the wrong example gets, word for word', () => {
    const { wrong, message } = readPage(code);
    const found = findingsIn(wrong).filter((finding) => finding.code === code);
    expect(found.map(renderFinding)).toEqual(message.split('\n'));
  });

  test('has a right example without this finding and without errors', () => {
    const found = findingsIn(readPage(code).right);
    expect(found.filter((each) => each.code === code || each.level === 'error')).toEqual([]);
  });
});

test('every example in TypeScript compiles', () => {
  const snippets = codes.flatMap((code) => {
    const { wrong, right } = readPage(code);
    const isProgram = ({ language }: Example): boolean => language === 'ts';
    return [wrong, right].filter(isProgram).map((example) => ({
      at: `docs/rules/${code}.md`,
      code: example.code,
    }));
  });
  expect(compileSnippets(snippets)).toEqual([]);
}, 60_000);
