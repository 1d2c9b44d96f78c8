import { gatesOf, type Gate } from './gates';
import type { HostFacts } from './host-facts';
import { isMeasured, type Measure } from './measure';

/** What the bench found, for people and for programs. */
export interface Report {
  readonly host: HostFacts;
  readonly rounds: number;
  readonly measures: readonly Measure[];
  readonly gates: readonly Gate[];
}

/** One line a measure: its value, its limit where it has one, and what it is. */
export function renderTable(measures: readonly Measure[]): string {
  const gates = gatesOf(measures);
  const lines = measures.map((measure) => {
    const name = measure.name.padEnd(22);
    if (!isMeasured(measure))
      return `${name}${'-'.padStart(9)}${' '.repeat(12)}  skipped: ${measure.skipped}`;
    const gate = gates.find((each) => each.name === measure.name);
    const limit = gate === undefined ? '' : `${gate.isMet ? '<=' : ' >'} ${String(gate.limit)}`;
    return `${name}${renderValue(measure.value).padStart(9)}  ${limit.padEnd(10)}  ${measure.text}`;
  });
  return `${lines.join('\n')}\n`;
}

/** Each measure by its name, null where it was skipped, then what stands behind them. */
export function renderJson({ host, rounds, measures, gates }: Report): string {
  const numbers = measures.map((measure) => [
    measure.name,
    isMeasured(measure) ? Number(measure.value.toFixed(3)) : null,
  ]);
  const samples = measures
    .filter(isMeasured)
    .flatMap(({ name, samples: values }) => (values === undefined ? [] : [[name, values]]));
  const skipped = measures.flatMap((measure) =>
    isMeasured(measure) ? [] : [[measure.name, measure.skipped]],
  );
  const report = {
    ...Object.fromEntries(numbers),
    host,
    rounds,
    gates,
    skipped: Object.fromEntries(skipped),
    samples: Object.fromEntries(samples),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

function renderValue(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(3);
}
