import { AUDIENCES, type Audience, type Openness } from '../analysis/exposure/socket';
import type { ExposureChange } from '../analysis/reach-diff/exposure-changes';
import type { NameChange } from '../analysis/reach-diff/name-changes';
import type { Extent, OutsideChange, ReachChange } from '../analysis/reach-diff/reach-change';
import type { EntityChange, ReachDiff } from '../analysis/reach-diff/reach-diff';
import type { Way } from '../analysis/reach/answer';
import { formatExposed } from '../notation/publish';

/** A name as it is in the topology: whoever shows it makes it harmless. */
interface Quoted {
  readonly name: string;
}

/** A sentence about a change. */
export interface DiffLine {
  /** Something that is there now, that is gone, or that differs. */
  readonly mark: '+' | '-' | '~';
  readonly parts: readonly (string | Quoted)[];
}

/** Sentences under one heading. */
export interface DiffSection {
  readonly heading: string;
  readonly lines: readonly DiffLine[];
}

/** What a change means, in sentences. Sections without any are left out. */
export function diffSections(diff: ReachDiff): DiffSection[] {
  const shown = diff.reach.slice(0, MAX_LINES);
  const rest = diff.reach.length - shown.length + diff.omitted;
  const omitted: DiffLine[] =
    rest === 0 ? [] : [{ mark: '~', parts: [`and ${String(rest)} further changes`] }];
  return [
    {
      heading: 'Who reaches whom',
      lines: [...shown.map(reachLine), ...omitted, ...diff.outside.map(outsideLine)],
    },
    { heading: 'Open ports', lines: diff.exposure.map(exposureLine) },
    { heading: 'Names', lines: diff.names.map(nameLine) },
    { heading: 'Added and removed', lines: diff.entities.map(entityLine) },
  ].filter(({ lines }) => lines.length > 0);
}

/** Most lines between containers that a person is shown. */
const MAX_LINES = 40;

type Parts = DiffLine['parts'];

function quoted(name: string): Quoted {
  return { name };
}

/** `a`, `a and b`, `a, b and 3 more`. */
function listParts(names: readonly string[]): Parts {
  const shown = names.length > 3 ? names.slice(0, 2) : names;
  const rest = names.length - shown.length;
  return shown
    .flatMap((name, index): Parts => {
      const isLast = index === shown.length - 1 && rest === 0;
      if (index === 0) return [quoted(name)];
      return [isLast ? ' and ' : ', ', quoted(name)];
    })
    .concat(rest === 0 ? [] : [` and ${String(rest)} more`]);
}

function reachLine(change: ReachChange): DiffLine {
  const { before, after, from, to } = change;
  const { mark, verb } = TRANSITIONS[before][after];
  const isMutual = from.length > 1 && from.join('\n') === to.join('\n');
  const target: Parts = isMutual ? ['each other'] : targetParts(change);
  const way = change.by === undefined ? [] : wayParts(change, change.by);
  return { mark, parts: [...listParts(from), ` ${verb} `, ...target, ...way] };
}

interface Transition {
  readonly mark: DiffLine['mark'];
  readonly verb: string;
}

const GAIN: Transition = { mark: '+', verb: 'can now reach' };
const LOSS: Transition = { mark: '-', verb: 'can no longer reach' };
const SAME: Transition = { mark: '~', verb: 'reaches as before' };

const TRANSITIONS: Readonly<Record<Extent, Readonly<Record<Extent, Transition>>>> = {
  none: {
    none: SAME,
    unknown: { mark: '~', verb: 'may now reach' },
    published: GAIN,
    all: GAIN,
  },
  unknown: { none: LOSS, unknown: SAME, published: GAIN, all: GAIN },
  published: {
    none: LOSS,
    unknown: { mark: '~', verb: 'may no longer reach' },
    published: SAME,
    all: { mark: '+', verb: 'can now reach every port of' },
  },
  all: {
    none: LOSS,
    unknown: { mark: '~', verb: 'may no longer reach' },
    published: { mark: '-', verb: 'can now reach only published ports of' },
    all: SAME,
  },
};

function targetParts({ to, ports }: ReachChange): Parts {
  const [only] = to;
  if (only === undefined || to.length > 1 || ports.length === 0) return listParts(to);
  const [first = '', ...more] = ports.map(formatExposed);
  const rest =
    more.length > 2
      ? ` and ${String(more.length)} more ports`
      : more.map((port) => `, ${port}`).join('');
  return [quoted(`${only}:${first}`), rest];
}

/** How: of several, how the first reaches the first. */
function wayParts({ from, to }: ReachChange, { kind, name, network }: Way): Parts {
  const how: Parts =
    name === undefined ? [WAYS[kind] ?? 'by an address'] : ['by name ', quoted(name)];
  const through: Parts = network === undefined ? [] : [', through network ', quoted(network)];
  const [source = '', target = ''] = [from.find((id) => id !== to[0]), to[0]];
  const such: Parts =
    from.length === 1 && to.length === 1
      ? []
      : ['such as ', quoted(source), ' to ', quoted(target), ' '];
  return [' (', ...such, ...how, ...through, ')'];
}

const WAYS: Partial<Record<Way['kind'], string>> = {
  'container-address': 'by its address',
  gateway: 'by a published port at the gateway',
  'host-address': 'by a published port',
  loopback: 'by loopback',
};

function outsideLine({ before, after, from }: OutsideChange): DiffLine {
  const verbs = {
    yes: 'can now reach',
    no: 'can no longer reach',
    unknown: 'may or may not reach',
  };
  const mark = { yes: '+', no: '-', unknown: '~' } as const;
  const was = before === 'unknown' ? ' (it was not known before)' : '';
  return {
    mark: mark[after],
    parts: [...listParts(from), ` ${verbs[after]} the outside${was}`],
  };
}

function exposureLine(change: ExposureChange): DiffLine {
  const { port, protocol, container, host, addressesBefore, addressesAfter } = change;
  const number = port === 'every' ? 'every port' : `${String(port)}/${protocol ?? ''}`;
  const who: Parts = [`${number} of `, quoted(container ?? `host:${host}`)];
  const clauses = CLAUSES.flatMap(({ from, to, text }) => {
    const whom = AUDIENCES.filter(
      (audience) => from.includes(change.before[audience]) && change.after[audience] === to,
    );
    return whom.length === 0 ? [] : [`${text} ${wordsOf(whom)}`];
  });
  if (clauses.length === 0) {
    const [old, next] = [listParts(addressesBefore), listParts(addressesAfter)];
    return { mark: '~', parts: [...who, ' is open on ', ...next, ' instead of ', ...old] };
  }
  const isMoved = addressesBefore.join(' ') !== addressesAfter.join(' ');
  const on = addressesBefore.length > 0 && isMoved ? 'now on' : 'on';
  const where: Parts =
    addressesAfter.length === 0 ? [] : [` (${on} `, ...listParts(addressesAfter), ')'];
  const isLess = clauses.every((text) => text.startsWith('is no longer'));
  const isMore = clauses.some((text) => text.startsWith('is now'));
  return {
    mark: isMore ? '+' : isLess ? '-' : '~',
    parts: [...who, ` ${clauses.join(', ')}`, ...where],
  };
}

/** What becomes of an audience, in words. */
const CLAUSES: readonly {
  readonly from: readonly Openness[];
  readonly to: Openness;
  readonly text: string;
}[] = [
  { from: ['no', 'unknown'], to: 'yes', text: 'is now open to' },
  { from: ['no'], to: 'unknown', text: 'may now be open to' },
  { from: ['yes'], to: 'unknown', text: 'may no longer be open to' },
  { from: ['yes', 'unknown'], to: 'no', text: 'is no longer open to' },
];

const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  host: 'its host',
  containers: 'containers of other networks',
  lan: 'the LAN',
  outside: 'the outside',
};

function wordsOf(audiences: readonly Audience[]): string {
  const words = audiences.map((audience) => AUDIENCE_WORDS[audience]);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

function nameLine({ network, name, before, after }: NameChange): DiffLine {
  const place: Parts = [' in ', quoted(network)];
  if (before.length === 0) {
    return {
      mark: '+',
      parts: [...listParts(after), ' now has the name ', quoted(name), ...place],
    };
  }
  if (after.length === 0) {
    const verb = ' no longer has the name ';
    return { mark: '-', parts: [...listParts(before), verb, quoted(name), ...place] };
  }
  const now: Parts = [' now leads to ', ...listParts(after)];
  return {
    mark: '~',
    parts: [quoted(name), ...place, ...now, ', before to ', ...listParts(before)],
  };
}

function entityLine({ kind, entity, ids }: EntityChange): DiffLine {
  const noun = ids.length === 1 ? entity : `${String(ids.length)} ${entity}s`;
  return {
    mark: kind === 'added' ? '+' : '-',
    parts: [`${noun} ${kind}: `, ...listParts(ids)],
  };
}
