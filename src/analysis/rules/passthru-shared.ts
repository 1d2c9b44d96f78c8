import type { Rule } from '../finding';
import { compareText } from '../text';

/** In this mode the child has the parent's own MAC address and all of its traffic. */
export const passthruShared: Rule = {
  code: 'PASSTHRU_SHARED',
  level: 'error',
  covers: ['V3'],
  summary: 'A macvlan network in passthru mode has more than one container.',
  *find({ topology, members }) {
    for (const { id: at, driver, options, external } of topology.networks) {
      if (external || driver !== 'macvlan' || options['macvlan_mode'] !== 'passthru') continue;
      const running = (members.get(at) ?? []).filter(({ container }) => !container.oneShot);
      if (running.length < 2) continue;
      const ids = running.map(({ container }) => container.id).sort(compareText);
      yield {
        at,
        problem: `in passthru mode one container has the whole interface, and ${ids.slice(0, 2).join(' and ')} are both in it`,
        fix: "use mode 'bridge', or a network and an interface for each",
      };
    }
  },
};
