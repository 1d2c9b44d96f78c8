import { expectText } from '../../expect';
import { formatExposed, type ExposedPort } from '../../notation/publish';
import { assumePorts } from '../../analysis/reach/assumed-ports';
import { findPlace } from '../../analysis/reach/find-place';
import { placeText, type Place } from '../../analysis/reach/place';
import { createReach, type Reach } from '../../analysis/reach/reach';
import type { Topology } from '../../topology/topology';

/** What a test asks: whether one place reaches another one. */
export interface Asked {
  readonly reach: Reach;
  readonly from: Place;
  readonly to: Place;
  readonly port?: ExposedPort;
}

/**
 * Reads what a test asks. A container of which no port is known answers on the one that is asked for.
 *
 * @throws ConfigError `PLACE_UNKNOWN`, `PLACE_AMBIGUOUS`, `PROP_TYPE`, `PROP_EMPTY`
 */
export function asked(
  topology: Topology,
  ends: { readonly from: unknown; readonly to: unknown; readonly port?: ExposedPort },
  at: string,
): Asked {
  const reach = createReach(topology);
  const from = placeAt(reach, ends.from, at);
  const to = placeAt(reach, ends.to, at);
  const { port } = ends;
  if (port === undefined) return { reach, from, to };
  const named = to.kind === 'container' ? [{ container: to.id, port }] : [];
  return { reach: assumePorts(reach, named), from, to, port };
}

/**
 * The place that a test names.
 *
 * @throws ConfigError `PLACE_UNKNOWN`, `PLACE_AMBIGUOUS`, `PROP_TYPE`, `PROP_EMPTY`
 */
export function placeAt({ model }: Reach, text: unknown, at: string): Place {
  expectText(text, at, 'a place');
  return findPlace(model, text, at);
}

/** `shop/db:5432/tcp`. */
export function targetText(to: Place, port: ExposedPort | undefined): string {
  if (port === undefined) return placeText(to);
  return `${placeText(to)}:${formatExposed(port)}`;
}
