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

/** So many of the cases: one for each label in turn, until there are enough; as many reach as do not. */
export function chooseCases(cases: readonly Case[], count: number, random: Random): Case[] {
  const shuffled = random.some(cases, cases.length);
  const reaching = shuffled.filter(({ answer }) => answer.verdict === 'reaches');
  const others = shuffled.filter(({ answer }) => answer.verdict !== 'reaches');
  const half = Math.ceil(count / 2);
  const taken = inTurn(others, Math.max(half, count - reaching.length));
  return [...taken, ...inTurn(reaching, count - taken.length)];
}

function inTurn(cases: readonly Case[], count: number): Case[] {
  const byLabel = new Map<string, Case[]>();
  for (const one of cases) {
    for (const label of one.labels) {
      const queue = byLabel.get(label);
      if (queue === undefined) byLabel.set(label, [one]);
      else queue.push(one);
    }
  }
  const reasons = new Set(cases.map(({ answer }) => answer.reason?.code));
  const share = Math.floor(count / reasons.size);
  const taken = new Set(cases.filter(isAmongFirst(share)));
  const queues = [...byLabel.values()];
  while (taken.size < Math.min(count, cases.length)) {
    for (const queue of queues) {
      let next = queue.pop();
      while (next !== undefined && taken.has(next)) next = queue.pop();
      if (next !== undefined && taken.size < count) taken.add(next);
    }
  }
  return [...taken];
}

/** Lets the first cases of each reason pass. */
function isAmongFirst(limit: number): (one: Case) => boolean {
  const counts = new Map<string, number>();
  return ({ answer: { reason } }) => {
    if (reason === undefined) return false;
    const count = (counts.get(reason.code) ?? 0) + 1;
    counts.set(reason.code, count);
    return count <= limit;
  };
}

/** For messages: who asks what. */
export function caseText({ question: { from, to, port, protocol } }: Case): string {
  const { kind, ...rest } = to;
  const target = Object.values(rest).map(String).join(' ');
  const at = port === undefined ? protocol : `${String(port)}/${protocol}`;
  return `${placeText(from)} -> ${kind} ${target} ${at}`;
}
