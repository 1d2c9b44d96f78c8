import type { Rule } from '../finding';
import { providerOrder } from '../provider-order';
import { usageOf } from '../usage';

/** The provider keeps both as sets; it hands them over in an order of its own, always the same. */
export const dnsOrderLost: Rule = {
  code: 'DNS_ORDER_LOST',
  level: 'warning',
  covers: [],
  summary:
    'Name servers or search domains reach the engine in another order than they are written.',
  *find(model) {
    for (const { id: at, dns, dnsSearch } of usageOf(model).resolving) {
      for (const [what, written] of [
        ['dns', dns],
        ['dnsSearch', dnsSearch],
      ] as const) {
        if (written.length < 2) continue;
        const order = providerOrder(written);
        if (order.every((text, index) => text === written[index])) continue;
        yield {
          at,
          problem: `${what} ${written.join(', ')} reaches the engine as ${order.join(', ')}, since the provider keeps it as a set`,
          fix: 'write it in that order when it does not matter, or name one only',
        };
      }
    }
  },
};
