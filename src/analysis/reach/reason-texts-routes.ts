import type { ReasonTable } from './reason-facts';

/** Addresses that there is no way to, and questions that nobody can answer. */
export const ROUTE_REASONS: ReasonTable<
  | 'NO_NETWORK'
  | 'NO_ROUTE_FROM_INTERNAL'
  | 'NO_IPV6'
  | 'MACVLAN_PARENT'
  | 'GATEWAY_MODE_ISOLATED'
  | 'ENGINE_KIND_UNMEASURED'
  | 'DRIVER_UNMEASURED'
  | 'ENGINE_VERSION_UNKNOWN'
  | 'VALUE_UNKNOWN'
> = {
  NO_NETWORK: {
    verdict: 'no-route',
    text: ({ from, to }) => ({
      problem: `${from} has no network`,
      fix: `connect ${from} to a network of ${to}`,
    }),
  },
  NO_ROUTE_FROM_INTERNAL: {
    verdict: 'no-route',
    text: ({ from, to, via }) => ({
      problem: `${from} is in internal networks only (${via}), so it has no route to ${to}`,
      fix: `connect ${from} to a network that is not internal`,
    }),
  },
  NO_IPV6: {
    verdict: 'no-route',
    text: ({ from, to, via, detail }) => ({
      problem: `${from} has no way to ${to} by IPv6${detail}`,
      fix: `enable ipv6 in ${via}, or use the IPv4 address`,
    }),
  },
  MACVLAN_PARENT: {
    verdict: 'no-route',
    text: ({ from, to, via }) => ({
      problem: `between ${from} and ${to} is the parent interface of macvlan ${via}, which the kernel keeps apart from its children`,
      fix: `connect both to one bridge network beside ${via}, or give the host a macvlan interface of its own`,
    }),
  },
  GATEWAY_MODE_ISOLATED: {
    verdict: 'no-route',
    text: ({ via }) => ({
      problem: `${via} has gateway mode isolated, so the host has no address in it`,
      fix: `take gateway_mode_ipv4=isolated from ${via}`,
    }),
  },
  ENGINE_KIND_UNMEASURED: {
    verdict: 'unknown',
    text: ({ at, detail }) => ({
      problem: `the engine of host ${at} is ${detail}, of which nothing was measured`,
      fix: 'try it on the engine',
    }),
  },
  DRIVER_UNMEASURED: {
    verdict: 'unknown',
    text: ({ via, detail }) => ({
      problem: `nothing was measured of ${detail} as in ${via}`,
      fix: 'try it on the engine',
    }),
  },
  ENGINE_VERSION_UNKNOWN: {
    verdict: 'unknown',
    text: ({ at, detail }) => ({
      problem: `it depends on the version of the engine of host ${at}: ${detail}`,
      fix: `declare the engineVersion of host ${at}`,
    }),
  },
  VALUE_UNKNOWN: {
    verdict: 'unknown',
    text: ({ at, detail, via }) => ({
      problem: `${detail} is not known`,
      fix: via === at ? `declare it in ${at}` : via,
    }),
  },
};
