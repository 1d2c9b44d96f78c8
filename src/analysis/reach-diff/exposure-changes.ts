import { exposureOf } from '../exposure/exposure';
import { AUDIENCES, type Audience, type ExposedSocket, type Openness } from '../exposure/socket';
import { groupBy } from '../group-by';
import { compareText } from '../text';
import type { Protocol } from '../../notation/publish';
import type { Topology } from '../../topology/topology';

/** Who reaches a port of a host, at whichever of its addresses. */
export type Audiences = Readonly<Record<Audience, Openness>>;

/** A port of a host, or of a container's own address, that is open to others than before. */
export interface ExposureChange {
  /** Id of the host. */
  readonly host: string;

  /** Id of the container that answers; absent: a program of the host. */
  readonly container?: string;

  /** Port as others see it. */
  readonly port: ExposedSocket['port'];

  /** Transport protocol; absent with port `every`. */
  readonly protocol?: Protocol;

  /** Who reached it. */
  readonly before: Audiences;

  /** Who reaches it. */
  readonly after: Audiences;

  /** Addresses that it was open on, sorted; empty: it was closed. */
  readonly addressesBefore: readonly string[];

  /** Addresses that it is open on. */
  readonly addressesAfter: readonly string[];
}

/** What is open to others than before; ports of containers that are gone are not told. */
export function exposureChanges(before: Topology, after: Topology): ExposureChange[] {
  const there = new Set(after.containers.map(({ id }) => id));
  const [old, next] = [socketsOf(before), socketsOf(after)];
  const keys = [...new Set([...old.keys(), ...next.keys()])];
  return keys
    .flatMap((key) => changeOf(old.get(key) ?? [], next.get(key) ?? []))
    .filter(({ container }) => container === undefined || there.has(container))
    .sort(compareChanges);
}

function socketsOf(topology: Topology): ReadonlyMap<string, readonly ExposedSocket[]> {
  return groupBy(exposureOf(topology).sockets, ({ host, container, port, protocol }) =>
    JSON.stringify([host, container, port, protocol]),
  );
}

function changeOf(old: readonly ExposedSocket[], next: readonly ExposedSocket[]): ExposureChange[] {
  const [socket] = [...next, ...old];
  if (socket === undefined) return [];
  const { host, container, port, protocol } = socket;
  const change = {
    before: audiencesOf(old),
    after: audiencesOf(next),
    addressesBefore: addressesOf(old),
    addressesAfter: addressesOf(next),
  };
  const isSame =
    AUDIENCES.every((audience) => change.before[audience] === change.after[audience]) &&
    change.addressesBefore.join(' ') === change.addressesAfter.join(' ');
  if (isSame) return [];
  return [
    {
      host,
      ...(container === undefined ? {} : { container }),
      port,
      ...(protocol === undefined ? {} : { protocol }),
      ...change,
    },
  ];
}

/** The best of all addresses. */
function audiencesOf(sockets: readonly ExposedSocket[]): Audiences {
  const best = (audience: Audience): Openness => {
    const answers = sockets.map(({ reachableFrom }) => reachableFrom[audience]);
    if (answers.includes('yes')) return 'yes';
    return answers.includes('unknown') ? 'unknown' : 'no';
  };
  return {
    host: best('host'),
    containers: best('containers'),
    lan: best('lan'),
    outside: best('outside'),
  };
}

function addressesOf(sockets: readonly ExposedSocket[]): string[] {
  const texts = sockets.map(({ address, network }) => address ?? `dynamic in ${network ?? ''}`);
  return [...new Set(texts)].sort(compareText);
}

function compareChanges(a: ExposureChange, b: ExposureChange): number {
  const number = ({ port }: ExposureChange): number => (typeof port === 'number' ? port : 65_536);
  return (
    compareText(a.host, b.host) ||
    number(a) - number(b) ||
    compareText(a.protocol ?? '', b.protocol ?? '') ||
    compareText(a.container ?? '', b.container ?? '')
  );
}
