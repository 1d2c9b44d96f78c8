import type { Intent } from '../../topology/intent';
import { formatExposed } from '../../notation/publish';
import { endText } from '../../topology/intent-text';
import type { Answer } from '../reach/answer';

/** What is connected to, as the intent names it: `shop/db:3306/tcp`. */
export function wantedText({ to, port }: Intent): string {
  return port === undefined ? endText(to) : `${endText(to)}:${formatExposed(port)}`;
}

/** What would close a way. */
export function closeText({ from, by, to }: Answer): string {
  const whom = to?.kind === 'container' ? to.id : 'it';
  switch (by.kind) {
    case 'loopback':
      return `give ${whom} a network of its own in place of a shared one`;
    case 'gateway':
    case 'host-address':
      return `publish the port of ${whom} on 127.0.0.1, or not at all`;
    case 'outside':
      return 'put it into internal networks only';
    default:
      return from.kind === 'container'
        ? `leave them no network in common${by.network === undefined ? '' : `, such as ${by.network}`}`
        : `put ${whom} into networks that neighbours have no way to`;
  }
}
