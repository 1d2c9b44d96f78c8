import type { Container } from '../topology/container';
import type { Topology } from '../topology/topology';
import { isOnDefaultBridge } from './compose/service';

/** A form that a topology is exported to. */
export type ExportFormat = 'docker' | 'compose';

/** What the topology says on the host and the form has no word for: `where: what`. */
export function exportNotices(topology: Topology, host: string, format: ExportFormat): string[] {
  const own = topology.containers.filter((one) => one.host === host && !one.external);
  return [
    ...own.flatMap((container) => [
      ...filesNotice(container),
      ...(format === 'docker' ? dockerNotices(container) : composeNotices(container, topology)),
    ]),
    ...rulesNotice(topology, host),
  ];
}

function filesNotice({ id, files }: Container): string[] {
  if (files.length === 0) return [];
  const paths = files.map(({ path }) => path).join(', ');
  return [`${id}: uploaded files are not exported (${paths}); mount them, or docker cp them`];
}

function dockerNotices({ id, attachments }: Container): string[] {
  return attachments
    .filter(({ gatewayPriority = 0 }) => gatewayPriority !== 0)
    .map(
      ({ network, gatewayPriority }) =>
        `${id}: gateway priority ${String(gatewayPriority)} in ${network} is not exported; docker network connect --gw-priority sets it from engine 28`,
    );
}

function composeNotices(container: Container, topology: Topology): string[] {
  const { id, attachments, publishAll, links } = container;
  const isOnBridge = attachments.some((one) => isOnDefaultBridge(one, topology));
  const isElsewhere = attachments.length > 1;
  return [
    ...(isOnBridge && isElsewhere
      ? [
          `${id}: Compose has no service on the default bridge and in other networks; its own default network stands in`,
        ]
      : []),
    ...(publishAll ? [`${id}: publishing every exposed port has no word in Compose`] : []),
    ...(links.length > 0 && isOnBridge
      ? [`${id}: links on the default bridge are not exported`]
      : []),
  ];
}

function rulesNotice({ hosts }: Topology, host: string): string[] {
  const rules = hosts.find(({ id }) => id === host)?.forwardRules ?? [];
  return rules.length === 0
    ? []
    : [`${host}: ${String(rules.length)} forward rules are not exported; they belong to the host`];
}
