import { ConfigError } from '../errors';
import { isObject, own, pointer } from './json-value';

/** A line of a program. */
export interface SourceLine {
  /** The file, relative to the folder it is shown in; with `/` on every system. */
  readonly file: string;

  /** From 1. */
  readonly line: number;

  /** From 1. */
  readonly column: number;
}

/** File beside `topology.json` with the lines of the constructs that something was found about. */
export const LINES_FILE = 'topology.lines.json';

const LINES_VERSION = 1;

/** The JSON text of source lines, one entry a line: `"blog/db": "../../../main.ts:14:3"`. */
export function renderSourceLines(lines: ReadonlyMap<string, SourceLine>): string {
  const entries = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { file, line, column }]) => [id, `${file}:${String(line)}:${String(column)}`]);
  const document = { version: LINES_VERSION, lines: Object.fromEntries(entries) as unknown };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/**
 * Reads what {@link renderSourceLines} wrote. A later version says nothing to this one.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function parseSourceLines(document: unknown, at: string): Map<string, SourceLine> {
  const lines = own(document, 'lines');
  if (own(document, 'version') !== LINES_VERSION || !isObject(lines)) return new Map();
  return new Map(
    Object.keys(lines).map((id) => [id, parseLine(lines[id], pointer(pointer(at, 'lines'), id))]),
  );
}

function parseLine(text: unknown, at: string): SourceLine {
  const [, file, line, column] = LINE.exec(typeof text === 'string' ? text : '') ?? [];
  if (file !== undefined) return { file, line: Number(line), column: Number(column) };
  throw new ConfigError('SOURCE_MALFORMED', {
    at,
    problem: 'there is no file with line and column',
    fix: 'write it again with npx cdktf synth',
  });
}

const LINE = /^(.+):([1-9]\d{0,8}):([1-9]\d{0,8})$/;
