import type { Version } from '../notation/version';
import type { Network } from '../topology/network';
import { pointerPart } from '../topology/pointer';

/** What a driver option takes. */
export type OptionKind = 'flag' | 'integer' | 'address' | 'text';

/** A driver option that Docker knows. */
export interface DriverOption {
  readonly kind: OptionKind;

  /** First engine that looks at it; absent: every supported one. */
  readonly since?: Version;
}

const MTU = 'com.docker.network.driver.mtu';
const BRIDGE = 'com.docker.network.bridge';

const EVERY_DRIVER: Readonly<Record<string, DriverOption>> = {
  'com.docker.network.enable_ipv4': { kind: 'flag', since: [28] },
  'com.docker.network.enable_ipv6': { kind: 'flag' },
  'com.docker.network.advertise_addr_nmsgs': { kind: 'integer', since: [28] },
  'com.docker.network.advertise_addr_ms': { kind: 'integer', since: [28] },
};

/** Options by driver, read in the sources of engines 20.10 to 29; macvlan and ipvlan take no MTU. */
const BY_DRIVER: Readonly<Record<string, Readonly<Record<string, DriverOption>>>> = {
  bridge: {
    ...EVERY_DRIVER,
    [MTU]: { kind: 'integer' },
    'com.docker.network.container_iface_prefix': { kind: 'text' },
    [`${BRIDGE}.name`]: { kind: 'text' },
    [`${BRIDGE}.enable_icc`]: { kind: 'flag' },
    [`${BRIDGE}.enable_ip_masquerade`]: { kind: 'flag' },
    [`${BRIDGE}.host_binding_ipv4`]: { kind: 'address' },
    [`${BRIDGE}.inhibit_ipv4`]: { kind: 'flag' },
    [`${BRIDGE}.default_bridge`]: { kind: 'flag' },
    [`${BRIDGE}.gateway_mode_ipv4`]: { kind: 'text', since: [27] },
    [`${BRIDGE}.gateway_mode_ipv6`]: { kind: 'text', since: [27] },
    [`${BRIDGE}.trusted_host_interfaces`]: { kind: 'text', since: [28, 2] },
    'com.docker.network.host_ipv4': { kind: 'address' },
    'com.docker.network.host_ipv6': { kind: 'address', since: [25] },
  },
  macvlan: { ...EVERY_DRIVER, parent: { kind: 'text' }, macvlan_mode: { kind: 'text' } },
  ipvlan: {
    ...EVERY_DRIVER,
    parent: { kind: 'text' },
    ipvlan_mode: { kind: 'text' },
    ipvlan_flag: { kind: 'text' },
  },
  overlay: {
    ...EVERY_DRIVER,
    [MTU]: { kind: 'integer' },
    encrypted: { kind: 'text' },
    'com.docker.network.driver.overlay.vxlanid_list': { kind: 'text' },
  },
};

/** Options of Docker's own drivers; absent: a plugin, whose options nobody here knows. */
export function knownOptions(
  driver: string | undefined,
): Readonly<Record<string, DriverOption>> | undefined {
  return driver === undefined || !Object.hasOwn(BY_DRIVER, driver) ? undefined : BY_DRIVER[driver];
}

/** The driver that has the option, if one of Docker's own has. */
export function driverOf(key: string): string | undefined {
  return Object.keys(BY_DRIVER).find((driver) => Object.hasOwn(BY_DRIVER[driver] ?? {}, key));
}

/** Whether only Terraform knows the value of the option, or which options there are. */
export function isOptionUnknown({ unknown }: Network, key: string): boolean {
  return unknown.includes('options') || unknown.includes(`options/${pointerPart(key)}`);
}
