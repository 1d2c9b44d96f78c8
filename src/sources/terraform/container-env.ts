import type { Attributes } from './attributes';
import { constantOf } from './configuration';
import { HIDDEN } from './masked';

/** Environment variables of a container. */
export interface EnvPart {
  /** Variables whose value may be shown. */
  readonly env: Readonly<Record<string, string>>;

  /** Names of the others. */
  readonly secretEnv: readonly string[];

  /** `env` where there are variables of which not even the names are known. */
  readonly unknown: readonly string[];
}

interface Line {
  readonly name: string;

  /** Absent: not known, or not to be shown. */
  readonly value: string | undefined;
}

/**
 * The variables of a container. Terraform marks all of them as unknown, or sensitive, as soon as one
 * of them is; those that are written out without an expression are neither.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readEnv(attributes: Attributes, expression: unknown): EnvPart {
  const written = writtenLines(expression);
  if (attributes.isUnknown('env')) {
    return written === undefined ? NOTHING_KNOWN : partOf(written);
  }
  if (attributes.isSensitive('env')) {
    const shown = new Map(
      (written ?? []).filter((line) => line !== undefined).map(({ name, value }) => [name, value]),
    );
    const lines = sensitiveLines(attributes.raw('env'));
    return partOf(
      lines.map(({ name, value }) => ({ name, value: sameOnly(shown.get(name), value) })),
    );
  }
  const lines = attributes.texts('env');
  const known = lines.filter((line) => line !== HIDDEN).map(splitLine);
  return { ...partOf(known), unknown: known.length < lines.length ? ['env'] : [] };
}

const NOTHING_KNOWN: EnvPart = { env: {}, secretEnv: [], unknown: ['env'] };

function partOf(lines: readonly (Line | undefined)[]): EnvPart {
  const named = lines.filter((line) => line !== undefined);
  const env: [string, string][] = [];
  const secretEnv = new Set<string>();
  for (const { name, value } of named) {
    if (value === undefined) secretEnv.add(name);
    else env.push([name, value]);
  }
  return {
    env: Object.fromEntries(env.sort(([a], [b]) => (a < b ? -1 : 1))),
    secretEnv: [...secretEnv].sort(),
    unknown: named.length < lines.length ? ['env'] : [],
  };
}

/** The lines as cdktf writes them, those with an expression for a name as nothing. */
function writtenLines(expression: unknown): readonly (Line | undefined)[] | undefined {
  const constant = constantOf(expression);
  if (!Array.isArray(constant)) return undefined;
  return constant
    .filter((line) => typeof line === 'string')
    .map((line) => {
      const { name, value = '' } = splitLine(line);
      if (hasExpression(name)) return undefined;
      return { name: plain(name), value: hasExpression(value) ? undefined : plain(value) };
    });
}

/** What has no name like a variable's might be a secret itself, so it is not shown at all. */
function sensitiveLines(lines: unknown): readonly Line[] {
  if (!Array.isArray(lines)) return [];
  return lines
    .filter((line) => typeof line === 'string' && /^[A-Za-z_]\w*=/.test(line))
    .map((line: string) => splitLine(line));
}

function sameOnly(written: string | undefined, value: string | undefined): string | undefined {
  return written === value ? value : undefined;
}

function splitLine(line: string): Line {
  const index = line.indexOf('=');
  if (index === -1) return { name: line, value: '' };
  return { name: line.slice(0, index), value: line.slice(index + 1) };
}

/** Whether Terraform finds something to work out in the text; `$${` and `%%{` stand for themselves. */
function hasExpression(text: string): boolean {
  return /(?:^|[^$])\$\{|(?:^|[^%])%\{/.test(text);
}

function plain(text: string): string {
  return text.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{');
}
