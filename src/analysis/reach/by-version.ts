import { groupBy } from '../group-by';
import { listText } from '../text';
import type { Answer } from './answer';
import type { EngineLine } from './engine-rules';
import { placeText } from './place';
import { reasonOf } from './reason-texts';

/** One world's answers. */
export interface Told {
  readonly line: EngineLine | undefined;
  readonly answers: readonly Answer[];
}

interface Given {
  readonly answer: Answer;
  readonly line: string;
}

/** What holds in every world; where they differ, that it depends on the version. */
export function agreed(told: readonly Told[], hosts: readonly string[]): readonly Answer[] {
  const [first] = told;
  if (first === undefined) return [];
  if (told.length === 1) return first.answers;
  const given = told.flatMap(({ line = '', answers }) =>
    answers.map((answer) => ({ answer, line })),
  );
  return [...groupBy(given, ({ answer }) => keyOf(answer)).values()].flatMap((list) =>
    merged(list, told, hosts),
  );
}

function keyOf({ to, by, address = '', family, port = 0 }: Answer): string {
  const whom = to === undefined ? '' : placeText(to);
  return [whom, by.kind, by.name, by.network, address, String(family ?? ''), String(port)].join(
    ' ',
  );
}

function merged(
  given: readonly Given[],
  told: readonly Told[],
  hosts: readonly string[],
): Answer[] {
  const newest = given.at(-1)?.answer;
  if (newest === undefined) return [];
  const verdicts = new Set(given.map(({ answer }) => answer.verdict));
  // Engines that stop it in different ways agree that it does not reach.
  const isStopped = !verdicts.has('reaches') && !verdicts.has('unknown');
  if (given.length === told.length && (verdicts.size === 1 || isStopped)) return [newest];
  const texts = given.map(({ answer, line }) => `${answer.verdict} on ${line}`);
  const facts = { at: listText(hosts), detail: texts.join(', ') };
  return [{ ...newest, verdict: 'unknown', reason: reasonOf('ENGINE_VERSION_UNKNOWN', facts) }];
}
