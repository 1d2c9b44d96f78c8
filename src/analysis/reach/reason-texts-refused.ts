import type { ReasonTable } from './reason-facts';

/** Ports on which nobody answers. */
export const REFUSED_REASONS: ReasonTable<
  | 'NOT_LISTENING'
  | 'NOT_PUBLISHED'
  | 'PUBLISHED_ON_OTHER_ADDRESS'
  | 'PUBLISH_DISCARDED'
  | 'FAMILY_NOT_PUBLISHED'
  | 'GATEWAY_MODE_ROUTED'
> = {
  NOT_LISTENING: {
    verdict: 'refused',
    text: ({ to, port, detail }) => ({
      problem: `nothing in ${to} answers on ${port}${detail}`,
      fix: `ask for a port it answers on, or add ${port} to the listens of ${to}`,
    }),
  },
  NOT_PUBLISHED: {
    verdict: 'refused',
    text: ({ at, to, port, via }) => ({
      problem:
        via === at
          ? `nothing is published or answers on ${port} of host ${at}`
          : `${to} publishes ${port} on no address of host ${at}`,
      fix: via === at ? `publish a container's port as ${port}` : `publish ${port} of ${to}`,
    }),
  },
  PUBLISHED_ON_OTHER_ADDRESS: {
    verdict: 'refused',
    text: ({ to, port, via, detail }) => ({
      problem: `${port} of ${to} is published on ${via} only, not on ${detail}`,
      fix: `publish it without an address, or on the one that is asked`,
    }),
  },
  PUBLISH_DISCARDED: {
    verdict: 'refused',
    text: ({ to, port, detail }) => ({
      problem: `${port} of ${to} is asked to be published and is not: ${detail}`,
      fix: `connect ${to} to a bridge network that is not internal and has its default route`,
    }),
  },
  FAMILY_NOT_PUBLISHED: {
    verdict: 'refused',
    text: ({ to, port, detail }) => ({
      problem: `${port} of ${to} is not published for ${detail}`,
      fix: `publish it without an address`,
    }),
  },
  GATEWAY_MODE_ROUTED: {
    verdict: 'refused',
    text: ({ to, port, via }) => ({
      problem: `${via} has gateway mode routed, so ${port} of ${to} is opened on no address of the host`,
      fix: `ask at the address of ${to}, or take gateway_mode_ipv4=routed from ${via}`,
    }),
  },
};
