import type { Container } from '../../topology/container';
import type { Network } from '../../topology/network';
import type { Rule } from '../finding';
import { usageOf } from '../usage';

/** Docker has either networks or one of these modes; beside `container:` the provider drops networks. */
export const modeWithNetworks: Rule = {
  code: 'MODE_WITH_NETWORKS',
  level: 'error',
  covers: ['M6', 'M8'],
  summary: 'A container in host, none or container mode names networks, too.',
  *find(model) {
    for (const container of usageOf(model).modes) {
      if (container.attachments.length === 0) continue;
      yield {
        at: container.id,
        problem: `it ${modeText(container)} and names ${attachmentsText(container)}`,
        fix: 'drop networkMode or the networks',
      };
    }
    for (const network of model.topology.networks.filter(isModeNetwork)) {
      const { id, name = '' } = network;
      for (const { container } of model.members.get(id) ?? []) {
        yield {
          at: container.id,
          problem: `its networks have the engine's own network '${name}'`,
          fix: `write networkMode: NetworkMode.${name} instead of networks`,
        };
      }
    }
  },
};

/** The engine's own networks `host` and `none`, looked up by name. */
function isModeNetwork({ external, name }: Network): boolean {
  return external && (name === 'host' || name === 'none');
}

function modeText({ mode, modeContainer }: Container): string {
  return mode === 'container'
    ? `shares the network of ${modeContainer ?? 'a container'}`
    : `is in ${mode} mode`;
}

function attachmentsText({ attachments }: Container): string {
  const [first] = attachments;
  const others = attachments.length === 1 ? '' : ` and ${String(attachments.length - 1)} more`;
  return `the network ${first?.network ?? ''}${others}`;
}
