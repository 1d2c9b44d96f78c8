import type { Answer, Hop, Way } from './answer';
import { placeText } from './place';

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
  link: 'the name of a link,',
  'extra-host': 'extra host',
};

function inNetwork({ network }: Way): string {
  return network === undefined ? '' : ` in ${network}`;
}

function ofNetwork({ network }: Way): string {
  return network === undefined ? '' : ` of ${network}`;
}

/** What is connected to: `shop/db:5432/tcp`, or `shop/db (ping)`. */
export function targetText({
  to,
  port,
  protocol,
}: Pick<Answer, 'to' | 'port' | 'protocol'>): string {
  const place = to === undefined ? 'nobody' : placeText(to);
  if (protocol === 'icmp') return `${place} (ping)`;
  return port === undefined ? place : `${place}:${String(port)}/${protocol}`;
}

/** The way of a connection in one line, from the one who asks: `shop/web > bridge shop/back > shop/db`. */
export function pathText({ from, path }: Pick<Answer, 'from' | 'path'>): string {
  const steps = path.filter(({ kind }) => kind !== 'veth' && kind !== 'socket').map(hopText);
  const [first] = steps;
  const start = placeText(from);
  return [...(first === start ? [] : [start]), ...steps].join(' > ');
}

function hopText({ kind, at, note }: Hop): string {
  const what = ENDS.has(kind) || at === kind ? at : `${kind} ${at}`;
  return note === undefined ? what : `${what} (${note})`;
}

const ENDS: ReadonlySet<Hop['kind']> = new Set(['container', 'outside']);
