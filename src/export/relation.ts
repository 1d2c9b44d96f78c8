import { placeText, type Place } from '../analysis/reach/place';
import type { ClassTargets, ReachClass, Relation } from '../analysis/reach/relation/relation';
import { countText, listText } from '../analysis/text';
import { printable } from './printable';
import { PLAIN_STYLE, type TextStyle } from './text';

/** Version of the JSON form of a relation; it grows when something is renamed or removed. */
const RELATION_VERSION = 1;

/** A relation for programs; the form is described in `docs/guide/reach-cli.md`. */
export function renderRelationJson(relation: Relation, places: readonly Place[]): string {
  const document = {
    version: RELATION_VERSION,
    pairs: relation.count(),
    classes: relation.classes.map((each) => ({
      ...each,
      reaches: relation.targetsOf(each.index),
    })),
    places: places.map((place) => ({
      place: placeText(place),
      reaches: relation.targetsOfPlace(place),
    })),
  };
  // Without line breaks: there may be millions of numbers.
  return `${JSON.stringify(document)}\n`;
}

/**
 * Who reaches whom, a paragraph for each class of containers.
 *
 * @param places - further places to tell of: neighbours on the LAN, the outside
 */
export function renderRelation(
  relation: Relation,
  places: readonly Place[],
  style: TextStyle = PLAIN_STYLE,
): string {
  const { classes } = relation;
  const blocks = classes.map((each) =>
    block(headingOf(each), relation.targetsOf(each.index), { classes, style }),
  );
  const others = places.map((place) =>
    block(
      placeText(place),
      { ...relation.targetsOfPlace(place), outside: 'no' },
      { classes, style },
    ),
  );
  return [summaryOf(relation), ...blocks, ...others].join('\n\n');
}

function summaryOf(relation: Relation): string {
  const { address, published, unknown, none } = relation.count();
  const containers = relation.classes.reduce((sum, each) => sum + each.containers.length, 0);
  const ends = [
    `${String(address)} reach any port`,
    `${String(published)} published ports alone`,
    `${String(none)} nothing`,
    ...(unknown === 0 ? [] : [`${String(unknown)} unknown`]),
  ].join(', ');
  const pairs = address + published + unknown + none;
  return `${countText(containers, 'container')}. Of ${countText(pairs, 'pair')}: ${ends}.`;
}

interface Look {
  readonly classes: readonly ReachClass[];
  readonly style: TextStyle;
}

function headingOf({ kind, host, containers, networks }: ReachClass): string {
  const users = listText(containers);
  if (kind === 'host') return containers.length === 0 ? `host:${host}` : `host:${host}, ${users}`;
  return `${users} (${networks.length === 0 ? 'no network' : listText(networks)})`;
}

/** Its first container, and how many there are beside. */
function nameOf({ kind, host, containers }: ReachClass): string {
  if (kind === 'host') return `host:${host}`;
  const [first = '', ...more] = containers;
  return more.length === 0 ? first : `${first} (+${String(more.length)})`;
}

function block(heading: string, targets: ClassTargets, { classes, style }: Look): string {
  const { address, published, unknown, outside } = targets;
  const byAddress = new Set(address);
  const onlyPublished = published.filter((index) => !byAddress.has(index));
  const line = (label: string, indexes: readonly number[]): string[] =>
    indexes.length === 0 ? [] : wrap(label, namesOf(indexes, classes));
  const lines = [
    ...line('any port', address),
    ...line('published', onlyPublished),
    ...line('unknown', unknown),
    ...(outside === 'no' ? [] : wrap('outside', [outside === 'yes' ? 'yes' : 'unknown'])),
  ];
  const text = lines.length === 0 ? ['  nothing'] : lines;
  return [style.heading(printable(heading)), ...text].join('\n');
}

const SHOWN = 12;

function namesOf(indexes: readonly number[], classes: readonly ReachClass[]): string[] {
  const shown = indexes.slice(0, SHOWN).flatMap((index) => {
    const found = classes[index];
    return found === undefined ? [] : [printable(nameOf(found))];
  });
  const rest = indexes.length - shown.length;
  return rest === 0 ? shown : [...shown, `and ${countText(rest, 'class', 'classes')} more`];
}

const COLUMNS = 80;

/** `  any port   a, b, c`, with further lines below the first name. */
function wrap(label: string, names: readonly string[]): string[] {
  const start = `  ${label.padEnd('published'.length)}  `;
  const lines: string[] = [];
  let line = start;
  names.forEach((name, index) => {
    const text = index === names.length - 1 ? name : `${name},`;
    const isFirst = line.trim() === '' || line === start;
    if (!isFirst && line.length + 1 + text.length > COLUMNS) {
      lines.push(line);
      line = ' '.repeat(start.length) + text;
    } else line += isFirst ? text : ` ${text}`;
  });
  return [...lines, line];
}
