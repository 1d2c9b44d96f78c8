/**
 * Measures Portolan against the provider's own classes.
 *
 *     npm run bench -- [--quick] [--apply] [--check] [--json file]
 *
 * The table goes to stderr, the JSON to stdout or into the file. `--quick` does fewer rounds, and
 * applies nothing unless `--apply` says so. With `--check`, a missed limit fails.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gatesOf, isRelative, renderMissed } from './gates';
import { hostFacts } from './host-facts';
import type { Measure } from './measure';
import { measureAddresses } from './measure-addresses';
import { measureApply } from './measure-apply';
import { measureCheck } from './measure-check';
import { measureCompose } from './measure-compose';
import { measureReach } from './measure-reach';
import { measureAdded, measureGrowth, measureSynth } from './measure-synth';
import { renderJson, renderTable } from './report';

interface Plan {
  readonly rounds: number;
  readonly steps: readonly (() => Measure[])[];
}

main();

function main(): void {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      apply: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const { rounds, steps } = values.quick ? quickPlan() : wholePlan();
  const apply = values.apply || !values.quick ? [() => measureApply(rounds)] : [];
  const measures = [...steps, ...apply].flatMap((step) => {
    const found = step();
    // Line by line: the whole takes minutes.
    process.stderr.write(renderTable(found));
    return found;
  });
  // A quick run may be anywhere, so it promises no times.
  const gates = gatesOf(values.quick ? measures.filter(isRelative) : measures);
  const report = { host: hostFacts(), rounds, measures, gates };

  if (values.json === undefined) process.stdout.write(renderJson(report));
  else writeFileSync(values.json, renderJson(report));

  const missed = renderMissed(gates);
  for (const line of missed) console.error(line);
  if (values.check && missed.length > 0) process.exitCode = 1;
}

function quickPlan(): Plan {
  const rounds = 3;
  return {
    rounds,
    steps: [
      () => measureSynth(rounds, 'plain'),
      () => measureSynth(rounds, 'full'),
      () => measureGrowth(rounds),
      () => measureCompose(rounds),
      () => measureCheck(rounds),
      () => measureAddresses(rounds),
      () => measureReach(rounds),
    ],
  };
}

function wholePlan(): Plan {
  const rounds = 5;
  return {
    rounds,
    steps: [
      () => measureSynth(rounds, 'plain'),
      () => measureSynth(rounds, 'full'),
      () => measureGrowth(rounds),
      // Half a minute of CPU time each.
      () => measureAdded(1),
      () => measureCompose(rounds),
      () => measureCheck(rounds),
      () => measureAddresses(rounds),
      () => measureReach(rounds),
    ],
  };
}
