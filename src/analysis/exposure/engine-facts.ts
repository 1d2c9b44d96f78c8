import type { Family } from '../../ip/address';
import type { Version } from '../../notation/version';
import type { Host } from '../../topology/host';
import { engineVersion, isEngineBefore } from '../engine';
import type { Model } from '../model';
import type { Openness } from './socket';

/** What an engine does that decides who reaches its ports. */
export interface EngineFacts {
  readonly host: Host;

  /** Whether anything was measured of this kind of engine. */
  readonly isMeasured: boolean;

  /** Whether a program forwards beside the firewall. */
  readonly hasProxy: boolean;

  /** Whether the daemon sees to it that the machine forwards. */
  readonly forwards: boolean;

  /** Whether it writes firewall rules for the family. */
  readonly hasRules: Readonly<Record<Family, Openness>>;
}

/** Engines write IPv6 rules unasked since then. */
const IPV6_RULES_SINCE = [27] as const;

/** The facts of a host's engine. */
export function engineFacts(model: Model, host: Host): EngineFacts {
  const { daemon, kind } = host;
  return {
    host,
    isMeasured: kind === 'native',
    hasProxy: daemon.userlandProxy !== false,
    forwards: daemon.ipForward !== false,
    hasRules: { 4: daemon.iptables === false ? 'no' : 'yes', 6: hasIpv6Rules(model, host) },
  };
}

/** Before that, the setting counted only beside `experimental`. */
function hasIpv6Rules(model: Model, { id, daemon }: Host): Openness {
  const { ip6tables, experimental = false } = daemon;
  if (ip6tables === false) return 'no';
  if (ip6tables === true && experimental) return 'yes';
  return isSince(model, id, IPV6_RULES_SINCE);
}

/** Whether the engine is of the version or later. */
export function isSince(model: Model, host: string, version: Version): Openness {
  if (engineVersion(model, host) === undefined) return 'unknown';
  return isEngineBefore(model, host, version) ? 'no' : 'yes';
}

/** Whether the user's own rules let everybody in to the network. */
export function letsEverybodyIn(
  { host: { forwardRules = [] } }: EngineFacts,
  network: string,
): boolean {
  return forwardRules.some(({ from, to }) => from === undefined && to === network);
}
