import type { TerraformStack } from 'cdktf';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LINES_FILE, renderSourceLines, type SourceLine } from '../sources/source-lines';
import { renderTopologyJson } from '../topology/json';
import type { Topology } from '../topology/topology';
import { stackFilesOf } from './stack-files';
import { variableValuesOf } from './variable-values';

/** Writes a stack's `topology.json`. */
export function writeTopology(topology: Topology, folder: string): void {
  writeWhole(join(folder, 'topology.json'), renderTopologyJson(topology), 0o644);
}

/** Writes where the constructs of a stack are made; nothing is left of an earlier file without any. */
export function writeSourceLines(lines: ReadonlyMap<string, SourceLine>, folder: string): void {
  const file = join(folder, LINES_FILE);
  if (lines.size === 0) rmSync(file, { force: true });
  else writeWhole(file, renderSourceLines(lines), 0o644);
}

/** File with values of variables beside the plan; Terraform reads every `*.auto.tfvars.json`. */
const VALUES_FILE = 'portolan.auto.tfvars.json';

/** Writes what belongs beside a stack's plan: build contexts, and values that only the owner may read. */
export function writeStackFiles(stack: TerraformStack, folder: string): void {
  const values = variableValuesOf(stack);
  const file = join(folder, VALUES_FILE);
  if (values.size === 0) rmSync(file, { force: true });
  else writeWhole(file, `${JSON.stringify(Object.fromEntries(values), null, 2)}\n`, 0o600);
  for (const write of stackFilesOf(stack)) write(folder);
}

/** Removes the files that are there. */
export function removePlans(files: readonly string[]): void {
  for (const file of files) rmSync(file, { force: true });
}

/** A reader sees the old file or the new one, never a part. */
function writeWhole(file: string, text: string, mode: number): void {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${String(process.pid)}.part`;
  writeFileSync(part, text, { mode });
  renameSync(part, file);
}
