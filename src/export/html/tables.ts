import { addressUsage, type NetworkUsage } from '../../analysis/address-usage';
import { exposureOf } from '../../analysis/exposure/exposure';
import { AUDIENCES, type ExposedSocket } from '../../analysis/exposure/socket';
import type { Topology } from '../../topology/topology';
import { label } from '../chart/label';
import { escapeMarkup } from '../svg/markup';

/** Every open port, and from where it is reached. */
export function exposureSection(topology: Topology): string {
  const { sockets } = exposureOf(topology);
  const heads = [
    'Host',
    'Address',
    'Port',
    'Who answers',
    ...AUDIENCES.map((one) => `From ${one}`),
    'Passes the firewall',
  ];
  if (sockets.length === 0) return section('exposure', 'Open ports', '<p>No port is open.</p>');
  return section(
    'exposure',
    'Open ports',
    table('Open ports of every host', heads, sockets.map(socketCells)),
  );
}

function socketCells(socket: ExposedSocket): string[] {
  const { host, address, network, port, protocol, container, service } = socket;
  return [
    host,
    address ?? (network === undefined ? 'dynamic' : `dynamic, in ${network}`),
    protocol === undefined ? String(port) : `${String(port)}/${protocol}`,
    container ?? service ?? 'the host',
    ...AUDIENCES.map((audience) => socket.reachableFrom[audience]),
    socket.bypassesFirewall,
  ];
}

/** How full each network is. */
export function addressSection(topology: Topology): string {
  const { pools, others } = addressUsage(topology);
  const networks = [...pools.flatMap((pool) => pool.networks), ...others];
  if (networks.length === 0) {
    return section('addresses', 'Addresses', '<p>No network has a block that is known.</p>');
  }
  const heads = ['Network', 'Block', 'Used', 'Reserved', 'Dynamic', 'Free', 'Map'];
  return section(
    'addresses',
    'Addresses',
    table('Addresses of each network', heads, networks.map(usageCells), 1),
  );
}

/** The last cell is a bar, ten marks long: `#` used, `x` reserved, `~` dynamic, `.` free. */
function usageCells(usage: NetworkUsage): string[] {
  const { network, cidr, used, reserved, dynamic, free } = usage;
  return [network, cidr, used, reserved, dynamic, free, barOf(usage)];
}

const BAR = 20;

function barOf({ size, used, reserved, dynamic }: NetworkUsage): string {
  const marks = (count: string): number => {
    const exact = Number((BigInt(count) * BigInt(BAR)) / BigInt(size));
    return count === '0' ? 0 : Math.max(1, exact);
  };
  const bar = '#'.repeat(marks(used)) + 'x'.repeat(marks(reserved)) + '~'.repeat(marks(dynamic));
  return bar.slice(0, BAR).padEnd(BAR, '.');
}

function section(id: string, title: string, content: string): string {
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`;
}

function table(
  caption: string,
  heads: readonly string[],
  rows: readonly string[][],
  codes = 0,
): string {
  const head = heads.map((text) => `<th scope="col">${escapeMarkup(text)}</th>`).join('');
  const lines = rows.map((cells) => {
    const texts = cells.map((cell, index) => {
      const shown = escapeMarkup(label(cell));
      return `<td>${index >= cells.length - codes ? `<code>${shown}</code>` : shown}</td>`;
    });
    return `<tr>${texts.join('')}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}
