import { createReach } from '../../src/analysis/reach/reach';
import { docker } from '../support/docker';
import { casesIn, chooseCases, type Case } from './cases';
import { disagreements, type Disagreement } from './compare';
import { Deployed } from './deployed';
import { Ground } from './ground';
import { measure, startMachines, type Machines } from './measure';
import { Random } from './random';
import { FAMILIES, scenarioOf, type Scenario } from './scenario';
import { IMAGE } from './scenario-containers';

/** What a scenario came to. */
export interface Compared {
  readonly scenario: Scenario;
  readonly measured: ReadonlyMap<Case, string>;
  readonly wrong: readonly Disagreement[];
}

/** An engine on its LAN with programs in every machine, on which one scenario after the other is tried. */
export class Site {
  private readonly ground: Ground;
  private machines: Machines | undefined;
  version = '';

  /** @param root folder with the programs of another engine; absent: the machine's own */
  constructor(root?: string) {
    this.ground = new Ground(root);
  }

  /** Makes the LAN and starts the engine. */
  async create(): Promise<void> {
    const { ground } = this;
    await ground.create();
    ground.startNameServer();
    this.machines = await startMachines(ground);
    await ground.useDaemon(FAMILIES[0]!.daemon);
    await ground.engine.load(IMAGE);
    const at = ground.engine.connection;
    this.version = await docker(...at, 'version', '--format', '{{.Server.Version}}');
  }

  /** Deploys the scenario of a seed and tries so many of its connections. */
  async compare(seed: number, count: number): Promise<Compared> {
    const scenario = scenarioOf(seed, this.version.replace(/\+.*/, ''));
    const all = casesIn(scenario.topology, createReach(scenario.topology));
    const cases = chooseCases(all, count, new Random(seed));
    const measured = await this.try(scenario, cases);
    return { scenario, measured, wrong: disagreements(scenario.topology, measured) };
  }

  /** Deploys the topology of a scenario and tries the connections. */
  async try(scenario: Scenario, cases: readonly Case[]): Promise<ReadonlyMap<Case, string>> {
    await this.ground.useDaemon(scenario.family.daemon);
    const deployed = new Deployed(this.ground, scenario.topology);
    try {
      await deployed.create();
      return await measure(cases, deployed, this.machines!);
    } finally {
      await deployed.remove();
    }
  }

  remove(): Promise<void> {
    return this.ground.remove();
  }
}

/** Compares every seed, the sites sharing the work; seeds of one family follow each other. */
export async function compareSeeds(
  seeds: readonly number[],
  sites: readonly Site[],
  count: number,
): Promise<Compared[]> {
  const familyOf = (seed: number): number => seed % FAMILIES.length;
  const left = [...seeds].sort((a, b) => familyOf(b) - familyOf(a) || b - a);
  const done: Compared[] = [];
  await Promise.all(
    sites.map(async (site) => {
      for (let seed = left.pop(); seed !== undefined; seed = left.pop()) {
        done.push(await site.compare(seed, count));
      }
    }),
  );
  return done.sort((a, b) => a.scenario.seed - b.scenario.seed);
}
