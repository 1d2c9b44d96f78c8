import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** Counts the loaded modules of cdktf after an entry is loaded. */
const PROBE = `
require(process.argv[1]);
const ofCdktf = /node_modules.(cdktf|constructs|@cdktf)./;
console.log(Object.keys(require.cache).filter((file) => ofCdktf.test(file)).length);
`;

test.each(['src/topology-entry.ts', 'src/export/index.ts', 'src/host/index.ts', 'src/cli/main.ts'])(
  'loading %s does not load cdktf',
  (entry) => {
    const out = execFileSync(
      process.execPath,
      ['--require', 'tsx/cjs', '--eval', PROBE, join(root, entry)],
      { cwd: root, encoding: 'utf8' },
    );
    expect(out.trim()).toBe('0');
  },
);
