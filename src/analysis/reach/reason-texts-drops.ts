import type { ReasonTable } from './reason-facts';

/** A published port is open to everybody who reaches the host. */
function publishing(port: string, to: string): string {
  return `publish ${port} of ${to}`;
}

/** Packets that are dropped on their way, or whose replies are. */
export const DROP_REASONS: ReasonTable<
  | 'NO_SHARED_NETWORK'
  | 'NO_ROUTE_TO_CONTAINER'
  | 'DIRECT_ACCESS_DROPPED'
  | 'ICC_OFF'
  | 'INTERNAL_NETWORK'
  | 'PUBLISHED_FROM_INTERNAL'
  | 'FORWARDING_OFF'
  | 'NO_MASQUERADE'
  | 'PROXY_OFF'
  | 'HAIRPIN_ICC_OFF'
  | 'REPLY_LEAVES_ELSEWHERE'
  | 'UDP_PROXY_ADDRESS'
> = {
  NO_SHARED_NETWORK: {
    verdict: 'blocked',
    text: ({ from, to, via, port, way = publishing(port, to) }) => ({
      problem: `${from} and ${to} share no network, and the engine keeps bridges apart`,
      fix: `connect ${from} to ${via}${port === 'ping' ? '' : `, or ${way}`}`,
    }),
  },
  NO_ROUTE_TO_CONTAINER: {
    verdict: 'blocked',
    text: ({ from, to, via, port, way = publishing(port, to) }) => ({
      problem: `the router of ${from} has no route to ${via}`,
      fix: port === 'ping' ? `give ${from} a route by the host` : way,
    }),
  },
  DIRECT_ACCESS_DROPPED: {
    verdict: 'blocked',
    text: ({ from, to, via, port, detail, way = publishing(port, to) }) => ({
      problem: `the engine drops what comes from ${from} to the address of ${to} in ${via}${detail}`,
      fix: `${port === 'ping' ? '' : `${way}, or `}let the interface in by trusted_host_interfaces of ${via} with a forward rule`,
    }),
  },
  ICC_OFF: {
    verdict: 'blocked',
    text: ({ from, to, via, port, way = publishing(port, to) }) => ({
      problem: `${via} has icc off, which keeps ${from} from ${to}`,
      fix: `switch icc on in ${via}, or connect both to another network${port === 'ping' ? '' : `, or ${way}`}`,
    }),
  },
  INTERNAL_NETWORK: {
    verdict: 'blocked',
    text: ({ from, to, via, way = `connect ${from} to ${via}` }) => ({
      problem: `${via} is internal, so nothing passes between ${from} and ${to}`,
      fix: way,
    }),
  },
  PUBLISHED_FROM_INTERNAL: {
    verdict: 'blocked',
    text: ({ from, to, via, port }) => ({
      problem: `${via} is internal, and what ${from} sends to the published port ${port} of ${to} is dropped`,
      fix: `connect ${from} to a network of ${to}, or to one that is not internal`,
    }),
  },
  FORWARDING_OFF: {
    verdict: 'blocked',
    text: ({ at }) => ({
      problem: `host ${at} does not forward: its daemon has ip-forward off`,
      fix: `take ip-forward: false from the daemon of host ${at}`,
    }),
  },
  NO_MASQUERADE: {
    verdict: 'blocked',
    text: ({ from, via }) => ({
      problem: `${via} does not masquerade, so replies to ${from} are lost`,
      fix: `switch masquerading on in ${via}`,
    }),
  },
  PROXY_OFF: {
    verdict: 'blocked',
    text: ({ from, to, at, port }) => ({
      problem: `userland-proxy is off on host ${at}, and without it nothing takes ${from} to port ${port} of ${to}`,
      fix: `connect ${from} to a network of ${to}, or switch userland-proxy on`,
    }),
  },
  HAIRPIN_ICC_OFF: {
    verdict: 'blocked',
    text: ({ from, to, via }) => ({
      problem: `${via} has icc off and there is no proxy, so ${from} does not come back in to the published port of ${to}`,
      fix: `switch icc on in ${via}, or userland-proxy on`,
    }),
  },
  REPLY_LEAVES_ELSEWHERE: {
    verdict: 'blocked',
    text: ({ from, to, via, detail }) => ({
      problem: `${to} answers ${from} through ${via}, past the way it came${detail}`,
      fix: `take ${to} out of ${via}, or use another of its addresses`,
    }),
  },
  UDP_PROXY_ADDRESS: {
    verdict: 'blocked',
    text: ({ from, via }) => ({
      problem: `the proxy of engines before 28 answers ${from} from another address than ${via}`,
      fix: `ask at the own gateway of ${from}, or use engine 28`,
    }),
  },
};
