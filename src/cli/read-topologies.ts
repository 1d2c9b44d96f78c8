import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../errors';
import { parseTopology } from '../topology/parse';
import { mergeTopologies, type Topology } from '../topology/topology';

/**
 * The topology of a source: a `topology.json`, or a `cdktf.out` folder with one for each stack.
 *
 * @throws ConfigError `FILE_UNREADABLE`, `TOPOLOGY_MALFORMED`, `TOPOLOGY_VERSION`
 */
export function readTopologies(source: string): Topology {
  const files = filesOf(source);
  return mergeTopologies(files.map((file) => parseTopology(read(file), file)));
}

function filesOf(source: string): string[] {
  if (!existsSync(source)) throw unreadable(source, 'there is no such file or folder');
  if (!statSync(source).isDirectory()) return [source];
  const stacks = join(source, 'stacks');
  const folders = existsSync(stacks) ? readdirSync(stacks).map((name) => join(stacks, name)) : [];
  const files = [source, ...folders.sort()]
    .map((folder) => join(folder, 'topology.json'))
    .filter((file) => existsSync(file));
  if (files.length === 0) throw unreadable(source, 'there is no topology.json in the folder');
  return files;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error));
  }
}

function unreadable(at: string, problem: string): ConfigError {
  return new ConfigError('FILE_UNREADABLE', {
    at,
    problem,
    fix: 'name a topology.json, or the cdktf.out folder that npx cdktf synth wrote',
  });
}
