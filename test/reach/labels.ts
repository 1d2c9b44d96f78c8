import type { Container, Network, Topology } from 'portolan/topology';
import type { Answer } from '../../src/analysis/reach/answer';
import type { Question } from '../../src/analysis/reach/question';

/** What a case is an example of: the reason, and what those at its ends and the way are like. */
export function labelsOf(topology: Topology, question: Question, answer: Answer): string[] {
  const { from, protocol } = question;
  const ends = [from, answer.to].flatMap((place) =>
    place?.kind === 'container' ? topology.containers.filter(({ id }) => id === place.id) : [],
  );
  const labels = [
    `from ${from.kind === 'lan' && from.isRouted === true ? 'lan with a route' : from.kind}`,
    `by ${answer.by.kind}`,
    `IPv${String(answer.family ?? 4)}`,
    protocol,
    answer.verdict === 'reaches' ? 'reaches' : answer.reason!.code,
    ...ends.flatMap((container) => ofContainer(topology, container)),
    ...bindForm(topology, question),
  ];
  return [...new Set(labels)];
}

function ofContainer({ networks }: Topology, { mode, attachments }: Container): string[] {
  const own = attachments.map(({ network }) => networks.find(({ id }) => id === network)!);
  return [
    `mode ${mode}`,
    ...(attachments.length > 1 ? ['several networks'] : []),
    ...own.flatMap(ofNetwork),
  ];
}

function ofNetwork({ driver, external, internal, ipv6, options }: Network): string[] {
  return [
    external ? 'default bridge' : `driver ${driver!}`,
    ...(internal ? ['internal'] : []),
    ...(ipv6 ? ['dual-stack network'] : []),
    ...(options['com.docker.network.bridge.enable_icc'] === 'false' ? ['icc off'] : []),
    ...(options['com.docker.network.bridge.enable_ip_masquerade'] === 'false'
      ? ['masquerade off']
      : []),
  ];
}

/** How the port is published that the question is about. */
function bindForm({ containers }: Topology, { port, protocol, to }: Question): string[] {
  if (to.kind !== 'host-address' && to.kind !== 'gateway' && to.kind !== 'loopback') return [];
  const found = containers
    .flatMap(({ publish }) => publish)
    .find((one) => one.hostPort === port && one.protocol === protocol);
  return found === undefined ? [] : [`published on ${found.hostIp ?? 'every address'}`];
}
