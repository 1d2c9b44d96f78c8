import { Testing } from 'cdktf';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import * as portolan from 'portolan';
import * as stacks from 'portolan/stacks';
import { findingsOf } from 'portolan/testing';
import { findFindings, parseTopology, type Finding } from 'portolan/topology';
import ts from 'typescript';

const folder = resolve(__dirname, '..', '..', 'docs', 'rules');

/** An example of a page: a piece of a program, or a topology as JSON. */
export interface Example {
  readonly language: 'ts' | 'json';
  readonly code: string;
}

/** The page of one rule. */
export interface RulePage {
  readonly title: string;
  readonly level: string;

  /** Rows of the catalogue of mistakes. */
  readonly covers: readonly string[];
  readonly wrong: Example;

  /** What Portolan says of the wrong example. */
  readonly message: string;
  readonly right: Example;
}

const PAGE = [
  /^# (?<title>\w+)\n\n/,
  /(?<level>error|warning|note)(?:, mistakes? (?<covers>[A-Z]\d+(?:, [A-Z]\d+)*))?\n\n/,
  /(?:(?!## ).*\n)+/,
  /## Wrong\n\n(?:(?!```).*\n)*```(?<wrongLanguage>ts|json)\n(?<wrong>[^]*?)\n```\n\n/,
  /```text\n(?<message>[^]*?)\n```\n\n/,
  /## Right\n\n(?:(?!```).*\n)*```(?<rightLanguage>ts|json)\n(?<right>[^]*?)\n```\n/,
];

/** Text of the page, as `docs/rules` has it. */
function pageText(code: string): string {
  return readFileSync(join(folder, `${code}.md`), 'utf8');
}

/**
 * Reads a page by the form that every page has.
 *
 * @throws RangeError when it has another form
 */
export function readPage(code: string): RulePage {
  const form = new RegExp(PAGE.map(({ source }) => source).join(''));
  const parts = form.exec(pageText(code))?.groups;
  if (parts === undefined) throw new RangeError(`docs/rules/${code}.md has not the form of a page`);
  const text = (key: string): string => parts[key] ?? '';
  const example = (key: string): Example => ({
    language: text(`${key}Language`) === 'json' ? 'json' : 'ts',
    code: text(key),
  });
  return {
    title: text('title'),
    level: text('level'),
    covers: text('covers') === '' ? [] : text('covers').split(', '),
    wrong: example('wrong'),
    message: text('message'),
    right: example('right'),
  };
}

/** What the checks find in an example; a program has an `app` and in it the `stack` named shop. */
export function findingsIn({ language, code }: Example): Finding[] {
  if (language === 'json') return findFindings(parseTopology(code, 'example'));
  const app = Testing.app();
  const stack = code.includes("(app, 'shop'") ? undefined : new portolan.DockerStack(app, 'shop');
  const names: Record<string, unknown> = { ...portolan, ...stacks, app, stack };
  const body = ts.transpile(`${code}\nreturn [${firstStack(code)}];`, {
    target: ts.ScriptTarget.ES2022,
  });
  const program = compileFunction(body, Object.keys(names)) as (
    ...values: readonly unknown[]
  ) => [portolan.DockerStack];
  return findingsOf(program(...Object.values(names))[0]);
}

/** The variable that holds a stack of the example. */
function firstStack(code: string): string {
  return /const (\w+) = new DockerStack\(/.exec(code)?.[1] ?? 'stack';
}
