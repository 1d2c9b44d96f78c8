import { z } from 'zod';

const text = z.string();

/** Settings of dockerd in the JSON form. */
export const daemonSchema = z
  .object({
    bip: text,
    fixedCidr: text,
    defaultGateway: text,
    bridge: text,
    mtu: z.int(),
    icc: z.boolean(),
    ip: text,
    ipForward: z.boolean(),
    ipMasq: z.boolean(),
    iptables: z.boolean(),
    ip6tables: z.boolean(),
    ipv6: z.boolean(),
    fixedCidrV6: text,
    experimental: z.boolean(),
    userlandProxy: z.boolean(),
    allowDirectRouting: z.boolean(),
    firewallBackend: z.enum(['iptables', 'nftables']),
    liveRestore: z.boolean(),
    dns: z.array(text).readonly(),
    dnsSearch: z.array(text).readonly(),
    dnsOpts: z.array(text).readonly(),
    logDriver: text,
  })
  .partial();
