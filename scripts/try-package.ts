/**
 * Packs the package and uses it as a new user would, from an empty folder: `portolan init`, `npm install`,
 * `npm test`, `cdktf synth`. Then its matchers are tried with jest 30, jest 29 and vitest. Needs a package registry,
 * and nothing else.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JEST_TEST, RUNNERS, VITEST_TEST } from './try-matchers';

/** What the package exports to programs; its jest entry needs jest's globals only when it is used. */
const ENTRIES = [
  'portolan',
  'portolan/stacks',
  'portolan/topology',
  'portolan/export',
  'portolan/host',
  'portolan/testing',
  'portolan/testing/jest',
  'portolan/testing/vitest',
];

const folder = mkdtempSync(join(tmpdir(), 'portolan-package-'));

function run(program: string, args: readonly string[], cwd: string): string {
  process.stdout.write(`$ ${[program, ...args].join(' ')}\n`);
  return execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CI: 'true', CHECKPOINT_DISABLE: '1' },
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

/** In the project with jest 30, and beside it with jest 29 and vitest. */
function tryMatchers(project: string, packed: string): void {
  writeFileSync(join(project, 'matchers.test.ts'), JEST_TEST);
  run('npx', ['tsc', '--noEmit'], project);
  run('npx', ['jest', 'matchers'], project);
  const other = join(folder, 'runners');
  for (const runner of ['jest', 'vitest']) mkdirSync(join(other, runner), { recursive: true });
  const { dependencies, devDependencies } = RUNNERS;
  const manifest = {
    private: true,
    dependencies: { ...dependencies, portolan: packed },
    devDependencies,
  };
  writeFileSync(join(other, 'package.json'), JSON.stringify(manifest));
  const config =
    "module.exports = { testMatch: ['<rootDir>/jest/*.test.ts'], transform: { '^.+\\\\.ts$': 'ts-jest' } };";
  writeFileSync(join(other, 'jest.config.js'), config);
  writeFileSync(join(other, 'tsconfig.json'), JSON.stringify(TSCONFIG));
  writeFileSync(join(other, 'jest', 'matchers.test.ts'), JEST_TEST);
  writeFileSync(join(other, 'vitest', 'matchers.test.ts'), VITEST_TEST);
  run('npm', ['install', '--no-audit', '--no-fund'], other);
  run('npx', ['tsc', '--noEmit'], other);
  run('npx', ['jest'], other);
  run('npx', ['vitest', 'run', '--dir', 'vitest'], other);
}

const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'node16',
    strict: true,
    skipLibCheck: true,
    types: ['jest', 'node'],
    isolatedModules: true,
  },
};

try {
  const packed = join(folder, lastLine(run('npm', ['pack', '--pack-destination', folder], '.')));
  const portolan = ['exec', '--yes', `--package=${packed}`, '--', 'portolan'];
  process.stdout.write(run('npm', [...portolan, 'init', 'my-stack', '--package', packed], folder));
  const project = join(folder, 'my-stack');
  run('npm', ['install', '--no-audit', '--no-fund'], project);
  run('npx', ['tsc', '--noEmit'], project);
  // The resolution of cdktf's own project template, which finds subpaths by typesVersions alone.
  const classic = ['--module', 'commonjs', '--moduleResolution', 'node10'];
  run('npx', ['tsc', '--noEmit', ...classic, '--ignoreDeprecations', '6.0'], project);
  for (const entry of ENTRIES) run('node', [join(__dirname, 'load-probe.cjs'), entry], project);
  // A snapshot is not written where CI is set, so that a first one is never taken for a reviewed one.
  run('npm', ['test', '--', '--ci=false'], project);
  run('npm', ['test'], project);
  run('npx', ['cdktf', 'synth'], project);
  for (const file of ['cdk.tf.json', 'topology.json']) {
    const path = join(project, 'cdktf.out', 'stacks', 'my-stack', file);
    if (!existsSync(path)) throw new RangeError(`cdktf synth left no ${file}`);
  }
  tryMatchers(project, packed);
  process.stdout.write('The packed package works from an empty folder.\n');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
