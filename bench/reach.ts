/**
 * Relates the containers of a topology by classes, again and again, then asks single questions, and prints the
 * times as JSON.
 *
 *     node build/bench/reach.js 10000 500 few|distinct [rounds] [questions]
 */
import { createModel } from '../src/analysis/model';
import { createReach } from '../src/analysis/reach/reach';
import { createRelation } from '../src/analysis/reach/relation/relation';
import { parseTopology } from '../src/topology/parse';
import { reachDocument, type Spread } from './reach-topology';
import { median } from './statistics';

const [containers = '10000', networks = '500', spread = 'few', rounds = '15', questions = '1000'] =
  process.argv.slice(2);

const text = JSON.stringify(reachDocument(Number(containers), Number(networks), spread as Spread));
const start = process.cpuUsage();
const topology = parseTopology(text, 'bench');
const readMs = cpuMsSince(start);

/** CPU time of one relation of a topology that is indexed anew, so that nothing is known of it. */
function relate(): number {
  const model = createModel(topology);
  const before = process.cpuUsage();
  createRelation(model).count();
  return cpuMsSince(before);
}

function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Every way between two containers on a port, each with its path. */
function ask(index: number): number {
  const { length } = topology.containers;
  const from = topology.containers[index % length]!;
  const to = topology.containers[(index * 7 + 1) % length]!;
  const port = { port: 80, protocol: 'tcp' } as const;
  const start = performance.now();
  const ways = reach.ways(
    { kind: 'container', id: from.id },
    { kind: 'container', id: to.id },
    port,
  );
  const elapsed = performance.now() - start;
  if (ways.length === 0 || ways.some(({ path }) => path.length === 0)) {
    throw new RangeError(`there is no path from ${from.id} to ${to.id}`);
  }
  return elapsed;
}

const relateMs = median(Array.from({ length: Number(rounds) }, relate));
const reach = createReach(topology);
const asked = Array.from({ length: Number(questions) }, (_, index) => ask(index));
const slow = asked.toSorted((a, b) => a - b).at(Math.floor(asked.length * 0.95));
console.log(JSON.stringify({ readMs, relateMs, questionMs: slow }));
