/** Gives every address of a block to a container of its own, one by one, and prints the CPU time as JSON. */
import { EMPTY_LOCK } from '../src/addresses/lock';
import { planAddresses, type Plan } from '../src/addresses/plan';
import type { NetworkRequest } from '../src/addresses/request';
import { parseCidr } from '../src/ip/cidr';

const [containers = 65_533] = process.argv.slice(2).map(Number);

/** One network that is as large as the pool, and a container for each address that is not the gateway's. */
const network: NetworkRequest = {
  path: 'bench/net',
  space: {
    pools: [parseCidr('10.20.0.0/16', 'bench')],
    reserved: [],
    avoided: [],
    prefixes: { 4: 16, 6: 64 },
  },
  families: [4],
  prefixes: {},
  members: Array.from({ length: containers }, (_, index) => ({
    path: `bench/c${String(index)}`,
    wishes: { 4: 'planned', 6: 'planned' },
  })),
};

function run(previous: Plan['lock']): { plan: Plan; given: number; cpuMs: number } {
  const before = process.cpuUsage();
  const plan = planAddresses({ networks: [network], previous, today: '2026-01-01', keepDays: 30 });
  const { addressOf } = plan.networks.get(network.path)!;
  const given = new Set(network.members.map(({ path }) => addressOf(path, 4)));
  const { user, system } = process.cpuUsage(before);
  return { plan, given: given.size, cpuMs: (user + system) / 1000 };
}

const first = run(EMPTY_LOCK);
const again = run(first.plan.lock);
console.log(
  JSON.stringify({
    containers,
    given: first.given,
    problems: first.plan.problems.length,
    cpuMs: first.cpuMs,
    againCpuMs: again.cpuMs,
  }),
);
