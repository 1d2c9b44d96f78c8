import { compareText } from '../text';
import type { Answer } from './answer';
import { placeText, type Place } from './place';
import type { AnsweredPort, Reach } from './reach';

/**
 * The best answer for each other place of the topology and each port that it is known to answer on:
 * containers by their ids, then hosts, then the outside.
 *
 * @param port - ask for this port alone
 */
export function bestAnswers(reach: Reach, from: Place, port?: AnsweredPort): Answer[] {
  return targetsFor(reach, from).flatMap((to) => bestTo(reach, from, to, port));
}

function targetsFor({ model }: Reach, from: Place): Place[] {
  const containers = model.topology.containers.filter(
    (container) => model.containers.get(container.id) === container,
  );
  const ids = containers.map(({ id }) => id).sort(compareText);
  const hosts = model.topology.hosts.map(({ id }) => id).sort(compareText);
  const places: Place[] = [
    ...ids.map((id): Place => ({ kind: 'container', id })),
    ...hosts.map((id): Place => ({ kind: 'host', id })),
    { kind: 'outside' },
  ];
  return places.filter((place) => placeText(place) !== placeText(from));
}

/** The ways come with the best first. */
function bestTo(reach: Reach, from: Place, to: Place, port?: AnsweredPort): Answer[] {
  const ports = port === undefined ? reach.portsOf(to) : [port];
  const best = ports.map((one) => reach.ways(from, to, one).at(0));
  if (ports.length === 0) best.push(reach.ways(from, to).at(0));
  return best.flatMap((answer) => (answer === undefined ? [] : [{ ...answer, to }]));
}
