import fc from 'fast-check';
import { createModel, type Model } from '../../../../src/analysis/model';
import { createReach, type Reach } from '../../../../src/analysis/reach/reach';
import type { Answer } from '../../../../src/analysis/reach/answer';
import {
  createRelation,
  relationOf,
  type Relation,
} from '../../../../src/analysis/reach/relation/relation';
import { networkOwner, networksOf } from '../../../../src/analysis/shared-networks';
import type { Container } from '../../../../src/topology/container';
import { partsArbitrary } from './parts';
import { topologyOf, type Parts } from '../../topologies';

type Verdict = 'address' | 'published' | 'unknown' | 'none';

/** Whether anything gets there, whoever answers. */
function openness(answers: readonly Answer[]): 'yes' | 'no' | 'unknown' {
  const found = answers.map(({ verdict, reason }) =>
    reason?.code === 'NOT_LISTENING' ? 'reaches' : verdict,
  );
  if (found.includes('reaches')) return 'yes';
  return found.includes('unknown') ? 'unknown' : 'no';
}

/** Asked pair by pair, on the whole topology. */
class Pairwise {
  constructor(private readonly reach: Reach) {}

  verdict(a: Container, b: Container): Verdict {
    const { model } = this.reach;
    const [asking, owner] = [networkOwner(model, a), networkOwner(model, b)];
    if (asking === undefined || owner === undefined) throw new RangeError('no such stack');
    if (isOneStack(model, a.id, b.id)) return 'address';
    const address = openness(
      owner.mode === 'host' ? this.toHost(a, owner) : this.toAddress(a, owner),
    );
    if (address === 'yes') return 'address';
    const published = openness(this.toPublished(a, asking, owner));
    if (published === 'yes') return 'published';
    return address === 'unknown' || published === 'unknown' ? 'unknown' : 'none';
  }

  private toAddress(a: Container, owner: Container): Answer[] {
    return (networksOf(this.reach.model, owner) ?? []).flatMap((network) =>
      ([4, 6] as const).flatMap((family) =>
        family === 6 && !network.ipv6
          ? []
          : this.reach.ask({
              from: { kind: 'container', id: a.id },
              to: { kind: 'container-address', container: owner.id, network: network.id, family },
              protocol: 'icmp',
            }),
      ),
    );
  }

  private toHost(a: Container, owner: Container): Answer[] {
    const from = { kind: 'container', id: a.id } as const;
    const asking = networkOwner(this.reach.model, a);
    const gateways = (asking?.attachments ?? []).flatMap(({ network }) =>
      this.reach.model.networks.get(network)?.driver === 'bridge' && asking?.host === owner.host
        ? this.reach.ask({ from, to: { kind: 'gateway', network, family: 4 }, protocol: 'icmp' })
        : [],
    );
    const lan = this.reach.ask({
      from,
      to: { kind: 'host-address', host: owner.host, family: 4 },
      protocol: 'icmp',
    });
    return [...gateways, ...lan];
  }

  /** By the host's addresses, at its own in networks that the asker is not in, and by a link. */
  private toPublished(a: Container, asking: Container, owner: Container): Answer[] {
    const own = networksOf(this.reach.model, asking) ?? [];
    const shares = (network: string | undefined): boolean => own.some(({ id }) => id === network);
    const isLinked = asking.links.some(({ container }) => container === owner.id);
    return this.reach
      .ways({ kind: 'container', id: a.id }, { kind: 'container', id: owner.id })
      .filter(({ by, port, protocol }) => {
        // What is bound to loopback is closed to everybody else, however they would get to the host.
        const isLocal = owner.publish.some(
          ({ hostPort, hostIp }) => hostPort === port && hostIp?.startsWith('127.') === true,
        );
        if (['gateway', 'host-address'].includes(by.kind)) return !isLocal;
        if (by.kind === 'loopback') return true;
        if (by.kind !== 'container-address') return false;
        const isPublished = owner.publish.some(
          (one) => one.containerPort === port && one.protocol === protocol,
        );
        return isLinked || (isPublished && !shares(by.network));
      });
  }
}

/** Whoever shares a stack reaches the other one by loopback, whatever their class reaches. */
function isOneStack(model: Model, a: string, b: string): boolean {
  return stackOf(model, a) === stackOf(model, b);
}

function stackOf(model: Model, id: string): Container | string | undefined {
  const container = model.containers.get(id);
  const owner = container === undefined ? undefined : networkOwner(model, container);
  return owner?.mode === 'host' ? owner.host : owner;
}

function inClasses(relation: Relation, { model }: Reach, a: string, b: string): Verdict {
  if (isOneStack(model, a, b)) return 'address';
  const classOf = (id: string): number =>
    relation.classes.findIndex(({ containers }) => containers.includes(id));
  const to = classOf(b);
  const { address, published, unknown } = relation.targetsOf(classOf(a));
  if (address.includes(to)) return 'address';
  if (published.includes(to)) return 'published';
  return unknown.includes(to) ? 'unknown' : 'none';
}

function compare(parts: Parts): { all: string[]; seen: Verdict[] } {
  const topology = topologyOf(parts);
  const model = createModel(topology);
  const reach = createReach(topology);
  const pairwise = new Pairwise(reach);
  const relation = createRelation(model);
  const all: string[] = [];
  const seen: Verdict[] = [];
  for (const a of topology.containers) {
    for (const b of topology.containers) {
      if (a === b) continue;
      const [one, other] = [pairwise.verdict(a, b), inClasses(relation, reach, a.id, b.id)];
      seen.push(one);
      if (one !== other) all.push(`${a.id} to ${b.id}: ${one}, by classes ${other}`);
    }
  }
  return { all, seen };
}

test('classes say what pairs say', () => {
  const counts = new Map<Verdict, number>();
  fc.assert(
    fc.property(partsArbitrary, (parts) => {
      const { all, seen } = compare(parts);
      for (const verdict of seen) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      expect(all).toEqual([]);
    }),
    { numRuns: 300 },
  );
  // Else the topologies would show nothing.
  for (const verdict of ['address', 'published', 'unknown', 'none'] as const) {
    expect(counts.get(verdict)).toBeGreaterThan(50);
  }
}, 60_000);

test('pairs are counted as they are', () => {
  fc.assert(
    fc.property(partsArbitrary, (parts) => {
      const topology = topologyOf(parts);
      const { seen } = compare(parts);
      const counted = relationOf(topology).count();
      const expected = { address: 0, published: 0, unknown: 0, none: 0 };
      for (const verdict of seen) expected[verdict] += 1;
      expect(counted).toEqual(expected);
    }),
    { numRuns: 100 },
  );
}, 60_000);
