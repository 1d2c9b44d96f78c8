import type { Answer, Hop, Verdict, Way } from '../analysis/reach/answer';
import { placeText } from '../analysis/reach/place';
import { printable } from './printable';
import { PLAIN_STYLE, table, type TextStyle } from './text';

/** Version of the JSON form of answers; it grows when something is renamed or removed. */
const ANSWERS_VERSION = 1;

/** Answers for programs; the form is described in `docs/guide/reach-cli.md`. */
export function renderAnswersJson(answers: readonly Answer[]): string {
  const entries = answers.map(({ from, to, ...rest }) => ({
    from: placeText(from),
    ...(to === undefined ? {} : { to: placeText(to) }),
    ...rest,
  }));
  return `${JSON.stringify({ version: ANSWERS_VERSION, answers: entries }, null, 2)}\n`;
}

/**
 * Every way from one place to another, the path of the best one, and, where none leads there, what stands
 * in the way of it.
 *
 * @param answers - the best first
 */
export function renderWays(
  from: string,
  to: string,
  answers: readonly Answer[],
  style: TextStyle = PLAIN_STYLE,
): string {
  const [best] = answers;
  if (best === undefined) return printable(`There is no way from ${from} to ${to}.`);
  const rows = answers.map((answer) => [
    wayText(answer.by),
    answer.address ?? '',
    portText(answer),
    verdictText(answer),
  ]);
  return [
    style.heading(printable(`${from} to ${to}: ${SUMMARIES[best.verdict]}`)),
    ...table(rows.map(printableRow), ['BY', 'ADDRESS', 'PORT', 'ANSWER'], style),
    '',
    ...pathOf(best, style),
  ].join('\n');
}

const SUMMARIES: Readonly<Record<Verdict, string>> = {
  reaches: 'reaches',
  unknown: 'not known',
  blocked: 'does not reach',
  refused: 'does not reach',
  unresolved: 'does not reach',
  'no-route': 'does not reach',
};

/**
 * What a place reaches and what it does not, a line for each target and port, by the best way.
 *
 * @param best - the best answer for each target and port
 */
export function renderReached(
  from: string,
  best: readonly Answer[],
  style: TextStyle = PLAIN_STYLE,
): string {
  const reached = best.filter(({ verdict }) => verdict === 'reaches');
  const others = best.filter(({ verdict }) => verdict !== 'reaches');
  const blocks = [
    section(
      `${from} reaches`,
      table(
        reached.map((answer) =>
          printableRow([targetText(answer), portText(answer), wayText(answer.by)]),
        ),
        ['TO', 'PORT', 'BY'],
        style,
      ),
      style,
    ),
    section(
      `${from} does not reach, or nobody knows`,
      table(
        others.map((answer) =>
          printableRow([targetText(answer), portText(answer), verdictText(answer)]),
        ),
        ['TO', 'PORT', 'ANSWER'],
        style,
      ),
      style,
    ),
  ].filter((lines) => lines.length > 0);
  if (blocks.length === 0) return printable(`There is nobody that ${from} could reach.`);
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function section(heading: string, lines: readonly string[], style: TextStyle): string[] {
  return lines.length === 0 ? [] : [style.heading(printable(heading)), ...lines];
}

function printableRow(cells: readonly string[]): string[] {
  return cells.map(printable);
}

function targetText({ to }: Answer): string {
  return to === undefined ? '' : placeText(to);
}

function portText({ port, protocol }: Answer): string {
  if (protocol === 'icmp') return 'any (ping)';
  return `${port === undefined ? 'ephemeral' : String(port)}/${protocol}`;
}

function verdictText({ verdict, reason }: Answer): string {
  return reason === undefined ? verdict : `${verdict}: ${reason.code}`;
}

const KINDS: Readonly<Record<Way['kind'], string>> = {
  name: 'name',
  alias: 'alias',
  hostname: 'host name',
  link: 'link',
  'extra-host': 'extra host',
  'container-address': 'own address',
  gateway: 'gateway',
  'host-address': 'address of the host',
  loopback: 'loopback',
  outside: 'address',
};

function wayText({ kind, name, network }: Way): string {
  const what = name === undefined ? KINDS[kind] : `${KINDS[kind]} ${name}`;
  return network === undefined ? what : `${what} in ${network}`;
}

function pathOf(answer: Answer, style: TextStyle): string[] {
  const { by, path, reason } = answer;
  const heading = `by ${wayText(by)}, port ${portText(answer)}`;
  const hops = table(path.map(hopRow).map(printableRow), ['PASSES', 'AT', ''], style);
  if (reason === undefined) return [style.heading(printable(heading)), ...hops];
  const { problem, fix, code } = reason;
  return [
    style.heading(printable(heading)),
    ...hops,
    printable(`${SUMMARIES[answer.verdict]}: ${problem}; ${fix} [${code}]`),
  ];
}

function hopRow({ kind, at, note = '' }: Hop): string[] {
  return [kind, at, note];
}
