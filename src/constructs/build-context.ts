import dockerignore from '@balena/dockerignore';
import { createHash, type Hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { fileUnreadable, readTextFile } from './read-file';

/** The files that a Docker build may use. */
export interface BuildContext {
  /** Absolute path of the folder. */
  readonly folder: string;

  /** Paths of the files and links in it, relative, sorted, without those that `.dockerignore` names. */
  readonly files: readonly string[];

  /** Hash of paths, contents, link targets and executable bits. */
  readonly hash: string;
}

/**
 * Reads a build context the way `docker build` does; its Dockerfile must be there.
 *
 * @throws ConfigError `FILE_UNREADABLE`
 */
export function readBuildContext(path: string, dockerfile: string, at: string): BuildContext {
  const folder = resolve(path);
  readTextFile(join(path, dockerfile), at);
  try {
    const files = filesOf(folder, ignoreOf(folder, dockerfile));
    const hash = createHash('sha256');
    for (const file of files) addToHash(hash, folder, file);
    return { folder, files, hash: hash.digest('hex').slice(0, 32) };
  } catch (error) {
    throw fileUnreadable(path, at, error);
  }
}

/** Copies the files of the context into a new folder. */
export function copyBuildContext({ folder, files }: BuildContext, target: string): void {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const file of files) {
    const [from, to] = [join(folder, file), join(target, file)];
    mkdirSync(dirname(to), { recursive: true });
    if (lstatSync(from).isSymbolicLink()) symlinkSync(readlinkSync(from), to);
    else copyFileSync(from, to);
  }
}

/** Docker sends the Dockerfile and .dockerignore even where .dockerignore names them. */
function ignoreOf(folder: string, dockerfile: string): (file: string) => boolean {
  const file = join(folder, '.dockerignore');
  if (!existsSync(file)) return () => false;
  const ignore = dockerignore()
    .add(readFileSync(file, 'utf8'))
    .add([`!${posix.normalize(dockerfile)}`, '!.dockerignore']);
  return (path) => ignore.ignores(path);
}

function filesOf(folder: string, isIgnored: (file: string) => boolean, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .flatMap((entry) => {
      const path = posix.join(below, entry.name);
      if (entry.isDirectory()) return filesOf(folder, isIgnored, path);
      return isIgnored(path) ? [] : [path];
    })
    .sort();
}

function addToHash(hash: Hash, folder: string, file: string): void {
  const path = join(folder, file);
  const stats = lstatSync(path);
  const isLink = stats.isSymbolicLink();
  const kind = isLink ? 'link' : (stats.mode & 0o111) === 0 ? 'file' : 'program';
  const content = isLink ? readlinkSync(path) : readFileSync(path);
  hash.update(`${kind} ${file}\0${String(content.length)}\0`).update(content);
}
