import type { AddressOwner } from '../analysis/address-owners';
import type { AddressUsage, NetworkUsage, PoolUsage } from '../analysis/address-usage';
import { PLAIN_STYLE, type TextStyle } from './text';

/** Who has how many addresses, with a bar for each network: `#` used, `x` reserved, `~` Docker's, `.` free. */
export function renderAddresses(usage: AddressUsage, style: TextStyle = PLAIN_STYLE): string {
  const { pools, others } = usage;
  const widths = widthsOf([...pools.flatMap(({ networks }) => networks), ...others]);
  const blocks = pools.map((pool) =>
    [
      poolHeading(pool, style),
      ...pool.networks.map((network) => networkLine(network, widths)),
    ].join('\n'),
  );
  if (others.length > 0) {
    const heading = pools.length === 0 ? 'networks' : 'networks outside the pools';
    blocks.push(
      [style.heading(heading), ...others.map((network) => networkLine(network, widths))].join('\n'),
    );
  }
  if (blocks.length === 0) return 'No network has a block that is known.';
  return `${blocks.join('\n\n')}\n\n${style.faint(LEGEND)}`;
}

const LEGEND = '# used   x reserved   ~ handed out by Docker   . free';

/** The answer for one address, a line for each place. */
export function renderOwners(address: string, owners: readonly AddressOwner[]): string {
  if (owners.length === 0) return `${address} is in no network and no pool.`;
  return owners.map((owner) => `${address} ${sentence(owner)}`).join('\n');
}

function sentence({ kind, owner = '', network, cidr }: AddressOwner): string {
  const place = network === undefined ? `pool ${cidr}` : `${network} (${cidr})`;
  return SENTENCES[kind](place, owner);
}

const SENTENCES: Readonly<Record<AddressOwner['kind'], (place: string, owner: string) => string>> =
  {
    container: (place, owner) => `belongs to ${owner} in ${place}`,
    gateway: (place) => `is the gateway of ${place}`,
    auxiliary: (place, owner) => `is the auxiliary address '${owner}' of ${place}`,
    block: (place, owner) => `is the ${owner} of ${place}`,
    dynamic: (place) => `is in ${place}, for Docker to hand out`,
    reserved: (place, owner) => `is in ${place}, reserved by ${owner}`,
    avoided: (place) => `is in ${place}, and avoided as somebody else uses it`,
    free: (place) => `is free in ${place}`,
  };

function poolHeading(pool: PoolUsage, style: TextStyle): string {
  const { plan, used, reserved, avoided, free } = pool;
  const counts = [
    `${short(used)} in networks`,
    `${short(reserved)} reserved`,
    `${short(avoided)} avoided`,
    `${short(free)} free`,
  ].join(', ');
  return `${style.heading(pool.pool)} of ${plan}: ${counts}`;
}

interface Widths {
  readonly network: number;
  readonly cidr: number;
}

function widthsOf(networks: readonly NetworkUsage[]): Widths {
  return networks.reduce(
    (widths, { network, cidr }) => ({
      network: Math.max(widths.network, network.length),
      cidr: Math.max(widths.cidr, cidr.length),
    }),
    { network: 0, cidr: 0 },
  );
}

function networkLine(usage: NetworkUsage, widths: Widths): string {
  const { network, cidr, used, reserved, dynamic, free } = usage;
  const counts = [
    `${short(used)} used`,
    `${short(reserved)} reserved`,
    `${short(dynamic)} dynamic`,
    `${short(free)} free`,
  ].join(', ');
  return `  ${network.padEnd(widths.network)}  ${cidr.padEnd(widths.cidr)}  [${bar(usage)}]  ${counts}`;
}

/** A number of IPv6 addresses as a power of two, which says more than twenty digits. */
function short(count: string): string {
  const bits = BigInt(count).toString(2).length;
  return bits <= 32 ? count : `about 2^${String(bits - 1)}`;
}

const BAR_WIDTH = 24;

/** Whatever there is has at least one sign; what is left over or missing is taken from the largest. */
function bar({ size, used, reserved, dynamic, free }: NetworkUsage): string {
  const parts = [
    ['#', BigInt(used)],
    ['x', BigInt(reserved)],
    ['~', BigInt(dynamic)],
    ['.', BigInt(free)],
  ] as const;
  const total = BigInt(size);
  const cells = parts.map(([, count]) =>
    count === 0n ? 0 : Math.max(1, Number((count * BigInt(BAR_WIDTH)) / total)),
  );
  const largest = cells.indexOf(Math.max(...cells));
  const others = cells.reduce((sum, cell, index) => (index === largest ? sum : sum + cell), 0);
  return parts
    .map(([sign], index) =>
      sign.repeat(index === largest ? BAR_WIDTH - others : (cells[index] ?? 0)),
    )
    .join('');
}
