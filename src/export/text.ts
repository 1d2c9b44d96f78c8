import type { AcceptedFinding, Finding } from '../analysis/finding';
import { renderFinding } from '../analysis/finding';
import { formatPublish } from '../notation/publish';
import type { Attachment, Container } from '../topology/container';
import type { Host } from '../topology/host';
import { isDefaultBridge, type Network } from '../topology/network';
import type { Topology } from '../topology/topology';

/** How a table of text is coloured; every function gives its argument back by default. */
export interface TextStyle {
  /** Names of stacks and columns. */
  readonly heading: (text: string) => string;

  /** What matters less. */
  readonly faint: (text: string) => string;

  /** Findings at level error. */
  readonly error: (text: string) => string;

  /** Findings at level warning. */
  readonly warning: (text: string) => string;
}

const same = (text: string): string => text;

/** No colours. */
export const PLAIN_STYLE: TextStyle = { heading: same, faint: same, error: same, warning: same };

/**
 * A topology on one screen: hosts, networks with subnet and gateway, containers with addresses, names
 * and published ports, and what was found about it.
 */
export function renderText(
  topology: Topology,
  findings: readonly (Finding | AcceptedFinding)[] = [],
  style: TextStyle = PLAIN_STYLE,
): string {
  const networks = topology.networks.filter((network) => !isDefaultBridge(network));
  const { containers, hosts } = topology;
  const hasOneHost = hosts.length <= 1;
  return [
    ...table(hosts.map(hostRow), ['HOST', 'ENGINE', 'ENDPOINT'], style),
    ...table(
      networks.map((network) => networkRow(network, hasOneHost)),
      ['NETWORK', 'SUBNET', 'GATEWAY', 'KIND'],
      style,
    ),
    ...table(
      containers.flatMap((container) => containerRows(container, topology)),
      ['CONTAINER', 'NETWORK', 'ADDRESS', 'NAMES', 'PUBLISHED'],
      style,
    ),
    ...findings.map((finding) => findingLine(finding, style)),
  ].join('\n');
}

function hostRow({ id, engineVersion, endpoint }: Host): string[] {
  const shown = endpoint === 'environment' ? 'DOCKER_HOST, or the local socket' : endpoint;
  return [id, engineVersion ?? 'version not given', shown];
}

function networkRow(network: Network, hasOneHost: boolean): string[] {
  const { name, id, subnets, driver = 'exists already', internal, host, external } = network;
  const kind = [external ? 'existing' : driver, ...(internal ? ['internal'] : [])];
  const known = subnets.filter(({ cidr }) => cidr !== undefined);
  return [
    name ?? id,
    known.length === 0 ? 'Docker picks one' : known.map(({ cidr }) => cidr).join(' '),
    known.map(({ gateway }) => gateway ?? '').join(' '),
    [kind.join(', '), ...(hasOneHost ? [] : [`on ${host}`])].join(', '),
  ];
}

function containerRows(container: Container, topology: Topology): string[][] {
  const name = container.name ?? container.id;
  const published = publishedText(container);
  if (container.mode !== 'networks') {
    const target = topology.containers.find(({ id }) => id === container.modeContainer);
    const mode = target === undefined ? container.mode : `container ${target.name ?? target.id}`;
    return [[name, mode, '', '', published]];
  }
  return container.attachments.map((attachment, index) => [
    index === 0 ? name : '',
    networkName(attachment, topology),
    [attachment.ipv4, attachment.ipv6].filter((address) => address !== undefined).join(' ') ||
      'dynamic',
    attachment.aliases.join(' '),
    index === 0 ? published : '',
  ]);
}

function networkName({ network: id }: Attachment, { networks }: Topology): string {
  const network = networks.find((each) => each.id === id);
  if (network === undefined) return id;
  return isDefaultBridge(network) ? 'default bridge' : (network.name ?? id);
}

function publishedText({ publish, publishAll }: Container): string {
  return [...publish.map(formatPublish), ...(publishAll ? ['all exposed'] : [])].join(' ');
}

function findingLine(finding: Finding | AcceptedFinding, style: TextStyle): string {
  if ('reason' in finding) {
    return style.faint(`accepted ${renderFinding(finding)}: ${finding.reason}`);
  }
  const paint = { error: style.error, warning: style.warning, note: style.faint }[finding.level];
  return `${paint(finding.level)} ${renderFinding(finding)}`;
}

/** Rows under their headings in columns of equal width; nothing for no rows. */
export function table(rows: readonly string[][], headings: string[], style: TextStyle): string[] {
  if (rows.length === 0) return [];
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [style.heading(line(headings)), ...rows.map(line)];
}
