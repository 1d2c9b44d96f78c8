import { formatExposed } from '../../notation/publish';
import type { Answer, Hop, Way } from './answer';
import { placeText } from './place';
import type { AnsweredPort } from './question';

/** How it is connected to, in words: `by name db`, `by its address in shop/back`. */
export function wayText({ by, address }: Pick<Answer, 'by' | 'address'>): string {
  const { kind, name } = by;
  if (name !== undefined) return `by ${NAMES[kind] ?? 'name'} ${name}`;
  const literal = address === undefined ? '' : ` ${address}`;
  switch (kind) {
    case 'container-address':
      return `by its address${literal}${inNetwork(by)}`;
    case 'gateway':
      return `by the gateway${literal}${ofNetwork(by)}`;
    case 'host-address':
      return `by the host's address${literal}`;
    case 'loopback':
      return `by loopback${literal}`;
    default:
      return `by address${literal}`;
  }
}

const NAMES: Partial<Record<Way['kind'], string>> = {
  alias: 'alias',
  hostname: 'host name',
  link: 'link',
  'extra-host': 'extra host',
};

function inNetwork({ network }: Way): string {
  return network === undefined ? '' : ` in ${network}`;
}

function ofNetwork({ network }: Way): string {
  return network === undefined ? '' : ` of ${network}`;
}

/**
 * How it is connected to, with every step: `by name db (shop/web > bridge shop/back > shop/db)`.
 *
 * @param port - the port that is said already
 */
export function openText(answer: Answer, port: AnsweredPort | undefined): string {
  return `${wayText(answer)}${portNote(answer, port)} (${pathText(answer)})`;
}

function portNote({ port, protocol }: Answer, said: AnsweredPort | undefined): string {
  if (protocol === 'icmp') return ' with a ping';
  if (port === undefined) return '';
  const isSaid = said?.port === port && said.protocol === protocol;
  return isSaid ? '' : ` on port ${formatExposed({ port, protocol })}`;
}

/** The way of a connection in one line, from the one who asks: `shop/web > bridge shop/back > shop/db`. */
export function pathText({ from, path }: Pick<Answer, 'from' | 'path'>): string {
  const onward = path[0]?.kind === from.kind ? path.slice(1) : path;
  const steps = onward.filter(({ kind }) => kind !== 'veth' && kind !== 'socket').map(hopText);
  return [placeText(from), ...steps].join(' > ');
}

function hopText({ kind, at, note }: Hop): string {
  const what = ENDS.has(kind) || at === kind ? at : `${kind} ${at}`;
  return note === undefined ? what : `${what} (${note})`;
}

const ENDS: ReadonlySet<Hop['kind']> = new Set(['container', 'outside']);
