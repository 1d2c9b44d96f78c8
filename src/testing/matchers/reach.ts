import { pathText } from '../../analysis/reach/answer-text';
import { openText } from '../../analysis/reach/answer-text';
import { placeText, type Place } from '../../analysis/reach/place';
import { waysBetween, type Ways } from '../../analysis/reach/ways-between';
import { alternatives, NEAREST, reasonText } from './alternatives';
import { asked, targetText, type Asked } from './asked';
import { listed, type Outcome } from './outcome';
import { parsePort, type PortText } from './port';
import { about } from './subject';

/**
 * Whether there is a way from one place to another, by whatever name or address.
 *
 * @throws ConfigError `PLACE_UNKNOWN`, `PLACE_AMBIGUOUS`, `PORT_MALFORMED`, `PROP_TYPE`, `PROP_RANGE`
 */
export function toReach(received: unknown, from: string, to: string, port?: PortText): Outcome {
  return about(received, ({ topology }) => {
    const given = port === undefined ? {} : { port: parsePort(port, 'toReach') };
    const question = asked(topology, { from, to, ...given }, 'toReach');
    return reachOutcome(question, waysOf(question));
  });
}

function waysOf({ reach, from, to, port }: Asked): Ways {
  return waysBetween(reach, [from], to, port);
}

function reachOutcome(question: Asked, { open, unknown, closed }: Ways): Outcome {
  const [who, whom] = [placeText(question.from), targetText(question.to, question.port)];
  if (open !== undefined) {
    const message = (): string =>
      `expected ${who} not to reach ${whom}, but it does ${openText(open, question.port)}`;
    return { pass: true, message };
  }
  if (unknown !== undefined) {
    const message = (): string =>
      `whether ${who} reaches ${whom} is not known: ${reasonText(unknown)}`;
    return { pass: 'unsure', message };
  }
  return {
    pass: false,
    message: () => {
      if (closed === undefined) return `expected ${who} to reach ${whom}, but there is no way`;
      return listed(`expected ${who} to reach ${whom}, but it does not:`, [
        reasonText(closed),
        `on the way ${pathText(closed)}`,
        ...alternatives(question, closed).map((text) => `or: ${text}`),
      ]);
    },
  };
}

/**
 * Whether neither of two places has a way to the other.
 *
 * @throws ConfigError `PLACE_UNKNOWN`, `PLACE_AMBIGUOUS`, `PROP_TYPE`
 */
export function toBeIsolatedFrom(received: unknown, a: string, b: string): Outcome {
  return about(received, ({ topology }) => {
    const there = asked(topology, { from: a, to: b }, 'toBeIsolatedFrom');
    const back: Asked = { ...there, from: there.to, to: there.from };
    return isolationOutcome(there, back);
  });
}

function isolationOutcome(there: Asked, back: Asked): Outcome {
  const [one, two] = [placeText(there.from), placeText(there.to)];
  const both = [there, back].map((question) => ({ question, ways: waysOf(question) }));
  const open = both.flatMap(({ question }) => openWays(question));
  if (open.length > 0) {
    const message = (): string =>
      listed(`expected ${one} and ${two} to be isolated from each other, but`, open);
    return { pass: false, message };
  }
  const unknown = both.flatMap(({ ways }) => ways.unknown ?? []);
  const [first] = unknown;
  if (first !== undefined) {
    const message = (): string =>
      `whether ${one} and ${two} are isolated from each other is not known: ${reasonText(first)}`;
    return { pass: 'unsure', message };
  }
  const reasons = both.flatMap(({ question, ways: { closed } }) =>
    closed === undefined ? [] : [`${arrow(question.from, question.to)}: ${reasonText(closed)}`],
  );
  const message = (): string =>
    listed(`expected ${one} or ${two} to reach the other, but neither does:`, reasons);
  return { pass: true, message };
}

/** Up to three ways that work. */
function openWays({ reach, from, to }: Asked): string[] {
  return reach
    .ways(from, to)
    .filter(({ verdict }) => verdict === 'reaches')
    .slice(0, NEAREST)
    .map((answer) => `${placeText(from)} reaches ${placeText(to)} ${openText(answer, undefined)}`);
}

function arrow(from: Place, to: Place): string {
  return `${placeText(from)} to ${placeText(to)}`;
}
