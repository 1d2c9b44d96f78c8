import { AUDIENCES, type ExposedSocket } from '../../analysis/exposure/socket';
import { socketsAt } from '../../analysis/exposure/sockets-at';
import { createModel } from '../../analysis/model';
import { findPlace } from '../../analysis/reach/find-place';
import { placeText, type Place } from '../../analysis/reach/place';
import { ConfigError } from '../../errors';
import { expectList } from '../../expect';
import type { Container } from '../../topology/container';
import type { Topology } from '../../topology/topology';
import { listed, type Outcome } from './outcome';
import { isMeant, parseSocketPattern, socketText, type SocketPattern } from './socket-pattern';
import { about } from './subject';

const AT = 'toBeExposedOnlyOn';

/**
 * Whether a container is open on these sockets and on no others.
 *
 * @param container - its id or name
 * @param sockets - such as `127.0.0.1:8080`, `[::1]:53/udp`, or `8080` for every address of the host
 * @throws ConfigError `PLACE_UNKNOWN`, `PLACE_AMBIGUOUS`, `PORT_MALFORMED`, `PROP_TYPE`
 */
export function toBeExposedOnlyOn(
  received: unknown,
  container: string,
  sockets: readonly string[],
): Outcome {
  return about(received, ({ topology }) => {
    expectList(sockets, AT, 'the sockets');
    const patterns = sockets.map((text) => parseSocketPattern(text, AT));
    return compare(topology, container, patterns);
  });
}

function compare(topology: Topology, text: string, patterns: readonly SocketPattern[]): Outcome {
  const model = createModel(topology);
  const found = containerAt(model.containers, findPlace(model, text, AT));
  const { sockets, isIncomplete } = socketsAt(model, found);
  const open = sockets.filter(isOpen);
  const unmeant = open.filter((socket) => !patterns.some((one) => isMeant(one, socket)));
  const closed = patterns.filter((one) => !open.some((socket) => isMeant(one, socket)));
  const pass = unmeant.length === 0 && closed.length === 0;
  const wanted = patterns.length === 0 ? 'on nothing' : `only on ${textsOf(patterns)}`;
  if (pass && isIncomplete) {
    const message = (): string =>
      `only Terraform knows some ports of ${found.id}, so that it may be exposed on more`;
    return { pass: 'unsure', message };
  }
  return {
    pass,
    message: () =>
      pass
        ? `expected ${found.id} to be exposed on more or on less, but it is exposed ${wanted}`
        : listed(`expected ${found.id} to be exposed ${wanted}, but`, [
            ...unmeant.map((socket) => `it is open on ${openText(socket)}`),
            ...closed.map((one) => closedText(one, open)),
          ]),
  };
}

function containerAt(containers: ReadonlyMap<string, Container>, place: Place): Container {
  const found = place.kind === 'container' ? containers.get(place.id) : undefined;
  if (found !== undefined) return found;
  throw new ConfigError('PLACE_UNKNOWN', {
    at: AT,
    problem: `${placeText(place)} is no container`,
    fix: "write a container's id or name",
  });
}

/** For somebody, or maybe for somebody. */
function isOpen({ reachableFrom }: ExposedSocket): boolean {
  return AUDIENCES.some((audience) => reachableFrom[audience] !== 'no');
}

function textsOf(patterns: readonly SocketPattern[]): string {
  return patterns.map(({ text }) => text).join(', ');
}

function openText(socket: ExposedSocket): string {
  const to = (answer: 'yes' | 'unknown'): string =>
    AUDIENCES.filter((audience) => socket.reachableFrom[audience] === answer)
      .map((audience) => AUDIENCE_TEXT[audience])
      .join(', ');
  const [sure, maybe] = [to('yes'), to('unknown')];
  const reasons = [...new Set(Object.values(socket.reasons))];
  return [
    socketText(socket),
    ...(sure === '' ? [] : [`for ${sure}`]),
    ...(maybe === '' ? [] : [`${sure === '' ? '' : 'and '}maybe for ${maybe}`]),
    ...(reasons.length === 0 ? [] : [`(${reasons.join('; ')})`]),
  ].join(' ');
}

const AUDIENCE_TEXT = {
  host: 'its host',
  containers: 'containers of other networks',
  lan: 'the LAN',
  outside: 'the outside',
} as const;

function closedText({ text, port }: SocketPattern, open: readonly ExposedSocket[]): string {
  const near = [...open]
    .sort((a, b) => Number(b.containerPort === port) - Number(a.containerPort === port))
    .slice(0, 3)
    .map(socketText);
  return `it is not open on ${text}${near.length === 0 ? '' : `; the nearest: ${near.join(', ')}`}`;
}
