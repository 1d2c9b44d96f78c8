import type { SynthCase } from './cases';
import type { Measure } from './measure';
import { inTurn, median, medianRatio, type Pair } from './statistics';
import { usageOf, type Usage } from './usage';

const CONTAINERS = 5_000;
const MANY_CONTAINERS = 20_000;
const NETWORKS = 50;

/** Portolan against the provider's own classes: CPU time and peak memory of whole processes. */
export function measureSynth(rounds: number, detail: SynthCase['detail']): Measure[] {
  const pairs = inTurn(
    rounds,
    () => synthesize('portolan', CONTAINERS, detail),
    () => synthesize('raw', CONTAINERS, detail),
  );
  const suffix = detail === 'full' ? 'Full' : '';
  const subject = `${CONTAINERS.toLocaleString('en')} containers, ${detail}`;
  return [
    {
      name: `synthRatioToRaw${suffix}`,
      value: medianRatio(pairs, ({ cpuMs }) => cpuMs),
      text: `${subject}: CPU time, of the provider's classes`,
      samples: samplesOf(pairs, ({ cpuMs }) => cpuMs),
    },
    {
      name: `memoryRatioToRaw${suffix}`,
      value: medianRatio(pairs, ({ peakMb }) => peakMb),
      text: `${subject}: peak memory, of the provider's classes`,
      samples: samplesOf(pairs, ({ peakMb }) => peakMb),
    },
  ];
}

/** How the CPU time grows with the containers. */
export function measureGrowth(rounds: number): Measure[] {
  const pairs = inTurn(
    rounds,
    () => synthesize('portolan', MANY_CONTAINERS, 'plain'),
    () => synthesize('portolan', CONTAINERS, 'plain'),
  );
  return [
    {
      name: 'linearRatio',
      value: medianRatio(pairs, ({ cpuMs }) => cpuMs),
      text: 'CPU time of 20,000 containers, of that of 5,000',
      samples: samplesOf(pairs, ({ cpuMs }) => cpuMs),
    },
    {
      name: 'usPerContainer',
      value: (1_000 * addedMs(pairs)) / (MANY_CONTAINERS - CONTAINERS),
      text: 'CPU time that each further container adds, in microseconds',
    },
  ];
}

/** The time that 15,000 further containers add, against the same of the provider's classes. */
export function measureAdded(rounds: number): Measure[] {
  const added = (library: Library): number =>
    synthesize(library, MANY_CONTAINERS, 'plain').cpuMs -
    synthesize(library, CONTAINERS, 'plain').cpuMs;
  const pairs = inTurn(
    rounds,
    () => added('portolan'),
    () => added('raw'),
  );
  return [
    {
      name: 'addedRatioToRaw',
      value: medianRatio(pairs, (addedCpuMs) => addedCpuMs),
      text: `CPU time added from 5,000 to 20,000, of the provider's classes`,
      samples: pairs,
    },
  ];
}

type Library = 'portolan' | 'raw';

/** One synthesis in a process of its own. */
export function synthesize(
  library: Library,
  containers: number,
  detail: SynthCase['detail'],
): Usage {
  return usageOf(`synth-${library}`, [containers, NETWORKS, detail]);
}

function addedMs(pairs: readonly Pair<Usage>[]): number {
  return median(pairs.map(([many, few]) => many.cpuMs - few.cpuMs));
}

function samplesOf(pairs: readonly Pair<Usage>[], read: (usage: Usage) => number): number[][] {
  return pairs.map((pair) => pair.map((usage) => Math.round(read(usage))));
}
