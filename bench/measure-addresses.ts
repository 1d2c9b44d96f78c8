import type { Measure } from './measure';
import { inTurn, median, medianRatio } from './statistics';
import { printedBy } from './usage';

/** What `addresses.ts` prints. */
interface Planned {
  readonly cpuMs: number;
}

/** Usable addresses of a /16 that its gateway leaves. */
const ALL = 65_533;

/** Every address of a /16 for a container of its own, and a tenth of them. */
export function measureAddresses(rounds: number): Measure[] {
  const pairs = inTurn(
    rounds,
    () => plan(ALL),
    () => plan(Math.round(ALL / 10)),
  );
  return [
    {
      name: 'addressesMs',
      value: median(pairs.map(([all]) => all.cpuMs)),
      text: 'every address of a /16 handed out by an address plan, in ms of CPU time',
      samples: pairs.map((pair) => pair.map(({ cpuMs }) => Math.round(cpuMs))),
    },
    {
      name: 'addressesGrowth',
      value: medianRatio(pairs, ({ cpuMs }) => cpuMs),
      text: 'the same, of a tenth of the addresses',
    },
  ];
}

function plan(containers: number): Planned {
  return JSON.parse(printedBy('addresses', [containers])) as Planned;
}
