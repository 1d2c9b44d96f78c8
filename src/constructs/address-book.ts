import type { IConstruct } from 'constructs';
import { EMPTY_LOCK, type Lock } from '../addresses/lock';
import { readLockText, replaceLockText } from '../addresses/lock-file';
import { parseLock } from '../addresses/parse-lock';
import { planAddresses, type Plan, type PlannedNetwork } from '../addresses/plan';
import { renderLock } from '../addresses/render-lock';
import type { AddressSpace, NetworkRequest } from '../addresses/request';
import type { Finding } from '../analysis/finding';
import { groupBy } from '../analysis/group-by';
import type { AddressSource } from './address-source';
import { collectRequests, networkRequest } from './address-requests';
import { spaceOf, surroundingsOf } from './address-space';
import { revisionOf } from './app-revision';
import { isFrozen, lockOutdated } from './frozen';
import { dockerStacksOf } from './synthesizable-stack';

/** One lock file and what the app makes of it. */
interface Ledger {
  readonly file: string;
  readonly users: readonly AddressSource[];

  /** The file as it was read; absent: it was not there. */
  text: string | undefined;

  /** What it says. */
  recorded: Lock;
  readonly plan: Plan;
}

/** Every address that plans found in an app, as it was at one moment. */
interface Book {
  readonly revision: number;
  readonly ledgers: ReadonlyMap<string, Ledger>;
  readonly networks: ReadonlyMap<string, PlannedNetwork>;
  readonly spaces: ReadonlyMap<AddressSource, AddressSpace>;
}

const books = new WeakMap<IConstruct, Book>();

/** What the plans found for the network; absent: nothing was asked, or nothing was free. */
export function plannedNetwork(network: IConstruct): PlannedNetwork | undefined {
  return bookOf(network).networks.get(network.node.path);
}

/** What the plan cuts blocks out of, with all that it avoids. */
export function spaceOfPlan(plan: IConstruct, source: AddressSource): AddressSpace {
  const space = bookOf(plan).spaces.get(source);
  if (space === undefined) throw new RangeError(`${source.at} is not in its own app`);
  return space;
}

/** What the plans of the construct's app could not do. */
export function planFindings(construct: IConstruct): Finding[] {
  return [...bookOf(construct).ledgers.values()].flatMap(({ plan }) =>
    plan.problems.map((problem) => ({ ...problem, level: 'error' })),
  );
}

/**
 * Writes down what the plans found. When a lock file changed since it was read nothing is written, and
 * the plans are made again from what it says now.
 *
 * @returns whether everything is written down
 * @throws ConfigError `LOCK_OUTDATED`, `LOCK_BUSY`, `LOCK_MALFORMED`, `FILE_UNREADABLE`
 */
export function recordAddresses(construct: IConstruct): boolean {
  const { ledgers } = bookOf(construct);
  if ([...ledgers.values()].every(record)) return true;
  books.delete(construct.node.root);
  return false;
}

function record(ledger: Ledger): boolean {
  const { file, plan, text, recorded, users } = ledger;
  if (plan.lock === recorded) return readLockText(file) === text;
  const next = renderLock(plan.lock);
  if (isFrozen(users, process.env)) throw lockOutdated(file, text ?? '', next);
  if (!replaceLockText(file, text, next)) return false;
  ledger.text = next;
  ledger.recorded = plan.lock;
  return true;
}

function bookOf(construct: IConstruct): Book {
  const { root } = construct.node;
  const known = books.get(root);
  if (known?.revision === revisionOf(root)) return known;
  const book = makeBook(root, known);
  books.set(root, book);
  return book;
}

/** What was handed out before stays, although it may not be written down yet. */
function makeBook(root: IConstruct, before: Book | undefined): Book {
  const { sources, networks, members } = collectRequests(root);
  const surroundings = surroundingsOf(
    dockerStacksOf(root).flatMap((stack) => stack.hosts.map(({ description }) => description)),
    networks.map(({ model }) => model),
  );
  const spaces = new Map(sources.map((source) => [source, spaceOf(source, surroundings)]));
  const requests = groupBy(
    networks.filter(({ planned }) => planned.length > 0),
    ({ planned }) => planned[0]?.source.lockFile ?? '',
  );
  const ledgers = new Map<string, Ledger>();
  for (const [file, users] of groupBy(sources, ({ lockFile }) => lockFile)) {
    const asked = (requests.get(file) ?? []).map((part) =>
      networkRequest(part, members.get(part.model.id) ?? [], spaces),
    );
    ledgers.set(file, makeLedger({ file, users }, asked, before?.ledgers.get(file)));
  }
  const planned = [...ledgers.values()].flatMap(({ plan }) => [...plan.networks]);
  return { revision: revisionOf(root), ledgers, spaces, networks: new Map(planned) };
}

function makeLedger(
  { file, users }: { readonly file: string; readonly users: readonly AddressSource[] },
  networks: readonly NetworkRequest[],
  before: Ledger | undefined,
): Ledger {
  const text = before === undefined ? readLockText(file) : before.text;
  const recorded = before?.recorded ?? (text === undefined ? EMPTY_LOCK : parseLock(text, file));
  const plan = planAddresses({
    networks,
    previous: before?.plan.lock ?? recorded,
    today: new Date().toISOString().slice(0, 10),
    keepDays: Math.max(...users.map(({ keepRemovedDays }) => keepRemovedDays)),
  });
  return { file, users, text, recorded, plan };
}
