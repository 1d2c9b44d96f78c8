import { expectList, expectRecord, expectString } from '../../expect';
import { extraHost, type ExtraHost } from '../../notation/extra-host';
import { checkExtraHostName } from '../../notation/names';
import { isToken } from '../token';

/**
 * Lines of the hosts file in the order of their names.
 *
 * @throws ConfigError `ADDRESS_MALFORMED`, `NAME_MALFORMED`, `PROP_TYPE`
 */
export function parseExtraHosts(value: unknown, at: string): ExtraHost[] {
  if (value === undefined) return [];
  expectRecord(value, at, 'extraHosts');
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([host, addresses]: [string, unknown]) => {
      checkExtraHostName(host, at);
      if (Array.isArray(addresses)) expectList(addresses, at, `extraHosts.${host}`);
      const list: readonly unknown[] = Array.isArray(addresses) ? addresses : [addresses];
      return list.map((address) => {
        expectString(address, at, `extraHosts.${host}`);
        return isToken(address) ? { host, address } : extraHost(host, address, at);
      });
    });
}
