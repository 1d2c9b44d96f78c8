import { createReach, type Reach } from '../../../src/analysis/reach/reach';
import type { Answer } from '../../../src/analysis/reach/answer';
import type { Place } from '../../../src/analysis/reach/place';
import type { Destination } from '../../../src/analysis/reach/question';
import {
  topologyOf,
  type ContainerPart,
  type HostPart,
  type NetworkPart,
  type Parts,
} from '../topologies';

/** The engines that were measured, by a version of each. */
export const ENGINES = ['20.10.24', '26.1.5', '28.5.2', '29.7.2'] as const;

/** What becomes of a connection, in the letters of a table: see `verdictIn`. */
export type Letter = 'ok' | 'T' | 'R' | 'N' | '?' | 'X';

const LETTERS: Readonly<Record<Answer['verdict'], Letter>> = {
  reaches: 'ok',
  blocked: 'T',
  refused: 'R',
  'no-route': 'N',
  unknown: '?',
  unresolved: 'X',
};

/** The host of the tests: on a LAN, with a service on 9000/tcp. */
export function hostWith(part: Partial<HostPart> = {}): HostPart {
  return {
    id: 'local',
    interfaces: [{ name: 'lan0', addresses: ['192.168.5.10/24', '192.168.5.11/24'] }],
    services: [
      { port: 9000, protocol: 'tcp' },
      { port: 9000, protocol: 'udp' },
    ],
    ...part,
  };
}

/** A bridge with the block `10.0.N.0/24`; with an IPv6 block too when `ipv6` is asked for. */
export function bridge(id: string, number: number, part: Partial<NetworkPart> = {}): NetworkPart {
  const v6 = part.ipv6 === true ? [{ cidr: `fd00:${String(number)}::/64` }] : [];
  return { id, subnets: [{ cidr: `10.0.${String(number)}.0/24` }, ...v6], ...part };
}

/** A container that answers on 80 in both protocols; `at` are its networks. */
export function box(
  id: string,
  at: readonly string[],
  part: Partial<ContainerPart> = {},
): ContainerPart {
  return {
    id,
    attachments: at.map((network) => ({ network })),
    listens: [
      { port: 80, protocol: 'tcp' },
      { port: 80, protocol: 'udp' },
    ],
    ...part,
  };
}

/** Published ports in the words of `docker run -p`, without ranges. */
export function published(...specs: readonly string[]): NonNullable<ContainerPart['publish']> {
  return specs.map((spec) => {
    const [body = '', protocol = 'tcp'] = spec.split('/');
    const [, hostIp, hostPort, containerPort] = /^(?:(.*):)?(\d+):(\d+)$/.exec(body) ?? [];
    return {
      containerPort: Number(containerPort),
      hostPort: Number(hostPort),
      ...(hostIp === undefined ? {} : { hostIp: hostIp.replace(/^\[|\]$/g, '') }),
      protocol: protocol === 'udp' ? ('udp' as const) : ('tcp' as const),
    };
  });
}

/** The parts on an engine of the version. */
export function on(engineVersion: string | undefined, parts: Parts): Reach {
  const hosts = parts.hosts ?? [hostWith()];
  const versions = engineVersion === undefined ? {} : { engineVersion };
  return createReach(topologyOf({ ...parts, hosts: hosts.map((h) => ({ ...versions, ...h })) }));
}

/** A container, or `host`, `lan`, `routed` (a neighbour with routes), `outside`. */
export function place(text: string): Place {
  if (text === 'outside') return { kind: 'outside' };
  if (text === 'host') return { kind: 'host', id: 'local' };
  if (text === 'lan') return { kind: 'lan', id: 'local' };
  if (text === 'routed') return { kind: 'lan', id: 'local', isRouted: true };
  return { kind: 'container', id: text };
}

/**
 * A destination in short: `b@net` is the address of `b` in `net`, `gw:net` a gateway, `lan` an address of the host on
 * its LAN, `lan:192.168.5.10` this one, `lo` the loopback, `out` the outside, everything else a name or address. A `6`
 * after `@`, `gw`, `lan`, `lo` or `out` asks by IPv6.
 */
function destination(text: string): Destination {
  const family = /^(?:gw|lan|lo|out)6\b|@6/.test(text) ? 6 : 4;
  const [head, tail] = split(text);
  if (text.includes('@')) {
    return { kind: 'container-address', container: head, network: tail ?? '', family };
  }
  if (head === 'gw') return { kind: 'gateway', network: tail ?? '', family };
  if (head === 'lan') {
    const address = tail === undefined ? {} : { address: tail };
    return { kind: 'host-address', host: 'local', family, ...address };
  }
  if (head === 'lo') return { kind: 'loopback', family };
  if (head === 'out') return { kind: 'outside', family };
  return { kind: 'name', name: text };
}

function split(text: string): readonly [string, string | undefined] {
  const [, head = text, tail] = /^([^@:]+?)6?(?:[@:]6?(.*))?$/.exec(text) ?? [];
  return /^(?:gw|lan|lo|out)$/.test(head) || text.includes('@') ? [head, tail] : [text, undefined];
}

/** What becomes of `from` asking `to` on the port (`80`, `80/udp`, `ping`). */
export function answersOf(reach: Reach, from: string, to: string, port = '80'): readonly Answer[] {
  const [number, protocol = 'tcp'] = port.split('/');
  const numbered =
    port === 'ping'
      ? ({ protocol: 'icmp' } as const)
      : {
          port: Number(number),
          protocol: protocol === 'udp' ? ('udp' as const) : ('tcp' as const),
        };
  return reach.ask({ from: place(from), to: destination(to), ...numbered });
}

/** The verdict as a letter: the tables of the measurements have one for each engine. */
export function letterOf(reach: Reach, from: string, to: string, port?: string): Letter {
  const letters = new Set(answersOf(reach, from, to, port).map(({ verdict }) => LETTERS[verdict]));
  const [letter] = letters;
  if (letters.size === 1 && letter !== undefined) return letter;
  throw new RangeError(`${from} -> ${to} has ${String(letters.size)} verdicts`);
}

/** The codes of the reasons. */
export function codesOf(reach: Reach, from: string, to: string, port?: string): string[] {
  return answersOf(reach, from, to, port).map(({ reason }) => reason?.code ?? 'ok');
}

/** A row: who asks, whom, on which port, and what becomes of it on each engine (one for all, or four). */
export type Row = readonly [from: string, to: string, port: string, expected: string];

/** Each row on each engine, with its letter. */
export function rowsOn(
  rows: readonly Row[],
): (readonly [engine: string, from: string, to: string, port: string, letter: string])[] {
  return rows.flatMap(([from, to, port, expected]) => {
    const letters = expected.split('|');
    return ENGINES.map(
      (engine, i) => [engine, from, to, port, letters[i] ?? letters[0] ?? ''] as const,
    );
  });
}
