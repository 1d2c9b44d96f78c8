import type { Measure } from './measure';
import { inTurn, median, medianRatio } from './statistics';
import { printedBy } from './usage';

/** What `check.ts` prints. */
interface Checked {
  readonly findings: number;
  readonly cpuMs: number;
}

/** Every rule over a large topology, and over one with a tenth of everything. */
export function measureCheck(rounds: number): Measure[] {
  const pairs = inTurn(
    rounds,
    () => check(10_000, 500),
    () => check(1_000, 50),
  );
  return [
    {
      name: 'checkMs',
      value: median(pairs.map(([large]) => large.cpuMs)),
      text: 'all rules over 10,000 containers on 500 networks, in ms of CPU time',
      samples: pairs.map((pair) => pair.map(({ cpuMs }) => Math.round(cpuMs))),
    },
    {
      name: 'checkGrowth',
      value: medianRatio(pairs, ({ cpuMs }) => cpuMs),
      text: 'the same, of a tenth of the containers and networks',
    },
  ];
}

function check(containers: number, networks: number): Checked {
  return JSON.parse(printedBy('check', [containers, networks])) as Checked;
}
