import type { Container } from '../../topology/container';
import type { Rule } from '../finding';
import { listText } from '../text';
import { usageOf } from '../usage';

/** Docker refuses `dns` and `hostname` here, and takes these without using them. */
export const modeSettingIgnored: Rule = {
  code: 'MODE_SETTING_IGNORED',
  level: 'warning',
  covers: ['M5'],
  summary: "A container shares another one's network and has settings that Docker then ignores.",
  *find(model) {
    for (const container of usageOf(model).modes) {
      if (container.mode !== 'container') continue;
      const settings = ignored(container);
      if (settings.length === 0) continue;
      yield {
        at: container.id,
        problem: `its ${listText(settings)} does nothing, as it shares the network of ${container.modeContainer ?? 'a container'}`,
        fix: `set that on ${container.modeContainer ?? 'that container'}`,
      };
    }
  },
};

function ignored({ domainname, dnsSearch, dnsOptions }: Container): string[] {
  return [
    ...(domainname === undefined ? [] : [`domainname '${domainname}'`]),
    ...(dnsSearch.length > 0 ? [`dnsSearch ${dnsSearch.join(', ')}`] : []),
    ...(dnsOptions.length > 0 ? [`dnsOptions ${dnsOptions.join(', ')}`] : []),
  ];
}
