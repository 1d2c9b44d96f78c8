import type { Family } from '../../ip/address';
import type { Host } from '../../topology/host';
import type { Model } from '../model';
import { ENGINE_RULES, type EngineLine, type EngineRules } from './engine-rules';

/** A host as the rules see it: its engine, and the settings that decide who reaches whom. */
export interface Machine {
  readonly host: Host;
  readonly rules: EngineRules;

  /** Whether anything was measured of this kind of engine. */
  readonly isMeasured: boolean;

  /** Whether a program forwards to published ports beside the firewall. */
  readonly hasProxy: boolean;

  /** Whether the machine passes packets on; nobody but dockerd is known to switch it on. */
  readonly forwards: boolean;

  /** Whether the engine writes firewall rules for the family. */
  readonly hasFirewall: Readonly<Record<Family, boolean>>;

  /** Whether the rules are written by nftables, which reject less. */
  readonly isNftables: boolean;

  /** Pairs of networks, or of a network and anything, whose traffic the user's own rules accept. */
  readonly accepted: readonly AcceptedPair[];
}

/** Ids of networks; absent: whatever interface. */
interface AcceptedPair {
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The facts of a host. */
export function machineOf(model: Model, host: Host, line: EngineLine): Machine {
  const { daemon, kind } = host;
  const rules = ENGINE_RULES[line];
  const hasIpv4Rules = daemon.iptables !== false;
  return {
    host,
    rules,
    isMeasured: kind === 'native',
    hasProxy: daemon.userlandProxy !== false,
    forwards: daemon.ipForward !== false,
    hasFirewall: { 4: hasIpv4Rules, 6: hasIpv6Rules(host, rules) },
    isNftables: line === '29' && daemon.firewallBackend === 'nftables',
    accepted: acceptedBy(model, host),
  };
}

/** Old engines look at the setting beside `experimental` alone. */
function hasIpv6Rules({ daemon }: Host, rules: EngineRules): boolean {
  const { ip6tables, experimental = false } = daemon;
  if (rules.hasIpv6Rules) return ip6tables !== false;
  return ip6tables === true && experimental;
}

function acceptedBy(model: Model, { forwardRules = [] }: Host): AcceptedPair[] {
  const idOf = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : (model.networks.get(id)?.id ?? id);
  return forwardRules.map(({ from, to }) => ({ from: idOf(from), to: idOf(to) }));
}

/** Whether the user's own rules accept what goes from one network to another; absent: the LAN. */
export function accepts({ accepted }: Machine, from: string | undefined, to: string): boolean {
  return accepted.some(
    (pair) =>
      (pair.from === undefined || pair.from === from) && (pair.to === undefined || pair.to === to),
  );
}
