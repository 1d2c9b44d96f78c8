import { isMeasured, type Measure, type MeasureName } from './measure';

/** Largest value that is good enough. What has no limit is told for information. */
export const LIMITS: Readonly<Partial<Record<MeasureName, number>>> = {
  synthRatioToRaw: 0.4,
  // The promises are about the plain case; the other one is held where a regression would show.
  synthRatioToRawFull: 0.5,
  memoryRatioToRaw: 0.7,
  memoryRatioToRawFull: 0.75,
  // Four times the containers; the rest is for what grows with memory in use.
  linearRatio: 4.6,
  synthRatioToCompose: 1,
  checkMs: 500,
  // Ten times the containers and networks.
  checkGrowth: 12,
  addressesMs: 300,
  addressesGrowth: 12,
  reachMs: 100,
  reachDistinctMs: 1_000,
  // A process that has read it tells who reaches whom in less time.
  reachRatioToReading: 1,
  reachRatioToCompose: 1,
  questionMs: 5,
  applyRatioToRaw: 1.05,
};

/** Times, which are longer on a slower machine; all the others are ratios of two programs on one machine. */
const TIMES: ReadonlySet<MeasureName> = new Set([
  'checkMs',
  'addressesMs',
  'reachMs',
  'reachDistinctMs',
  'questionMs',
  'usPerContainer',
]);

/** Whether the measure means the same on every machine. */
export function isRelative({ name }: Measure): boolean {
  return !TIMES.has(name);
}

/** A measure with a limit. What could not be measured is neither met nor missed. */
export interface Gate {
  readonly name: MeasureName;
  readonly value: number;
  readonly limit: number;
  readonly isMet: boolean;
}

/** The gates that the measures came to. */
export function gatesOf(measures: readonly Measure[]): Gate[] {
  return measures.filter(isMeasured).flatMap(({ name, value }) => {
    const limit = LIMITS[name];
    // Written so that a value that is no number misses.
    return limit === undefined ? [] : [{ name, value, limit, isMet: value <= limit }];
  });
}

/** One line for each missed gate. */
export function renderMissed(gates: readonly Gate[]): string[] {
  return gates
    .filter(({ isMet }) => !isMet)
    .map(
      ({ name, value, limit }) =>
        `missed: ${name} is ${value.toFixed(3)}, and at most ${String(limit)} is allowed`,
    );
}
