import { ConfigError } from '../errors';

/** Largest source; the plan of ten thousand containers takes about forty mebibytes. */
export const MAX_SOURCE_BYTES = 64 * 1024 * 1024;

/** Most values in one source, so that reading it takes a bounded amount of memory. */
const MAX_VALUES = 8_000_000;

/** Deepest nesting; a plan nests three levels for each module, and a dozen below. */
const MAX_DEPTH = 200;

/**
 * Reads JSON that may come from anyone: its size, depth and number of values are checked before it
 * is parsed.
 *
 * @param at - the file's name, for messages
 * @throws ConfigError `SOURCE_TOO_LARGE`, `SOURCE_MALFORMED`
 */
export function readJson(bytes: Uint8Array, at: string): unknown {
  checkSize(bytes.length, at);
  checkEncoding(bytes, at);
  checkShape(bytes, at);
  const text = decode(bytes, at);
  const value = parse(text, at);
  // Only text with these in it can have such a key.
  if (/__proto__|\\u/.test(text)) checkKeys(value, at);
  return value;
}

/**
 * Refuses a source that is larger than anything real.
 *
 * @throws ConfigError `SOURCE_TOO_LARGE`
 */
export function checkSize(bytes: number, at: string): void {
  if (bytes > MAX_SOURCE_BYTES)
    throw tooLarge(at, `is larger than ${String(MAX_SOURCE_BYTES / 2 ** 20)} MiB`);
}

function tooLarge(at: string, problem: string): ConfigError {
  return new ConfigError('SOURCE_TOO_LARGE', {
    at,
    problem: `the source ${problem}`,
    fix: 'check a part of it: one stack, or one state, at a time',
  });
}

function checkEncoding(bytes: Uint8Array, at: string): void {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) {
    throw malformed(
      at,
      'the file is a binary Terraform plan',
      `write it as JSON: terraform show -json ${at} > plan.json`,
    );
  }
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!isUtf16 && !bytes.includes(0)) return;
  throw malformed(
    at,
    isUtf16 ? 'the file is UTF-16 text' : 'the file has zero bytes in it, so it is not text',
    isUtf16
      ? 'write it as UTF-8; PowerShell does with: | Out-File -Encoding utf8'
      : 'name a JSON file',
  );
}

/** One walk over the bytes: how deep they nest, and how many values there are. */
function checkShape(bytes: Uint8Array, at: string): void {
  let depth = 0;
  let values = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === QUOTE) index = endOfText(bytes, index);
    const step = NESTING[byte] ?? 0;
    if (step > 0 || byte === COMMA) values += 1;
    depth += step;
    if (depth > MAX_DEPTH) throw tooDeep(at);
  }
  if (values > MAX_VALUES) throw tooLarge(at, `has more than ${String(MAX_VALUES)} values`);
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;

/** What each byte does to the depth. */
const NESTING = Int8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte);
  if ('[{'.includes(sign)) return 1;
  return ']}'.includes(sign) ? -1 : 0;
});

/** Index of the quote that ends the text beginning at an index. */
function endOfText(bytes: Uint8Array, start: number): number {
  let index = start + 1;
  while (index < bytes.length && bytes[index] !== QUOTE) {
    index += bytes[index] === BACKSLASH ? 2 : 1;
  }
  return index;
}

function tooDeep(at: string): ConfigError {
  return malformed(
    at,
    `the file nests more than ${String(MAX_DEPTH)} levels`,
    'name a file that Portolan or Terraform wrote',
  );
}

function decode(bytes: Uint8Array, at: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw malformed(at, 'the file is not UTF-8 text', 'write it as UTF-8');
  }
}

function parse(text: string, at: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const where = text.trim() === '' ? 'the file is empty' : `the file is not JSON (${reason})`;
    throw malformed(at, where.replace(/\p{Cc}/gu, ' '), 'write it again');
  }
}

/** A key that means something to JavaScript itself; nothing that Docker knows is called so. */
function checkKeys(value: unknown, at: string): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (Object.hasOwn(next, '__proto__')) {
      throw malformed(at, "the file has the key '__proto__'", 'remove it');
    }
    for (const inner of Object.values(next)) if (typeof inner === 'object') open.push(inner);
  }
}

function malformed(at: string, problem: string, fix: string): ConfigError {
  return new ConfigError('SOURCE_MALFORMED', { at, problem, fix });
}
