import { defined } from '../defined';
import { ConfigError } from '../errors';
import { expectInteger, expectText } from '../expect';
import { bitsOf } from '../ip/address';
import { parseCidr, parseInterfaceAddress } from '../ip/cidr';
import { checkInterfaceName } from '../notation/names';
import { PROTOCOLS } from '../notation/publish';
import { parseVersion } from '../notation/version';
import type {
  AddressPool,
  DaemonSettings,
  EngineKind,
  Host,
  HostRoute,
  HostService,
} from '../topology/host';
import {
  address,
  checkProps,
  choice,
  cidr,
  flag,
  integer,
  listOf,
  recordOf,
  text,
  type PropTable,
} from './props';
import { holdsToken } from './without-tokens';

/** What is known about an engine and its machine. All of it is optional; the more, the more is checked. */
export interface DockerHostProps {
  /**
   * Name of the host, unique in the app: letters, digits, `_`, `.` and `-`.
   *
   * @default - `local`, the host part of the URL, or the context's name
   */
  readonly name?: string;

  /**
   * Version of the engine, such as `28.5` (`docker version`).
   *
   * @default - not known; checks then give the answer that holds for every supported version
   */
  readonly engineVersion?: string;

  /**
   * How the engine runs: as root on Linux, rootless, or in Docker Desktop's virtual machine.
   *
   * @default 'native'
   */
  readonly kind?: EngineKind;

  /**
   * The machine's interfaces with their addresses, the way `ip address` shows them.
   *
   * @default - not known
   */
  readonly interfaces?: readonly {
    readonly name: string;
    readonly addresses?: readonly string[];
    readonly mtuBytes?: number;
    readonly wireless?: boolean;
  }[];

  /**
   * Routes beyond the interfaces' own networks, the way `ip route` shows them.
   *
   * @default - not known
   */
  readonly routes?: readonly HostRoute[];

  /**
   * Sockets that programs of the machine itself hold open.
   *
   * @default - not known
   */
  readonly services?: readonly HostService[];

  /**
   * `default-address-pools` of the engine.
   *
   * @default - Docker's own pools
   */
  readonly addressPools?: readonly AddressPool[];

  /**
   * Settings of `daemon.json` that differ from Docker's defaults.
   *
   * @default - Docker's defaults
   */
  readonly daemon?: DaemonSettings;

  /**
   * Whether the provider leaves out its first ping. A plan against an engine that is down then
   * shows everything as new.
   *
   * @default false
   */
  readonly disableDaemonCheck?: boolean;
}

/**
 * Refuses wrong properties; what is known of a host must be known now.
 *
 * @throws ConfigError naming the place and the wrong value
 */
export function checkHostProps<P extends DockerHostProps>(
  props: P,
  table: PropTable<P>,
  at: string,
): void {
  checkProps(props, table, at);
  const known = props as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(HOST_PROPS).find((key) => holdsToken(known[key]));
  if (unknown === undefined) return;
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `${unknown} has a value that only Terraform knows`,
    fix: 'write what it is: the checks before the deploy need it',
  });
}

/**
 * The topology's entry of a host, whose properties are checked.
 *
 * @throws ConfigError `NAME_MALFORMED`
 */
export function describeHost(defaultName: string, endpoint: string, props: DockerHostProps): Host {
  const { name = defaultName, engineVersion, kind = 'native', daemon = {} } = props;
  if (!HOST_NAME.test(name)) throw badName(name, endpoint);
  return {
    id: name,
    endpoint,
    kind,
    ...defined({ engineVersion }),
    ...machineOf(props),
    daemon,
  };
}

function machineOf({
  addressPools = [],
  interfaces = [],
  routes = [],
  services = [],
}: DockerHostProps): Pick<Host, 'addressPools' | 'interfaces' | 'routes' | 'services'> {
  const complete = interfaces.map(({ addresses = [], ...item }) => ({ ...item, addresses }));
  return { addressPools, interfaces: complete, routes, services };
}

const HOST_NAME = /^[a-zA-Z0-9][\w.-]*$/;

function badName(name: string, endpoint: string): ConfigError {
  return new ConfigError('NAME_MALFORMED', {
    at: endpoint,
    problem: `the host's name is '${name}'`,
    fix: "give a 'name' of letters, digits, _, . and -",
  });
}

const DAEMON_SETTINGS: PropTable<DaemonSettings> = {
  bip: (value, at, what) => {
    expectText(value, at, what);
    parseInterfaceAddress(value, at, what);
  },
  fixedCidr: cidr,
  defaultGateway: address,
  bridge: text,
  mtu: integer({ min: 68, max: 65535 }),
  icc: flag,
  ip: address,
  ipForward: flag,
  ipMasq: flag,
  iptables: flag,
  ip6tables: flag,
  ipv6: flag,
  fixedCidrV6: cidr,
  experimental: flag,
  userlandProxy: flag,
  allowDirectRouting: flag,
  firewallBackend: choice(['iptables', 'nftables']),
  liveRestore: flag,
  dns: listOf(address),
  dnsSearch: listOf(text),
  dnsOpts: listOf(text),
  logDriver: text,
};

/** Checks of what every kind of host has. */
export const HOST_PROPS: PropTable<DockerHostProps> = {
  name: text,
  engineVersion: (value, at, what) => {
    expectText(value, at, what);
    parseVersion(value, at, what);
  },
  kind: choice(['native', 'rootless', 'desktop']),
  interfaces: listOf(
    recordOf<NonNullable<DockerHostProps['interfaces']>[number]>(
      {
        name: (value, at, what) => {
          expectText(value, at, what);
          checkInterfaceName(value, at, 'interface');
        },
        addresses: listOf((value, at, what) => {
          expectText(value, at, what);
          parseInterfaceAddress(value, at);
        }),
        mtuBytes: integer({ min: 68, max: 65535 }),
        wireless: flag,
      },
      ['name'],
    ),
  ),
  routes: listOf(
    recordOf<HostRoute>({ destination: cidr, via: address, interface: text }, ['destination']),
  ),
  services: listOf(
    recordOf<HostService>(
      {
        port: integer({ min: 1, max: 65535 }),
        protocol: choice(PROTOCOLS),
        address,
        name: text,
      },
      ['port', 'protocol'],
    ),
  ),
  addressPools: listOf((value, at, what) => {
    recordOf<AddressPool>({ base: cidr, size: integer({ min: 1, max: 128 }) }, ['base', 'size'])(
      value,
      at,
      what,
    );
    const { base, size } = value as AddressPool;
    const { family, prefix } = parseCidr(base, at, what);
    expectInteger(size, at, `size of the pool ${base}`, { min: prefix, max: bitsOf(family) });
  }),
  daemon: recordOf(DAEMON_SETTINGS),
  disableDaemonCheck: flag,
};
