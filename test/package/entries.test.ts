import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** Sources of the package's entries, as package.json's exports name them. */
const ENTRIES = [
  'src/index.ts',
  'stacks/index.ts',
  'src/topology-entry.ts',
  'src/export/index.ts',
  'src/testing/index.ts',
  'src/testing/jest.ts',
];

/** Loads an entry and tells what else happened: output, globals, open handles, files written. */
const PROBE = `
const fs = require('node:fs');
const written = [];
for (const name of ['writeFileSync', 'mkdirSync', 'rmSync', 'appendFileSync', 'createWriteStream']) {
  const original = fs[name];
  fs[name] = (...args) => { written.push(name + ' ' + args[0]); return original(...args); };
}
require('cdktf');
const before = new Set(Reflect.ownKeys(globalThis));
const busy = process.getActiveResourcesInfo().length;
written.length = 0;
require(process.argv[1]);
const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
const handles = process.getActiveResourcesInfo().slice(busy);
console.log(JSON.stringify({ written, globals, handles }));
`;

test.each(ENTRIES)('loading %s does nothing else', (entry) => {
  const out = execFileSync(
    process.execPath,
    ['--require', 'tsx/cjs', '--eval', PROBE, join(root, entry)],
    { cwd: root, encoding: 'utf8' },
  );
  expect(JSON.parse(out)).toEqual({ written: [], globals: [], handles: [] });
});

test('the topology entry does not load cdktf', () => {
  const probe = `require(process.argv[1]); console.log(Object.keys(require.cache).filter((file) => /node_modules.(cdktf|constructs|@cdktf)./.test(file)).length)`;
  for (const entry of ['src/topology-entry.ts', 'src/export/index.ts', 'src/cli/main.ts']) {
    const out = execFileSync(
      process.execPath,
      ['--require', 'tsx/cjs', '--eval', probe, join(root, entry)],
      { cwd: root, encoding: 'utf8' },
    );
    expect(out.trim()).toBe('0');
  }
});
