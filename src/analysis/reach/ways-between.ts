import type { ExposedPort } from '../../notation/publish';
import type { Answer } from './answer';
import type { Place } from './place';
import type { Reach } from './reach';

/** What all ways from some places to another one come to. */
export interface Ways {
  /** The best way that reaches. */
  readonly open?: Answer;

  /** The best way of which nobody knows, where none reaches. */
  readonly unknown?: Answer;

  /** The way that came furthest, where every one is closed. */
  readonly closed?: Answer;
}

/** Asks for every way from any of the places. */
export function waysBetween(
  reach: Reach,
  from: readonly Place[],
  to: Place,
  port: ExposedPort | undefined,
): Ways {
  const answers = from.flatMap((place) => reach.ways(place, to, port));
  const open = answers.find(({ verdict }) => verdict === 'reaches');
  if (open !== undefined) return { open };
  const unknown = answers.find(({ verdict }) => verdict === 'unknown');
  if (unknown !== undefined) return { unknown };
  const [closed] = answers;
  return closed === undefined ? {} : { closed };
}
