import type { Family } from '../../ip/address';
import type { Network } from '../../topology/network';
import { isOptionUnknown } from '../driver-options';
import { isBridgeOfEngine, isUnknown } from '../model';
import type { Machine } from './machine';

/**
 * What carries the packets.
 *
 * - `bridge`: a bridge of the host
 * - `lan`: the host's LAN itself (macvlan)
 * - `alone`: a macvlan that leads nowhere
 * - `other`: a driver that was not measured
 */
type SegmentKind = 'bridge' | 'lan' | 'alone' | 'other';

/** What the engine does for addresses of a bridge. */
type GatewayMode = 'nat' | 'nat-unprotected' | 'routed' | 'isolated' | 'unmeasured';

/** A network as the rules see it. */
export interface Segment {
  readonly network: Network;
  readonly machine: Machine;
  readonly kind: SegmentKind;

  /** Whether it is the engine's own default bridge. */
  readonly isDefault: boolean;
  readonly isInternal: boolean;

  /** Whether its members may talk to each other, by its own settings. */
  readonly hasIcc: boolean;
  readonly hasFamily: Readonly<Record<Family, boolean>>;

  /** Whether packets that leave it get an address of the host. */
  readonly masquerades: Readonly<Record<Family, boolean>>;
  readonly mode: Readonly<Record<Family, GatewayMode>>;

  /** Interfaces of the host that may come to its containers' addresses. */
  readonly trusted: readonly string[];

  /** Name of its bridge on the host, where it is chosen. */
  readonly bridgeName: string | undefined;

  /** A setting that decides and is not known. */
  readonly doubt: string | undefined;
}

const BRIDGE = 'com.docker.network.bridge';
const ICC = `${BRIDGE}.enable_icc`;
const MASQUERADE = `${BRIDGE}.enable_ip_masquerade`;
const NAME = `${BRIDGE}.name`;
const TRUSTED = `${BRIDGE}.trusted_host_interfaces`;
const MODES: Readonly<Record<Family, string>> = {
  4: `${BRIDGE}.gateway_mode_ipv4`,
  6: `${BRIDGE}.gateway_mode_ipv6`,
};

/** The facts of a network. */
export function segmentOf(network: Network, machine: Machine): Segment {
  const { options, internal, ipv6 } = network;
  const isDefault = isBridgeOfEngine(network);
  const mode = { 4: modeOf(network, machine, 4), 6: modeOf(network, machine, 6) };
  return {
    network,
    machine,
    kind: kindOf(network),
    isDefault,
    isInternal: internal,
    hasIcc: isOn(options[ICC]) && !(isDefault && machine.host.daemon.icc === false),
    hasFamily: { 4: hasIpv4(network, machine), 6: ipv6 },
    masquerades: {
      4: masquerades(network, machine, 4, mode[4]),
      6: masquerades(network, machine, 6, mode[6]),
    },
    mode,
    trusted: machine.rules.hasGatewayModes ? (options[TRUSTED]?.split(':') ?? []) : [],
    bridgeName: options[NAME],
    doubt: doubtOf(network),
  };
}

/** A flag of a bridge, which is on unless it says otherwise; the engine reads it as Go does. */
function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|f|false)$/i.test(value);
}

function kindOf({ driver, internal, options, external }: Network): SegmentKind {
  if (driver === 'bridge') return 'bridge';
  if (driver !== 'macvlan' || !isOneLan(options['macvlan_mode'])) return 'other';
  return !internal && (external || options['parent'] !== undefined) ? 'lan' : 'alone';
}

/** The other modes of macvlan keep its members from each other. */
function isOneLan(mode = 'bridge'): boolean {
  return mode === 'bridge';
}

function hasIpv4({ options }: Network, { rules }: Machine): boolean {
  return !rules.hasGatewayModes || isOn(options['com.docker.network.enable_ipv4']);
}

function modeOf({ options }: Network, { rules }: Machine, family: Family): GatewayMode {
  const value = options[MODES[family]];
  if (!rules.hasGatewayModes || value === undefined || value === 'nat') return 'nat';
  if (family === 6) return 'unmeasured';
  return value === 'routed' || value === 'nat-unprotected' || value === 'isolated'
    ? value
    : 'unmeasured';
}

function masquerades(
  network: Network,
  machine: Machine,
  family: Family,
  mode: GatewayMode,
): boolean {
  if (!machine.hasFirewall[family] || mode === 'routed') return false;
  if (isBridgeOfEngine(network) && machine.host.daemon.ipMasq === false) return false;
  return isOn(network.options[MASQUERADE]);
}

function doubtOf(network: Network): string | undefined {
  if (network.driver === undefined) return 'its driver';
  if (isUnknown(network, 'internal')) return 'whether it is internal';
  const option = [ICC, MASQUERADE, MODES[4]].find((key) => isOptionUnknown(network, key));
  return option === undefined ? undefined : `its option ${option}`;
}
