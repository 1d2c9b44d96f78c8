import fc from 'fast-check';
import { exposureOf } from '../../../src/analysis/exposure/exposure';
import type { ExposedSocket, Openness } from '../../../src/analysis/exposure/socket';
import type { Answer } from '../../../src/analysis/reach/answer';
import type { Place } from '../../../src/analysis/reach/place';
import type { Destination } from '../../../src/analysis/reach/question';
import { createReach, type Reach } from '../../../src/analysis/reach/reach';
import type { Topology } from '../../../src/topology/topology';
import { partsArbitrary } from '../reach/relation/parts';
import { inNetworks, topologyOf, type Parts } from '../topologies';

/** With a container in a network of its own on each host: it stands for all other bridges. */
function withProbes(parts: Parts): Topology {
  const hosts = parts.hosts ?? [];
  return topologyOf({
    ...parts,
    networks: [
      ...(parts.networks ?? []),
      ...hosts.map(({ id }) => ({ id: `probe-${id}`, host: id, ipv6: true })),
    ],
    containers: [
      ...(parts.containers ?? []),
      ...hosts.map(({ id }) => ({
        id: `probe-of-${id}`,
        host: id,
        ...inNetworks(`probe-${id}`),
        listens: [{ port: 9, protocol: 'tcp' as const }],
      })),
    ],
  });
}

/** Places that stand for an audience. */
function askers({ host }: ExposedSocket): Record<'host' | 'containers' | 'lan', Place[]> {
  return {
    host: [{ kind: 'host', id: host }],
    containers: [{ kind: 'container', id: `probe-of-${host}` }],
    lan: [
      { kind: 'lan', id: host },
      { kind: 'lan', id: host, isRouted: true },
    ],
  };
}

/** Every way to ask for a socket. */
function destinations(socket: ExposedSocket, from: Place): Destination[] {
  const { host, network, container = '', family, address = '' } = socket;
  if (network !== undefined) {
    return [{ kind: 'container-address', container, network, family }];
  }
  const isEvery = address === '0.0.0.0' || address === '::';
  const isLocal = address.startsWith('127.') || address === '::1';
  const local: Destination[] =
    from.kind === 'host' && (isEvery || isLocal) ? [{ kind: 'loopback', family }] : [];
  if (isLocal) return local;
  const gateway: Destination[] =
    from.kind === 'container' ? [{ kind: 'gateway', network: `probe-${host}`, family }] : [];
  const named = isEvery ? {} : { address };
  return [...local, ...gateway, { kind: 'host-address', host, family, ...named }];
}

function openness(answers: readonly Answer[]): Openness {
  const found = answers.map(({ verdict, reason }) =>
    reason?.code === 'NOT_LISTENING' ? 'reaches' : verdict,
  );
  if (found.includes('reaches')) return 'yes';
  return found.includes('unknown') ? 'unknown' : 'no';
}

function asked(
  reach: Reach,
  socket: ExposedSocket,
  audience: 'host' | 'containers' | 'lan',
): Openness {
  const { port, protocol = 'tcp' } = socket;
  return openness(
    askers(socket)[audience].flatMap((from) =>
      destinations(socket, from).flatMap((to) =>
        typeof port === 'number'
          ? reach.ask({ from, to, port, protocol })
          : reach.ask({ from, to, protocol: 'icmp' }),
      ),
    ),
  );
}

test('what is open is what the model of reachability lets through', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(partsArbitrary, (parts) => {
      const topology = withProbes(parts);
      const reach = createReach(topology);
      const different = exposureOf(topology).sockets.flatMap((socket) =>
        (['host', 'containers', 'lan'] as const).flatMap((audience) => {
          const one = socket.reachableFrom[audience];
          const other = asked(reach, socket, audience);
          const key = `${socket.kind} ${one}`;
          seen.set(key, (seen.get(key) ?? 0) + 1);
          if (one === other || one === 'unknown' || other === 'unknown') return [];
          const { kind, address, network, port, container } = socket;
          return [{ kind, address, network, port, container, audience, one, other }];
        }),
      );
      expect(different).toEqual([]);
    }),
    { numRuns: 300 },
  );
  for (const kind of ['published', 'lan-address', 'container-address']) {
    for (const answer of ['yes', 'no']) {
      expect([kind, answer, seen.get(`${kind} ${answer}`) ?? 0]).toEqual([
        kind,
        answer,
        expect.any(Number),
      ]);
      expect(seen.get(`${kind} ${answer}`)).toBeGreaterThan(10);
    }
  }
}, 60_000);
