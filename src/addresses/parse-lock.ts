import { tryParseAddress } from '../ip/address';
import { contains, firstUsable, formatCidr, lastUsable, tryParseCidr, type Cidr } from '../ip/cidr';
import { isDay } from './days';
import { blockKey, type AddressRecord, type BlockRecord, type Lock } from './lock';
import { readEntries, type LockEntry } from './lock-entries';
import { lockError } from './lock-error';
import { checkOverlaps } from './lock-overlaps';

/**
 * Reads a lock file. What cannot be right is refused with its line: guessing would give something
 * another address.
 *
 * @param at - the file's name, for messages
 * @throws ConfigError `LOCK_MALFORMED`, `LOCK_VERSION`
 */
export function parseLock(text: string, at: string): Lock {
  const entries = readEntries(text, at);
  for (const entry of entries) checkFields(entry, at);
  const blocks = readBlocks(entries, at);
  checkOverlaps([...blocks.values()], at);
  for (const entry of entries) if (!isBlock(entry)) readAddress(entry, blocks, at);
  return new Map([...blocks].map(([key, { record }]) => [key, record]));
}

/** A block while its addresses are read. */
interface OpenBlock {
  readonly line: number;
  readonly record: BlockRecord;
  readonly addresses: Map<string, AddressRecord>;

  /** Line of each address that somebody has. */
  readonly owners: Map<bigint, number>;
}

const BLOCK_FIELDS: readonly string[] = ['network', 'subnet', 'ipRange', 'removed'];
const ADDRESS_FIELDS: readonly string[] = ['network', 'container', 'address', 'removed'];

function isBlock({ fields }: LockEntry): boolean {
  return fields.has('subnet');
}

function checkFields({ line, fields }: LockEntry, at: string): void {
  const isOfBlock = fields.has('subnet');
  const known = isOfBlock ? BLOCK_FIELDS : ADDRESS_FIELDS;
  const required = isOfBlock ? ['network'] : ['network', 'container', 'address'];
  const other = [...fields.keys()].find((key) => !known.includes(key));
  if (other !== undefined) {
    throw lockError({ at, line }, `there is no field '${other}'`, `write ${known.join(', ')}`);
  }
  const missing = required.find((key) => !fields.has(key));
  if (missing !== undefined) throw lockError({ at, line }, `${missing} is missing`, 'add it');
  const removed = fields.get('removed');
  if (removed === undefined || isDay(removed)) return;
  throw lockError({ at, line }, `removed is '${removed}'`, 'write a day such as 2026-11-21');
}

function readBlocks(entries: readonly LockEntry[], at: string): Map<string, OpenBlock> {
  const blocks = new Map<string, OpenBlock>();
  for (const entry of entries) {
    if (!isBlock(entry)) continue;
    const block = readBlock(entry, at);
    const { network, family } = block.record;
    const key = blockKey(network, family);
    const other = blocks.get(key);
    if (other !== undefined) {
      throw lockError(
        { at, line: entry.line },
        `${network} has an IPv${String(family)} block in line ${String(other.line)}, too`,
        'delete one of the two lines',
      );
    }
    blocks.set(key, block);
  }
  return blocks;
}

function readBlock({ line, fields }: LockEntry, at: string): OpenBlock {
  const cidr = readCidr('subnet', { line, fields }, at);
  const dynamic = fields.has('ipRange') ? readCidr('ipRange', { line, fields }, at) : undefined;
  if (dynamic !== undefined && !contains(cidr, dynamic)) {
    const problem = `ipRange ${formatCidr(dynamic)} is outside subnet ${formatCidr(cidr)}`;
    throw lockError({ at, line }, problem, 'write a part of the subnet');
  }
  const removed = fields.get('removed');
  const addresses = new Map<string, AddressRecord>();
  const record: BlockRecord = {
    network: fields.get('network') ?? '',
    family: cidr.family,
    cidr,
    addresses,
    ...(dynamic === undefined ? {} : { dynamic }),
    ...(removed === undefined ? {} : { removed }),
  };
  return { line, record, addresses, owners: new Map() };
}

function readCidr(key: string, { line, fields }: LockEntry, at: string): Cidr {
  const text = fields.get(key) ?? '';
  const cidr = tryParseCidr(text);
  if (cidr !== undefined) return cidr;
  throw lockError({ at, line }, `${key} '${text}' is not a block`, 'write one such as 10.0.0.0/24');
}

function readAddress(entry: LockEntry, blocks: ReadonlyMap<string, OpenBlock>, at: string): void {
  const { line, fields } = entry;
  const [network = '', container = '', text = '', removed] = ADDRESS_FIELDS.map((key) =>
    fields.get(key),
  );
  const address = tryParseAddress(text);
  if (address === undefined) {
    throw lockError({ at, line }, `'${text}' is not an IP address`, 'write one such as 10.0.0.5');
  }
  const block = blocks.get(blockKey(network, address.family));
  if (block === undefined) {
    const problem = `no line says which IPv${String(address.family)} block ${network} has`;
    throw lockError({ at, line }, problem, 'add that line, or delete this one');
  }
  const { value } = address;
  checkUsable(block, { at, line, value, text });
  if (block.addresses.has(container)) {
    const problem = `${container} has an address in ${network} in an earlier line, too`;
    throw lockError({ at, line }, problem, 'delete one of the two lines');
  }
  if (removed === undefined) checkOwner(block, { at, line, value, text });
  block.addresses.set(container, { value, ...(removed === undefined ? {} : { removed }) });
}

/** An address and its line. */
interface PlacedAddress {
  readonly at: string;
  readonly line: number;
  readonly value: bigint;
  readonly text: string;
}

function checkUsable(
  { record: { cidr } }: OpenBlock,
  { at, line, value, text }: PlacedAddress,
): void {
  if (firstUsable(cidr).value < value && value <= lastUsable(cidr).value) return;
  throw lockError(
    { at, line },
    `${text} is not an address that a container can have in ${formatCidr(cidr)}`,
    'write another one, or delete the line',
  );
}

function checkOwner({ owners }: OpenBlock, { at, line, value, text }: PlacedAddress): void {
  const other = owners.get(value);
  owners.set(value, line);
  if (other === undefined) return;
  throw lockError(
    { at, line },
    `address ${text} is in line ${String(other)}, too`,
    'delete one of the two lines: that container gets a new address',
  );
}
