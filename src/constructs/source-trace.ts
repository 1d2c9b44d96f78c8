import type { IConstruct } from 'constructs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceLine } from '../sources/source-lines';

const traces = new WeakMap<IConstruct, { readonly stack?: string }>();

/** Calls from here out to the definition, through a class of ours within a class of a stack. */
const CALLS = 7;

/**
 * Notes where the construct is made. JavaScript keeps the calls as they are and makes text of them when
 * somebody reads it, so this is cheap for the many of which nobody asks.
 *
 * @see docs/adr/0010-source-lines.md
 */
export function noteSource(construct: IConstruct): void {
  const trace = {};
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = CALLS;
  Error.captureStackTrace(trace);
  Error.stackTraceLimit = stackTraceLimit;
  traces.set(construct, trace);
}

/** Where the construct is made: the innermost call that is not in a package; nothing if not noted. */
export function sourceOf(construct: IConstruct, folder: string): SourceLine | undefined {
  for (const call of traces.get(construct)?.stack?.split('\n') ?? []) {
    const [, place = '', line, column] = CALL.exec(call) ?? [];
    const file = place.startsWith('file:') ? fileURLToPath(place) : place;
    if (file === '' || isInPackage(file)) continue;
    const name = relative(folder, file).replaceAll(sep, '/');
    return { file: name, line: Number(line), column: Number(column) };
  }
  return undefined;
}

/** `at new Web (/app/main.ts:14:3)`, `at file:///app/main.ts:14:3`. */
const CALL = /^\s+at (?:.*\()?((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/])[^()]*):(\d+):(\d+)\)?$/;

/** Folders of this package's own code; its examples and tests are a user's. */
const OWN = [resolve(__dirname, '..'), resolve(__dirname, '..', '..', 'stacks')];

function isInPackage(file: string): boolean {
  if (file.includes(`${sep}node_modules${sep}`)) return true;
  return OWN.some((folder) => file.startsWith(`${folder}${sep}`));
}
