import type { Topology } from 'portolan/topology';
import { placeText } from '../../src/analysis/reach/place';
import { caseText, type Case } from './cases';

/** A case that came out differently. */
export interface Disagreement {
  readonly case: Case;
  readonly measured: string;
}

/** The cases in which the engine did something else than the model says. */
export function disagreements(
  topology: Topology,
  measured: ReadonlyMap<Case, string>,
): Disagreement[] {
  return [...measured].flatMap(([one, outcome]) =>
    agrees(topology, one, outcome) ? [] : [{ case: one, measured: outcome }],
  );
}

/** What a connection ends with when nothing answers and nothing refuses. */
const NOTHING = ['timeout', 'silent', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'];

function agrees(topology: Topology, { question, answer }: Case, outcome: string): boolean {
  switch (answer.verdict) {
    case 'reaches':
      if (question.protocol === 'icmp') return outcome === 'answered';
      return answerers(topology, answer.to).includes(outcome.replace('answered ', ''));
    case 'refused':
      return isRefusal(answer, outcome);
    case 'unresolved':
      return outcome === 'unresolved';
    default:
      // Whoever cannot get out does not get to a name server out there either.
      if (answer.to?.kind === 'outside' && question.to.kind === 'name') {
        return outcome === 'unresolved' || NOTHING.includes(outcome);
      }
      return NOTHING.includes(outcome);
  }
}

/** Where the proxy takes a connection first, it closes it again; of UDP it only says nothing. */
function isRefusal({ protocol, path, reason }: Case['answer'], outcome: string): boolean {
  if (outcome === 'ECONNREFUSED') return true;
  const isProxied = path.some(({ kind }) => kind === 'proxy');
  if (!isProxied || reason?.code !== 'NOT_LISTENING') return false;
  return outcome === (protocol === 'udp' ? 'timeout' : 'closed');
}

/** Names that whoever has the place may answer with: those that share its network stack. */
function answerers({ containers }: Topology, to: Case['answer']['to']): string[] {
  if (to === undefined) return [];
  if (to.kind !== 'container') return [placeText(to)];
  const ownerOf = (id: string): string => {
    const owner = containers.find((one) => one.id === id)?.modeContainer;
    return owner === undefined ? id : ownerOf(owner);
  };
  return containers.map(({ id }) => id).filter((id) => ownerOf(id) === ownerOf(to.id));
}

/** For messages: what was predicted and what was measured. */
export function disagreementText({ case: one, measured }: Disagreement): string {
  const { verdict, reason, address, path } = one.answer;
  const hops = path.map(({ kind, at }) => `${kind} ${at}`).join(', ');
  return [
    `${caseText(one)}${address === undefined ? '' : ` (${address})`}`,
    `  predicted ${verdict}${reason === undefined ? '' : ` ${reason.code}`}; measured ${measured}`,
    `  ${hops}`,
  ].join('\n');
}
