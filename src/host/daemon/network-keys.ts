import type { DaemonKey, DaemonSettingName } from './key';
import { bridgeAddress } from './bridge-address';
import {
  address,
  anyText,
  block,
  choice,
  flag,
  integer,
  listOf,
  mapOf,
  mark,
  path,
  pool,
  text,
} from './value';

/** Bytes of a packet that Linux can send at most, and that every network must carry at least. */
const PACKET = { min: 68, max: 65535 };

/** Keys that say how containers are connected. Versions of 20.10, 26.1 and 28.5 are measured. */
export const NETWORK_KEYS = {
  bip: { key: 'bip', check: bridgeAddress(4) },
  bip6: { key: 'bip6', check: bridgeAddress(6), since: '28.0' },
  bridge: { key: 'bridge', check: text },
  fixedCidr: { key: 'fixed-cidr', check: block(4) },
  fixedCidrV6: { key: 'fixed-cidr-v6', check: block(6) },
  defaultGateway: { key: 'default-gateway', check: address(4) },
  defaultGatewayV6: { key: 'default-gateway-v6', check: address(6) },
  mtu: { key: 'mtu', check: integer(PACKET) },
  icc: { key: 'icc', check: flag },
  ip: { key: 'ip', check: address() },
  ipv6: { key: 'ipv6', check: flag },
  iptables: { key: 'iptables', check: flag },
  ip6tables: { key: 'ip6tables', check: flag },
  ipForward: { key: 'ip-forward', check: flag },
  ipForwardNoDrop: { key: 'ip-forward-no-drop', check: flag, since: '28.0' },
  ipMasq: { key: 'ip-masq', check: flag },
  userlandProxy: { key: 'userland-proxy', check: flag },
  userlandProxyPath: { key: 'userland-proxy-path', check: path },
  allowDirectRouting: { key: 'allow-direct-routing', check: flag, since: '28.2' },
  firewallBackend: {
    key: 'firewall-backend',
    check: choice('iptables', 'nftables'),
    since: '29.0',
  },
  bridgeAcceptFwmark: { key: 'bridge-accept-fwmark', check: mark, since: '29.0' },
  defaultAddressPools: { key: 'default-address-pools', check: listOf(pool) },
  defaultNetworkOpts: {
    key: 'default-network-opts',
    check: mapOf(mapOf(anyText)),
    since: '24.0',
  },
  networkControlPlaneMtu: {
    key: 'network-control-plane-mtu',
    check: integer({ min: 500, max: PACKET.max }),
  },
  dns: { key: 'dns', check: listOf(address()) },
  dnsOpts: { key: 'dns-opts', check: listOf(text) },
  dnsSearch: { key: 'dns-search', check: listOf(text) },
  hostGatewayIp: { key: 'host-gateway-ip', check: address() },
  hostGatewayIps: { key: 'host-gateway-ips', check: listOf(address()), since: '28.0' },
} as const satisfies Readonly<Partial<Record<DaemonSettingName, DaemonKey>>>;
