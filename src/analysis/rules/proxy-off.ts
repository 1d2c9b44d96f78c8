import type { Host } from '../../topology/host';
import { mayBeBefore } from '../engine';
import type { Rule } from '../finding';
import type { Model } from '../model';
import { bindingsOf, type Binding } from '../publishing';
import { compareText, listText } from '../text';

export const proxyOff: Rule = {
  code: 'PROXY_OFF',
  level: 'note',
  covers: ['M26'],
  summary: 'Without its userland proxy the engine opens published ports to fewer clients.',
  *find(model) {
    for (const host of model.topology.hosts) {
      if (host.daemon.userlandProxy !== false) continue;
      const bindings = (bindingsOf(model).get(host.id) ?? []).filter(isForOthers);
      if (bindings.length === 0) continue;
      const ids = [...new Set(bindings.map(({ container }) => container.id))].sort(compareText);
      yield {
        at: host.id,
        problem: `userlandProxy is off: the published ports of ${listText(ids)} are closed to ${closedTo(model, host)}`,
        fix: 'reach them over a network of both, or leave the proxy on',
      };
    }
  },
};

function closedTo(model: Model, { id }: Host): string {
  const always = 'IPv6 clients of containers without IPv6, and to [::1]';
  return mayBeBefore(model, id, [29])
    ? `containers of other bridges before engine 29, to ${always}`
    : always;
}

/** What is published on 127.0.0.1 is for the host itself, which reaches it without the proxy, too. */
function isForOthers({ address }: Binding): boolean {
  return address?.startsWith('127.') !== true;
}
