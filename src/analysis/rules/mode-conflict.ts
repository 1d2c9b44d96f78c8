import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import { publishes, publishText } from '../publishing';
import { listText } from '../text';
import { usageOf } from '../usage';

/** The container's network, names and hosts file are the other one's, so Docker takes no own ones. */
export const modeConflict: Rule = {
  code: 'MODE_CONFLICT',
  level: 'error',
  covers: ['M5', 'M9'],
  summary: 'A container has settings that its network mode does not allow.',
  *find(model) {
    for (const container of usageOf(model).modes) {
      if (container.mode === 'none') continue;
      const settings = container.mode === 'host' ? ofHostMode(container) : ofDonor(container);
      if (settings.length === 0) continue;
      yield container.mode === 'host'
        ? {
            at: container.id,
            problem: `in host mode it has ${listText(settings)}, which Docker refuses`,
            fix: `set ${settings.length === 1 ? 'that' : 'them'} on the host, or put the container into a network`,
          }
        : {
            at: container.id,
            problem: `it has ${listText(settings)} and shares the network of ${container.modeContainer ?? 'a container'}`,
            fix: `set ${settings.length === 1 ? 'that' : 'them'} on ${container.modeContainer ?? 'that container'}, or give this one networks of its own`,
          };
    }
  },
};

function ofHostMode({ sysctls, links }: Container): string[] {
  return [
    ...Object.keys(sysctls)
      .filter((name) => name.startsWith('net.'))
      .map((name) => `sysctl ${name}`),
    ...(links.length > 0 ? ['links'] : []),
  ];
}

function ofDonor(container: Container): string[] {
  const { hostname, dns, extraHosts, links } = container;
  return [
    ...(publishes(container) ? [publishText(container)] : []),
    ...(hostname === undefined ? [] : [`hostname '${hostname}'`]),
    ...(dns.length > 0 ? [`dns ${dns.join(', ')}`] : []),
    ...(extraHosts.length > 0 ? ['extraHosts'] : []),
    ...(links.length > 0 ? ['links'] : []),
  ];
}
