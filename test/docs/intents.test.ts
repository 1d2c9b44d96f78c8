import { findSnippets } from './snippets';
import { findingsIn } from './rule-pages';

test('every intent of the guide holds', () => {
  const [{ code } = { code: '' }] = findSnippets(['docs/guide/intents.md']);
  expect(code.match(/\.intents\./g)).toHaveLength(5);
  const found = findingsIn({ language: 'ts', code });
  expect(found.filter((finding) => finding.code.startsWith('INTENT_'))).toEqual([]);
});
