import type { Topology } from 'portolan/topology';
import { createReach } from '../../src/analysis/reach/reach';
import type { Case } from './cases';
import { caseText } from './cases';
import { disagreements, disagreementText, type Disagreement } from './compare';
import type { Site } from './run';
import type { Scenario } from './scenario';

/**
 * The smallest topology that still shows the disagreement: containers, then networks, are left out one by one
 * as long as it does.
 */
export async function shrink(site: Site, scenario: Scenario, wrong: Disagreement): Promise<string> {
  let [smallest, shown] = [scenario.topology, wrong];
  for (const { id } of scenario.topology.containers) {
    const found = await shows(site, scenario, withoutContainer(smallest, id), wrong);
    if (found !== undefined) [smallest, shown] = [found.topology, found.wrong];
  }
  for (const { id } of scenario.topology.networks) {
    const found = await shows(site, scenario, withoutNetwork(smallest, id), wrong);
    if (found !== undefined) [smallest, shown] = [found.topology, found.wrong];
  }
  return `${disagreementText(shown)}\n${describeSmall(smallest)}`;
}

async function shows(
  site: Site,
  scenario: Scenario,
  topology: Topology | undefined,
  { case: { question } }: Disagreement,
): Promise<{ readonly topology: Topology; readonly wrong: Disagreement } | undefined> {
  if (topology === undefined || !isAskable(topology, question)) return undefined;
  const siblings = createReach(topology).ask(question);
  const cases = siblings.map((answer): Case => ({ question, answer, siblings, labels: [] }));
  const measured = await site.try({ ...scenario, topology }, cases);
  const [wrong] = disagreements(topology, measured);
  return wrong === undefined ? undefined : { topology, wrong };
}

/** Whether those at both ends are still there. */
function isAskable({ containers, networks }: Topology, { from, to }: Case['question']): boolean {
  const ids = [...containers, ...networks].map(({ id }) => id);
  const needed = [
    ...(from.kind === 'container' ? [from.id] : []),
    ...(to.kind === 'container-address' ? [to.container, to.network] : []),
    ...(to.kind === 'gateway' ? [to.network] : []),
  ];
  return needed.every((id) => ids.includes(id));
}

function withoutContainer(topology: Topology, id: string): Topology | undefined {
  const isNeeded = topology.containers.some(
    ({ modeContainer, links }) => modeContainer === id || links.some((one) => one.container === id),
  );
  if (isNeeded) return undefined;
  return { ...topology, containers: topology.containers.filter((one) => one.id !== id) };
}

function withoutNetwork(topology: Topology, id: string): Topology | undefined {
  const isNeeded =
    topology.containers.some(({ attachments }) =>
      attachments.some(({ network }) => network === id),
    ) ||
    topology.hosts.some(({ forwardRules = [] }) =>
      forwardRules.some(({ from, to }) => from === id || to === id),
    );
  if (isNeeded || id.includes(':')) return undefined;
  return { ...topology, networks: topology.networks.filter((one) => one.id !== id) };
}

function describeSmall({ hosts, networks, containers }: Topology): string {
  const kept = {
    daemon: hosts[0]?.daemon,
    forwardRules: hosts[0]?.forwardRules,
    networks,
    containers,
  };
  return JSON.stringify(kept, (_, value: unknown) => (isEmpty(value) ? undefined : value));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === false;
}

/** For messages: who asks what, and the seed that shows it. */
export function seedText({ seed, family }: Scenario, { case: one }: Disagreement): string {
  return `seed ${String(seed)} (${family.title}): ${caseText(one)}`;
}
