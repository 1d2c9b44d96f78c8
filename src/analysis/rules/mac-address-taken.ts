import { clashes } from '../clashes';
import { isEngineBefore } from '../engine';
import type { Rule } from '../finding';
import { areNeverTogether } from '../lifetimes';
import type { Member } from '../model';
import { MAC_ADDRESS_SINCE } from './attachment-setting-ignored';

/** Switches learn the address on two places by turns, and packets go to either. */
export const macAddressTaken: Rule = {
  code: 'MAC_ADDRESS_TAKEN',
  level: 'warning',
  covers: ['A14'],
  summary: 'Two containers of one network have the same MAC address.',
  *find(model) {
    for (const { id, host } of model.topology.networks) {
      // Older engines do not set it: ATTACHMENT_SETTING_IGNORED.
      if (isEngineBefore(model, host, MAC_ADDRESS_SINCE)) continue;
      const clashing = clashes<Member>(
        model.members.get(id) ?? [],
        ({ attachment }) => attachment.macAddress?.toLowerCase(),
        ({ container }) => container.id,
        isClash,
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

function isClash({ container }: Member, { container: other }: Member): boolean {
  return container !== other && !areNeverTogether(container, other);
}
