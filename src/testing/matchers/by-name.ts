import type { Model } from '../../analysis/model';
import { namesOf } from '../../analysis/names';
import type { Answer } from '../../analysis/reach/answer';
import { openText, pathText } from '../../analysis/reach/answer-text';
import { assumePorts } from '../../analysis/reach/assumed-ports';
import { placeText, type Place } from '../../analysis/reach/place';
import { createReach, type Reach } from '../../analysis/reach/reach';
import { networkOwner, networksOf } from '../../analysis/shared-networks';
import { expectText, mostAlike } from '../../expect';
import { formatExposed, type ExposedPort } from '../../notation/publish';
import { NEAREST, reasonText } from './alternatives';
import { placeAt } from './asked';
import { listed, type Outcome } from './outcome';
import { parsePort, type PortText } from './port';
import { about } from './subject';

const AT = 'toReachByName';

/**
 * Whether a place reaches a port by a name. Where the name leads to several addresses, each must answer.
 *
 * @throws ConfigError `PLACE_UNKNOWN`, `PLACE_AMBIGUOUS`, `PORT_MALFORMED`, `PROP_TYPE`, `PROP_RANGE`
 */
export function toReachByName(
  received: unknown,
  from: string,
  name: string,
  port: PortText,
): Outcome {
  return about(received, ({ topology }) => {
    expectText(name, AT, 'the name');
    const wanted = parsePort(port, AT);
    const plain = createReach(topology);
    const place = placeAt(plain, from, AT);
    const called = ask(plain, place, { name, port: wanted });
    const reach = assumePorts(
      plain,
      called.flatMap(containerOf).map((container) => ({ container, port: wanted })),
    );
    return outcomeOf(
      { reach, from: place, name, port: wanted },
      ask(reach, place, { name, port: wanted }),
    );
  });
}

interface ByName {
  readonly reach: Reach;
  readonly from: Place;
  readonly name: string;
  readonly port: ExposedPort;
}

function ask(
  reach: Reach,
  from: Place,
  { name, port }: Pick<ByName, 'name' | 'port'>,
): readonly Answer[] {
  return reach.ask({ from, to: { kind: 'name', name }, ...port });
}

function containerOf({ to }: Answer): string[] {
  return to?.kind === 'container' ? [to.id] : [];
}

function outcomeOf(asked: ByName, answers: readonly Answer[]): Outcome {
  const who = placeText(asked.from);
  const whom = `${asked.name}:${formatExposed(asked.port)}`;
  const open = answers.filter(({ verdict }) => verdict === 'reaches');
  const unknown = answers.filter(({ verdict }) => verdict === 'unknown');
  const closed = answers.filter((one) => !open.includes(one) && !unknown.includes(one));
  const lines = [...closed, ...unknown].map((one) => `${leadsTo(one)}${reasonText(one)}`);
  if (closed.length === answers.length) {
    return {
      pass: false,
      message: () =>
        listed(`expected ${who} to reach ${whom} by its name, but it does not:`, [
          ...lines,
          ...closed.slice(0, 1).map((one) => `on the way ${pathText(one)}`),
          ...nearTo(asked).map((text) => `or: ${text}`),
        ]),
    };
  }
  const works = open.map((one) => `${leadsTo(one)}it does ${openText(one, asked.port)}`);
  if (open.length === answers.length) {
    const message = (): string =>
      listed(`expected ${who} not to reach ${whom} by its name, but`, works);
    return { pass: true, message };
  }
  const message = (): string =>
    listed(`${who} reaches ${whom} by its name only sometimes, or nobody knows:`, [
      ...lines,
      ...works,
    ]);
  return { pass: 'unsure', message };
}

function leadsTo({ to }: Answer): string {
  return to === undefined ? '' : `${placeText(to)}: `;
}

/** Names by which the container that was meant is reached; else names that are alike: up to three. */
function nearTo(asked: ByName): string[] {
  const { reach, from, name, port } = asked;
  const meant = reach.model.topology.containers.filter((one) =>
    [one.id, one.name, one.id.split('/').at(-1)].includes(name),
  );
  const ways = meant
    .flatMap(({ id }) => reach.ways(from, { kind: 'container', id }, port))
    .filter(({ verdict }) => verdict === 'reaches')
    .slice(0, NEAREST)
    .map((one) => `it reaches ${leadsTo(one).slice(0, -2)} ${openText(one, port)}`);
  if (ways.length > 0) return ways;
  const known = knownNames(reach.model, from);
  const alike = mostAlike(name, known, NEAREST);
  return alike.length === 0 ? [] : [`the names it finds: ${alike.join(', ')}`];
}

function knownNames(model: Model, from: Place): string[] {
  const container = from.kind === 'container' ? model.containers.get(from.id) : undefined;
  const owner = container === undefined ? undefined : networkOwner(model, container);
  if (owner === undefined) return [];
  const networks = networksOf(model, owner) ?? [];
  return networks.flatMap(({ id }) => [...(namesOf(model).get(id)?.owners.keys() ?? [])]);
}
