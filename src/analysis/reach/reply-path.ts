import type { Family } from '../../ip/address';
import { contains, parseInterfaceAddress, tryParseCidr } from '../../ip/cidr';
import { readable } from '../attempt';
import { stop, type Ask } from './ask';
import type { Outcome } from './call';
import type { Segment } from './segment';
import type { Endpoint, Stack } from './stack';

/**
 * A target that is on the host's LAN itself answers whoever it sees there directly, past the way that the
 * request came. Nothing: the reply comes back.
 */
export function lanNeighbour(ask: Ask, { stack, segment }: Endpoint): Outcome | undefined {
  const lan = lanOf(stack, ask.call.family);
  if (lan === undefined || lan === segment) return undefined;
  const via = lan.network.id;
  return stop(ask, 'REPLY_LEAVES_ELSEWHERE', { at: via, via }, [{ kind: 'reply', at: via }]);
}

/** The network by which the container is a neighbour on the LAN of its host, for the family. */
function lanOf({ endpoints, machine }: Stack, family: Family): Segment | undefined {
  const lans = endpoints.filter(
    ({ segment }) => segment.kind === 'lan' && segment.hasFamily[family],
  );
  const own = machine.host.interfaces.flatMap(({ addresses }) => addresses);
  return lans.find(({ segment }) => own.length === 0 || isOnOneOf(segment, own))?.segment;
}

/** Whether an address of the host lies in the network's blocks, where these are known. */
function isOnOneOf({ network, machine }: Segment, own: readonly string[]): boolean {
  const blocks = network.subnets.flatMap(({ cidr }) => {
    const block = cidr === undefined ? undefined : tryParseCidr(cidr);
    return block === undefined ? [] : [block];
  });
  if (blocks.length === 0) return true;
  return own.some((text) => {
    const address = readable(() => parseInterfaceAddress(text, machine.host.id))?.address;
    return address !== undefined && blocks.some((block) => contains(block, address));
  });
}
