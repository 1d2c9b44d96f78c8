import type { NotExposedIntent } from '../../topology/intent';
import { intentText } from '../../topology/intent-text';
import type { ExposedSocket } from '../exposure/socket';
import { socketsAt } from '../exposure/sockets-at';
import type { Model } from '../model';
import { listText } from '../text';
import type { BrokenIntent } from './broken';
import { undecided } from './findings';

/** Whether anything is open to neighbours of the host or to the outside. */
export function judgeExposure(model: Model, intent: NotExposedIntent): BrokenIntent | undefined {
  const container = intent.to.kind === 'container' ? model.containers.get(intent.to.id) : undefined;
  if (container === undefined) return undefined;
  const { sockets, isIncomplete } = socketsAt(model, container);
  const meant = sockets.filter((socket) => isMeant(socket, intent));
  const open = meant.filter(({ reachableFrom: { lan, outside } }) =>
    [lan, outside].includes('yes'),
  );
  if (open.length > 0) {
    return {
      code: 'INTENT_EXPOSED',
      at: container.id,
      problem: `stack ${intent.stack} means that ${intentText(intent)}, and it is open on ${listText(open.map(socketText))}`,
      fix: fixOf(open),
    };
  }
  const [maybe] = meant.filter(({ reachableFrom: { lan, outside } }) =>
    [lan, outside].includes('unknown'),
  );
  if (maybe !== undefined) {
    const why = maybe.reasons.lan ?? maybe.reasons.outside ?? 'nothing was measured for it';
    const fix = 'say more of the host, such as its engineVersion';
    return undecided(intent, `${socketText(maybe)} may be open (${why})`, fix);
  }
  if (!isIncomplete) return undefined;
  return undecided(intent, 'only Terraform knows some of its ports', 'write them as plain numbers');
}

function isMeant(
  { containerPort, protocol, port }: ExposedSocket,
  intent: NotExposedIntent,
): boolean {
  if (intent.port === undefined || port === 'every') return true;
  return containerPort === intent.port.port && protocol === intent.port.protocol;
}

function socketText({ address, port, protocol, network }: ExposedSocket): string {
  const where = address ?? (network === undefined ? 'an address' : `its address in ${network}`);
  const host = where.includes(':') ? `[${where}]` : where;
  if (port === 'every') return `every port of ${host}`;
  return `${host}:${String(port)}/${protocol ?? 'tcp'}`;
}

function fixOf(open: readonly ExposedSocket[]): string {
  if (open.some(({ kind }) => kind === 'published')) {
    return 'publish on 127.0.0.1, or not at all';
  }
  if (open.some(({ kind }) => kind === 'host-mode')) {
    return 'put it into a bridge network instead of host mode';
  }
  if (open.some(({ kind }) => kind === 'lan-address')) {
    return 'put it into a bridge network instead of one on the LAN';
  }
  return 'let it listen on a network that is internal, or update the engine to 28';
}
