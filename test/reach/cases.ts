import type { Topology } from 'portolan/topology';
import type { Answer } from '../../src/analysis/reach/answer';
import { placeText } from '../../src/analysis/reach/place';
import type { Question } from '../../src/analysis/reach/question';
import type { Reach } from '../../src/analysis/reach/reach';
import { labelsOf } from './labels';
import { questionsIn } from './questions';
import type { Random } from './random';

/** One connection that is predicted, and then tried. */
export interface Case {
  readonly question: Question;
  readonly answer: Answer;

  /** The answers to the same question, one for each address. */
  readonly siblings: readonly Answer[];

  /** What it is an example of. */
  readonly labels: readonly string[];
}

/** Every case of a scenario that the model decides. */
export function casesIn(topology: Topology, reach: Pick<Reach, 'ask'>): Case[] {
  return questionsIn(topology).flatMap((question) => {
    const siblings = reach.ask(question);
    return siblings
      .filter(({ verdict }) => verdict !== 'unknown')
      .map((answer) => ({
        question,
        answer,
        siblings,
        labels: labelsOf(topology, question, answer),
      }));
  });
}

/**
 * So many of the cases: those with labels that are rare among them before the others, and as many that
 * reach as do not.
 */
export function chooseCases(cases: readonly Case[], count: number, random: Random): Case[] {
  const counts = new Map<string, number>();
  for (const { labels } of cases) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const rarity = ({ labels }: Case): number =>
    Math.min(...labels.map((label) => counts.get(label)!));
  const shuffled = random.some(cases, cases.length);
  shuffled.sort((a, b) => rarity(a) - rarity(b));
  const reaching = shuffled.filter(({ answer }) => answer.verdict === 'reaches');
  const others = shuffled.filter(({ answer }) => answer.verdict !== 'reaches');
  const half = Math.ceil(count / 2);
  const taken = reaching.slice(0, Math.max(half, count - others.length));
  return [...taken, ...others.slice(0, count - taken.length)];
}

/** For messages: who asks what. */
export function caseText({ question: { from, to, port, protocol } }: Case): string {
  const { kind, ...rest } = to;
  const target = Object.values(rest).map(String).join(' ');
  const at = port === undefined ? protocol : `${String(port)}/${protocol}`;
  return `${placeText(from)} -> ${kind} ${target} ${at}`;
}
