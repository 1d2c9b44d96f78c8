/**
 * Writes the public interface of each package entry to `api/`, from the build. With `--check` it only
 * compares, and fails when a report is out of date: a change of the interface needs a changeset.
 */
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel as Level,
  type ExtractorMessage,
} from '@microsoft/api-extractor';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

/** Package entry and its declarations. */
const ENTRIES: readonly (readonly [string, string])[] = [
  ['index', 'dist/src/index.d.ts'],
  ['stacks', 'dist/stacks/index.d.ts'],
  ['topology', 'dist/src/topology-entry.d.ts'],
  ['export', 'dist/src/export/index.d.ts'],
  ['host', 'dist/src/host/index.d.ts'],
  ['testing', 'dist/src/testing/index.d.ts'],
  ['testing-jest', 'dist/src/testing/jest.d.ts'],
  ['testing-vitest', 'dist/src/testing/vitest.d.ts'],
];

const STANDS_ALONE: ReadonlySet<string> = new Set(['index', 'topology']);

function report(name: string, declarations: string, isCheck: boolean): boolean {
  const config = ExtractorConfig.prepare({
    configObjectFullPath: join(root, 'api-extractor.json'),
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, declarations),
      compiler: { overrideTsconfig: compilerFor(declarations) },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: join(root, 'api'),
        reportTempFolder: join(root, 'build', 'api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: { logLevel: Level.Error } },
        extractorMessageReporting: {
          default: { logLevel: Level.Error },
          // The other entries speak of what `portolan` and `portolan/topology` export.
          'ae-forgotten-export': { logLevel: STANDS_ALONE.has(name) ? Level.Error : Level.None },
          'ae-missing-release-tag': { logLevel: Level.None },
          'ae-unresolved-link': { logLevel: Level.None },
        },
        tsdocMessageReporting: { default: { logLevel: Level.Error } },
      },
    },
  });
  const result = Extractor.invoke(config, {
    localBuild: !isCheck,
    messageCallback: quiet,
  });
  return result.succeeded;
}

/** As a user's compiler sees the package: `portolan` is what its package.json says. */
function compilerFor(declarations: string): object {
  return {
    compilerOptions: {
      target: 'ES2022',
      module: 'node16',
      moduleResolution: 'node16',
      types: ['node', 'jest'],
      strict: true,
      skipLibCheck: true,
    },
    files: [join(root, declarations)],
  };
}

/** The compiler's version is of no interest. */
function quiet(message: ExtractorMessage): void {
  if (message.messageId.startsWith('console-compiler-version')) message.handled = true;
  if (message.messageId === 'console-preamble') message.handled = true;
}

mkdirSync(join(root, 'api'), { recursive: true });
const isCheck = process.argv.includes('--check');
const results = ENTRIES.map(([name, declarations]) => report(name, declarations, isCheck));
process.exitCode = results.every(Boolean) ? 0 : 1;
