import { clashes } from '../clashes';
import type { Rule } from '../finding';
import type { Member } from '../model';

/** Switches learn the address on two places by turns, and packets go to either. */
export const macAddressTaken: Rule = {
  code: 'MAC_ADDRESS_TAKEN',
  level: 'warning',
  covers: ['A14'],
  summary: 'Two containers of one network have the same MAC address.',
  *find({ topology, members }) {
    for (const { id } of topology.networks) {
      const clashing = clashes<Member>(
        members.get(id) ?? [],
        ({ attachment }) => attachment.macAddress?.toLowerCase(),
        ({ container }) => container.id,
      );
      for (const { item, other } of clashing) {
        yield {
          at: item.container.id,
          problem: `its MAC address ${item.attachment.macAddress ?? ''} in ${id} is the one of ${other.container.id}, too`,
          fix: 'choose another one, or let Docker pick it',
        };
      }
    }
  },
};
