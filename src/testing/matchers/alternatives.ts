import type { Answer } from '../../analysis/reach/answer';
import { openText, wayText } from '../../analysis/reach/answer-text';
import { placeText } from '../../analysis/reach/place';
import type { Asked } from './asked';

/** How many alternatives a failure shows. */
export const NEAREST = 3;

/** Why a connection is not made, and what would open it: `...; ... [ICC_OFF]`. */
export function reasonText({ reason }: Answer): string {
  if (reason === undefined) return 'nothing stands in the way';
  return `${reason.problem}; ${reason.fix} [${reason.code}]`;
}

/** Ways that work to other ports, then what stands in the other ways: up to three. */
export function alternatives({ reach, from, to, port }: Asked, shown: Answer): string[] {
  const open = distinct(
    reach.ways(from, to).filter(({ verdict }) => verdict === 'reaches'),
    (answer) => `${String(answer.port)} ${answer.protocol}`,
  ).map((answer) => `it reaches ${placeText(to)} ${openText(answer, undefined)}`);
  const closed = distinct(
    reach.ways(from, to, port).filter(({ reason }) => reason?.fix !== shown.reason?.fix),
    ({ reason }) => reason?.fix ?? '',
  ).map((answer) => `${wayText(answer)}: ${reasonText(answer)}`);
  return [...open, ...closed].slice(0, NEAREST);
}

/** The first of those that have a key in common. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const found = new Map<string, T>();
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item);
  return [...found.values()];
}
