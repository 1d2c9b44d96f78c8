import type { Topology } from 'portolan/topology';
import { placeText, type Place } from '../../src/analysis/reach/place';
import type { Agent, Probe } from './agent';
import type { Case } from './cases';
import type { Deployed } from './deployed';
import { PLAN, type Ground } from './ground';

/** Programs in the places that are no containers. */
export interface Machines {
  readonly host: Agent;
  readonly neighbour: Agent;
  readonly routed: Agent;
  readonly outside: Agent;
}

/** Starts them: the host's own service answers on port 22, and somebody outside on port 80. */
export async function startMachines(ground: Ground): Promise<Machines> {
  const machines = {
    host: ground.agentIn('host'),
    neighbour: ground.agentIn('neighbour'),
    routed: ground.agentIn('routed'),
    outside: ground.agentIn('outside'),
  };
  await machines.host.listen([{ port: 22, protocol: 'tcp' }], 'host:local');
  await machines.outside.listen([{ port: 80, protocol: 'tcp' }], 'outside');
  return machines;
}

/** Tries every connection, all those of one place at once; the places take turns. */
export async function measure(
  cases: readonly Case[],
  deployed: Deployed,
  machines: Machines,
): Promise<ReadonlyMap<Case, string>> {
  const found = new Map<Case, string>();
  const byPlace = new Map<string, Case[]>();
  for (const one of cases) {
    const key = placeText(one.question.from);
    byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
  }
  await Promise.all(
    [...byPlace.values()].map((own) => measureFrom(own, deployed, machines, found)),
  );
  return found;
}

async function measureFrom(
  cases: readonly Case[],
  deployed: Deployed,
  machines: Machines,
  found: Map<Case, string>,
): Promise<void> {
  const { from } = cases[0]!.question;
  const agent = agentAt(from, deployed, machines);
  await lookUp(cases, from, agent, deployed, found);
  const left = cases.filter((one) => !found.has(one));
  const probes = left.map((one): Probe => {
    const { port, protocol } = one.question;
    const address = addressOf(one, deployed);
    return { address, protocol, ...(port === undefined ? {} : { port }) };
  });
  const outcomes = await agent.probe(probes);
  for (const [index, one] of left.entries()) found.set(one, outcomes[index]!);
}

/** Names come first: where the addresses are not those that were predicted, that is what is found. */
async function lookUp(
  cases: readonly Case[],
  from: Place,
  agent: Agent,
  deployed: Deployed,
  found: Map<Case, string>,
): Promise<void> {
  const named = cases.filter(({ question }) => question.to.kind === 'name');
  if (named.length === 0 || from.kind !== 'container') return;
  const names = named.map(({ question }) => (question.to.kind === 'name' ? question.to.name : ''));
  const answers = await agent.lookUp(names, deployed.of(from.id).root);
  for (const [index, one] of named.entries()) {
    const measured = [...new Set(answers[index])].sort();
    const predicted = [
      ...new Set(one.siblings.flatMap((each) => expectedAddress(each, deployed))),
    ].sort();
    const isSame = measured.join(' ') === predicted.join(' ');
    if (measured.length === 0) found.set(one, 'unresolved');
    else if (!isSame) found.set(one, `resolved to ${measured.join(' ')}`);
  }
}

function agentAt(from: Place, deployed: Deployed, machines: Machines): Agent {
  switch (from.kind) {
    case 'container':
      return deployed.of(from.id).agent;
    case 'host':
      return machines.host;
    case 'lan':
      return from.isRouted === true ? machines.routed : machines.neighbour;
    case 'outside':
      return machines.outside;
  }
}

/** The address that an answer leads to: what the prediction says, else what the engine gave. */
function addressOf(one: Case, deployed: Deployed): string {
  return expectedAddress(one.answer, deployed)[0] ?? '';
}

function expectedAddress(
  { address, to, by, verdict, family = 4 }: Case['answer'],
  deployed: Deployed,
): string[] {
  if (verdict === 'unresolved') return [];
  if (address !== undefined) return [address];
  if (to?.kind === 'outside') return [PLAN.outside];
  if (by.kind === 'gateway' && by.network !== undefined) {
    return [gatewayOf(deployed.topology, by.network)];
  }
  if (to?.kind !== 'container') return [];
  const { attachments } = deployed.of(to.id).container;
  const network = by.network ?? attachments[0]?.network ?? '';
  return [deployed.addressOf(to.id, network, family) ?? ''];
}

/** Only the default bridge has an address that no definition says. */
function gatewayOf({ networks }: Topology, id: string): string {
  const { subnets } = networks.find((one) => one.id === id)!;
  return subnets[0]?.gateway ?? PLAN.defaultBridge.replace(/\/.*/, '');
}
