import { formatExposed } from '../notation/publish';
import type { Intent, IntentEnd } from './intent';

/** An intent in words: `shop/web reaches shop/db:3306/tcp`. */
export function intentText(intent: Intent): string {
  const to = `${endText(intent.to)}${intent.port === undefined ? '' : `:${formatExposed(intent.port)}`}`;
  switch (intent.kind) {
    case 'reaches':
      return `${endText(intent.from)} reaches ${to}`;
    case 'neverReaches':
      return `${endText(intent.from)} never reaches ${to}`;
    case 'onlyReachedBy': {
      const from = intent.from.map(endText).join(', ');
      return `${to} is reached by ${from === '' ? 'nobody' : `${from} only`}`;
    }
    case 'notExposed':
      return `${to} is not exposed`;
  }
}

/** An end in words: a container's id, `host:local`, `lan:local` or `outside`. */
export function endText(end: IntentEnd): string {
  if (end.kind === 'outside') return 'outside';
  return end.kind === 'container' ? end.id : `${end.kind}:${end.id}`;
}
