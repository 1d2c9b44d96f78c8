import type { Measure } from './measure';
import type { Spread } from './reach-topology';
import { median } from './statistics';
import { printedBy } from './usage';

/** What `reach.ts` prints. */
interface Related {
  readonly readMs: number;
  readonly relateMs: number;
  readonly questionMs: number;
}

/** Who reaches whom in a large topology, by classes, and by single questions. */
export function measureReach(rounds: number): Measure[] {
  const few = Array.from({ length: rounds }, () => relate('few'));
  const distinct = Array.from({ length: rounds }, () => relate('distinct'));
  return [
    {
      name: 'reachMs',
      value: median(few.map(({ relateMs }) => relateMs)),
      text: 'who reaches whom among 10,000 containers on 500 networks, one to three each, in ms of CPU time',
      samples: few.map(({ relateMs }) => Math.round(relateMs)),
    },
    {
      name: 'reachDistinctMs',
      value: median(distinct.map(({ relateMs }) => relateMs)),
      text: 'the same where no two are in the same networks',
      samples: distinct.map(({ relateMs }) => Math.round(relateMs)),
    },
    {
      name: 'reachRatioToReading',
      value: median(few.map(({ relateMs, readMs }) => relateMs / readMs)),
      text: 'the first, of the time to read the topology',
    },
    {
      name: 'questionMs',
      value: median(few.map(({ questionMs }) => questionMs)),
      text: 'one question with every way and its path, in ms: 95 of 100 take no longer',
    },
  ];
}

function relate(spread: Spread): Related {
  return JSON.parse(printedBy('reach', [10_000, 500, spread])) as Related;
}
