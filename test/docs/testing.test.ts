import * as cdktf from 'cdktf';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import * as portolan from 'portolan';
import * as jestEntry from 'portolan/testing/jest';
import ts from 'typescript';
import { toReach } from '../../src/testing/matchers/reach';
import { findSnippets } from './snippets';

const MODULES: Readonly<Record<string, unknown>> = {
  cdktf,
  portolan,
  'portolan/testing/jest': jestEntry,
};

/** Runs a test file of the guide here and now, and gives the value that its last function makes. */
function run(code: string): { readonly names: string[]; readonly blog: () => unknown } {
  const { outputText } = ts.transpileModule(`${code}\nexport { blog };`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
  });
  const names: string[] = [];
  const exported: { blog?: (app: cdktf.App) => unknown } = {};
  const program = compileFunction(outputText, ['require', 'exports', 'test', 'expect']) as (
    ...globals: readonly unknown[]
  ) => void;
  const runTest = (name: string, body: () => void): void => {
    names.push(name);
    body();
  };
  program((name: string) => MODULES[name], exported, runTest, expect);
  return { names, blog: () => exported.blog?.(cdktf.Testing.app()) };
}

const [snippet] = findSnippets(['docs/guide/testing.md']).filter(({ code }) =>
  code.includes('toBeIsolatedFrom'),
);

test('the tests of the guide pass', () => {
  expect(run(snippet?.code ?? '').names).toEqual(['only the web server reaches the database']);
});

test('the failure that the guide shows is the one that there is', () => {
  const guide = readFileSync(join(resolve(__dirname, '..', '..'), 'docs/guide/testing.md'), 'utf8');
  const { blog } = run(snippet?.code ?? '');
  const shown = toReach(blog(), 'mail', 'db', 3306).message().split('\n').slice(0, 3).join('\n');
  expect(guide).toContain(`\`\`\`text\n${shown}\n`);
});
