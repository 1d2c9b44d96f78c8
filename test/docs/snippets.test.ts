import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileSnippets, findFiles, findSnippets } from './snippets';

const root = resolve(__dirname, '..', '..');

test('every snippet in the guide, the READMEs and the doc comments compiles', () => {
  const snippets = findSnippets([
    'README.md',
    'docs/guide/*.md',
    'examples/*/README.md',
    'stacks/*/README.md',
    'src/**/*.ts',
    'stacks/**/*.ts',
  ]);
  expect(snippets.length).toBeGreaterThan(30);
  expect(compileSnippets(snippets)).toEqual([]);
}, 60_000);

test('the README shows the first example as it is', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const example = readFileSync(join(root, 'examples', 'first-stack', 'main.ts'), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});

test('links of the documentation lead somewhere', () => {
  const pages = findMarkdown();
  const broken = pages.flatMap(({ file, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = '']) => join(file, '..', target))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(broken).toEqual([]);
});

function findMarkdown(): { file: string; text: string }[] {
  return findFiles([
    '*.md',
    'docs/**/*.md',
    'examples/*/README.md',
    'stacks/*/README.md',
    'test/images/README.md',
  ]).map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}
