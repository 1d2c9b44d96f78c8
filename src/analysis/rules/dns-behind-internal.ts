import type { Rule } from '../finding';
import { networksOf } from '../shared-networks';
import { usageOf } from '../usage';

/** Measured on four engines: Docker's own server answers for containers, and asks nobody else. */
export const dnsBehindInternal: Rule = {
  code: 'DNS_BEHIND_INTERNAL',
  level: 'warning',
  covers: ['N14'],
  summary: 'A container names DNS servers and has no way to them.',
  *find(model) {
    for (const container of usageOf(model).resolving) {
      if (container.dns.length === 0 || container.mode !== 'networks') continue;
      const networks = networksOf(model, container) ?? [];
      if (
        networks.length === 0 ||
        networks.some(({ internal, external }) => !internal || external)
      ) {
        continue;
      }
      yield {
        at: container.id,
        problem: `dns ${container.dns.join(', ')} is never asked: it is in internal networks only, where nothing but names of containers resolves`,
        fix: 'drop dns, or add a network with a way out',
      };
    }
  },
};
