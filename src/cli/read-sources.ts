import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { ConfigError } from '../errors';
import { own, isObject } from '../sources/json-value';
import { checkSize, readJson } from '../sources/read-json';
import { mergeSources, readSource } from '../sources/read-source';
import type { ReadBeside, Source, SourceFile } from '../sources/source';
import type { SourceLine } from '../sources/source-lines';
import { readBounded, STDIN, tryReadBounded } from './read-bounded';

const TOPOLOGY_FILE = 'topology.json';

/**
 * Reads sources as one: files, folders of synth (all their stacks), and `-` for standard input.
 *
 * @throws ConfigError `FILE_UNREADABLE`, `SOURCE_MALFORMED`, `SOURCE_TOO_LARGE`, `SOURCE_UNKNOWN`,
 *   `TOPOLOGY_MALFORMED`, `TOPOLOGY_VERSION`
 */
export function readSources(paths: readonly string[]): Source {
  const files = [...new Set(paths.flatMap(filesOf))];
  let total = 0;
  return mergeSources(
    files.map((path) => {
      const file = { name: nameOf(path), bytes: readBounded(path, nameOf(path)) };
      total += file.bytes.length;
      checkSize(total, file.name);
      return readFile(path, file, files.length > 1 ? `${file.name}:` : '');
    }),
  );
}

function readFile(path: string, file: SourceFile, idPrefix: string): Source {
  const folder = path === STDIN ? undefined : dirname(path);
  const beside: ReadBeside = (name) => {
    if (folder === undefined || name === basename(path)) return undefined;
    const at = join(folder, name);
    const bytes = tryReadBounded(at, nameOf(at));
    return bytes === undefined ? undefined : { name: nameOf(at), bytes };
  };
  const source = readSource(file, beside, idPrefix);
  const lines = [...source.lines].map(([id, line]) => [id, fromHere(line, folder ?? '.')] as const);
  return { ...source, lines: new Map(lines) };
}

function filesOf(path: string): string[] {
  if (path === STDIN) return [STDIN];
  const absolute = resolve(path);
  if (statSync(absolute, { throwIfNoEntry: false })?.isDirectory() !== true) return [absolute];
  const stacks = join(absolute, 'stacks');
  const folders = stackFolders(absolute) ?? (existsSync(stacks) ? subfolders(stacks) : []);
  const found = [absolute, ...folders]
    .map((folder) => join(folder, TOPOLOGY_FILE))
    .filter((file) => existsSync(file));
  if (found.length > 0) return found;
  throw new ConfigError('SOURCE_UNKNOWN', {
    at: path,
    problem: 'there is no topology.json in the folder, nor in a stack in it',
    fix: 'run npx cdktf synth, and name the cdktf.out folder that it writes',
  });
}

/** Folders of the stacks that the manifest names: others may be left over from an earlier synth. */
function stackFolders(folder: string): string[] | undefined {
  const path = join(folder, 'manifest.json');
  const bytes = tryReadBounded(path, nameOf(path));
  if (bytes === undefined) return undefined;
  const stacks = own(readJson(bytes, nameOf(path)), 'stacks');
  if (!isObject(stacks)) return undefined;
  return Object.values(stacks)
    .map((stack) => own(stack, 'workingDirectory'))
    .filter((directory) => typeof directory === 'string')
    .map((directory) => resolve(folder, directory))
    .filter((directory) => directory.startsWith(`${folder}${sep}`))
    .sort();
}

function subfolders(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

/** A path as messages show it: from here when it is below here, with `/` on every system. */
function nameOf(path: string): string {
  if (path === STDIN) return 'standard input';
  const near = relative('.', path);
  const name = near.startsWith('..') || isAbsolute(near) ? path : near;
  return name.replaceAll(sep, '/');
}

function fromHere(line: SourceLine, folder: string): SourceLine {
  return { ...line, file: nameOf(resolve(folder, line.file)) };
}
