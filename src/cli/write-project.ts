import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { ConfigError } from '../errors';
import { packageFolder, packageVersion } from './package-version';

/** Names that a template file has in the package, because npm would treat the real ones specially. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

/**
 * Writes a project into a new or empty folder.
 *
 * @param packed - path of a packed package to depend on; the released version without it
 * @returns the names of the files
 * @throws ConfigError `FOLDER_NOT_EMPTY`, `FOLDER_UNWRITABLE`, `FILE_UNREADABLE`
 */
export function writeProject(folder: string, packed: string | undefined): string[] {
  const target = resolve(folder);
  checkEmpty(target, folder);
  const dependency = packed === undefined ? packageVersion() : fileDependency(packed, target);
  const templates = join(packageFolder(), 'templates', 'init');
  const files = readdirSync(templates).sort();
  makeFolder(target, folder);
  return files.map((file) => {
    const name = RENAMED[file] ?? file;
    const text = readFileSync(join(templates, file), 'utf8')
      .replaceAll('{{project}}', projectName(target))
      .replaceAll('{{portolan}}', dependency);
    writeFileSync(join(target, name), text, { flag: 'wx' });
    return name;
  });
}

function checkEmpty(target: string, folder: string): void {
  if (!existsSync(target)) return;
  const isFolder = statSync(target).isDirectory();
  if (isFolder && readdirSync(target).every((entry) => entry === '.git')) return;
  throw new ConfigError('FOLDER_NOT_EMPTY', {
    at: folder,
    problem: isFolder ? 'the folder is not empty' : 'it is a file',
    fix: 'name a new folder; nothing was written',
  });
}

function makeFolder(target: string, folder: string): void {
  try {
    mkdirSync(target, { recursive: true });
    accessSync(target, constants.W_OK);
  } catch (error) {
    throw new ConfigError('FOLDER_UNWRITABLE', {
      at: folder,
      problem: `the folder cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
      fix: 'name one that you may write',
    });
  }
}

function fileDependency(packed: string, target: string): string {
  if (existsSync(packed)) return `file:${relative(target, resolve(packed))}`;
  throw new ConfigError('FILE_UNREADABLE', {
    at: '--package',
    problem: `there is no ${packed}`,
    fix: 'name a file that npm pack made',
  });
}

/** The folder's name as npm and Docker take it. */
function projectName(target: string): string {
  const name = basename(target)
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name.length < 2 ? 'portolan-project' : name;
}
