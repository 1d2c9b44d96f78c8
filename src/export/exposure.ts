import type { Exposure } from '../analysis/exposure/exposure';
import { AUDIENCES, type ExposedSocket, type Openness } from '../analysis/exposure/socket';
import { countText, listText } from '../analysis/text';
import { printable } from './printable';
import { PLAIN_STYLE, table, type TextStyle } from './text';

/** Version of the JSON form of an exposure; it grows when something is renamed or removed. */
const EXPOSURE_VERSION = 1;

/** An exposure for programs; the form is described in `docs/guide/exposure.md`. */
export function renderExposureJson({ sockets, incomplete }: Exposure): string {
  return `${JSON.stringify({ version: EXPOSURE_VERSION, sockets, incomplete }, null, 2)}\n`;
}

/** An exposure as a table for each host; lines have at most so many columns, unless a name alone has more. */
export function renderExposure(
  { sockets, incomplete }: Exposure,
  style: TextStyle = PLAIN_STYLE,
  columns = 80,
): string {
  const hosts = [...new Set(sockets.map(({ host }) => host))];
  const blocks = hosts.map((host) =>
    hostBlock(
      host,
      sockets.filter((socket) => socket.host === host),
      { style, columns },
    ),
  );
  if (blocks.length === 0) blocks.push('No port is open.');
  else blocks.push(LEGEND.map(style.faint).join('\n'));
  if (incomplete.length > 0) {
    blocks.push(`Only Terraform knows some ports of ${printable(listText(incomplete))}.`);
  }
  return blocks.join('\n\n');
}

const LEGEND = [
  'HOST: its own programs; BRIDGES: containers in other networks; LAN: neighbours;',
  'OUTSIDE: machines behind routers; past: ufw and firewalld do not close it.',
];

interface Look {
  readonly style: TextStyle;
  readonly columns: number;
}

function hostBlock(host: string, sockets: readonly ExposedSocket[], look: Look): string {
  const notes = new Map<string, number>();
  const rows = merge(sockets.map((socket) => rowOf(socket, notes)));
  const toLan = sockets.filter(({ reachableFrom }) => reachableFrom.lan !== 'no').length;
  const heading = `${host}: ${countText(sockets.length, 'open port')}, ${String(toLan)} of them for the LAN`;
  const reasons = [...notes].map(([reason, number]) => `(${String(number)}) ${reason}`);
  return [
    look.style.heading(printable(heading)),
    ...lay(rows, look),
    ...reasons.map((reason) => printable(reason)),
  ].join('\n');
}

/** A line of the table; both families are one where they have all else in common. */
interface Row {
  readonly addresses: readonly string[];
  readonly cells: readonly string[];
  readonly firewalls: readonly string[];
  readonly who: string;
}

function rowOf(socket: ExposedSocket, notes: Map<string, number>): Row {
  const { port, protocol, family, reachableFrom, reasons, bypassesFirewall } = socket;
  const marks = AUDIENCES.map((audience) => {
    const reason = reasons[audience];
    const mark = MARKS[reachableFrom[audience]];
    return reason === undefined ? mark : `${mark} (${String(noteNumber(reason, notes))})`;
  });
  const past = bypassesFirewall === 'yes' ? `IPv${String(family)} past` : '';
  return {
    addresses: [printable(socket.address ?? 'dynamic')],
    cells: [`${String(port)}${protocol === undefined ? '' : `/${protocol}`}`, ...marks],
    firewalls: [bypassesFirewall === 'unknown' ? '?' : past],
    who: printable(whoOf(socket)),
  };
}

const MARKS: Readonly<Record<Openness, string>> = { yes: 'yes', no: '-', unknown: '?' };

function noteNumber(reason: string, notes: Map<string, number>): number {
  const number = notes.get(reason) ?? notes.size + 1;
  notes.set(reason, number);
  return number;
}

function whoOf({ kind, container, containerPort, service, network, port }: ExposedSocket): string {
  if (container === undefined) return service ?? 'a program of the host';
  if (kind === 'host-mode') return `${container}, host mode`;
  if (network !== undefined) return `${container} in ${network}`;
  return containerPort === port ? container : `${container}, port ${String(containerPort ?? '')}`;
}

function merge(rows: readonly Row[]): Row[] {
  const merged = new Map<string, Row>();
  for (const row of rows) {
    const key = [...row.cells, row.who].join('\n');
    const known = merged.get(key);
    merged.set(key, known === undefined ? row : joined(known, row));
  }
  return [...merged.values()];
}

function joined(known: Row, { addresses, firewalls }: Row): Row {
  return {
    ...known,
    addresses: [...new Set([...known.addresses, ...addresses])],
    firewalls: [...new Set([...known.firewalls, ...firewalls])],
  };
}

function cellsOf({ addresses, cells, firewalls }: Row): string[] {
  const past = firewalls.filter((firewall) => firewall !== '');
  const isAll = past.length === firewalls.length && !past.includes('?');
  return [addresses.join(' '), ...cells, isAll ? 'past' : past.join(' ')];
}

const HEADINGS = ['ADDRESS', 'PORT', 'HOST', 'BRIDGES', 'LAN', 'OUTSIDE', 'FIREWALL'];

/** One line for each row, or, where that is too wide, who it is below it. */
function lay(rows: readonly Row[], { style, columns }: Look): string[] {
  const cells = rows.map(cellsOf);
  const wide = rows.map(({ who }, index) => [...(cells[index] ?? []), who]);
  const inOne = table(wide, [...HEADINGS, 'WHO'], PLAIN_STYLE);
  if (inOne.every((line) => line.length <= columns)) {
    return table(wide, [...HEADINGS, 'WHO'], style);
  }
  const [heading = '', ...lines] = table(cells, HEADINGS, style);
  return [heading, ...lines.flatMap((line, index) => [line, `  ${rows[index]?.who ?? ''}`])];
}
