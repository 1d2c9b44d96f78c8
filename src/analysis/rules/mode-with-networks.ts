import type { Container } from '../../topology/container';
import type { Network } from '../../topology/network';
import type { Rule } from '../finding';

/** What the engine's own networks `host` and `none` stand for when they are looked up by name. */
const MODES: ReadonlySet<string | undefined> = new Set(['host', 'none']);

/** Docker has either networks or one of these modes; beside `container:` the provider drops networks. */
export const modeWithNetworks: Rule = {
  code: 'MODE_WITH_NETWORKS',
  level: 'error',
  covers: ['M6', 'M8'],
  summary: 'A container in host, none or container mode names networks, too.',
  *find({ topology, networks }) {
    for (const container of topology.containers) {
      const { id: at, mode, attachments } = container;
      if (mode !== 'networks' && attachments.length > 0) {
        yield {
          at,
          problem: `it has ${modeText(container)} and ${attachmentsText(container)}`,
          fix: 'drop networkMode or the networks',
        };
      }
      for (const { network: id } of attachments) {
        const network = networks.get(id);
        if (network === undefined || !isModeNetwork(network)) continue;
        yield {
          at,
          problem: `its networks have the engine's own network '${network.name ?? ''}'`,
          fix: `write networkMode: NetworkMode.${network.name ?? ''} instead of networks`,
        };
      }
    }
  },
};

function isModeNetwork({ external, name }: Network): boolean {
  return external && MODES.has(name);
}

function modeText({ mode, modeContainer }: Container): string {
  return mode === 'container' ? `the network of ${modeContainer ?? 'a container'}` : `${mode} mode`;
}

function attachmentsText({ attachments }: Container): string {
  const [first] = attachments;
  const others = attachments.length === 1 ? '' : ` and ${String(attachments.length - 1)} more`;
  return `the network ${first?.network ?? ''}${others}`;
}
