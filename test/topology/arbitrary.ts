import * as fc from 'fast-check';
import { PROTOCOLS } from '../../src/notation/publish';
import { PROPAGATIONS } from '../../src/notation/volume-spec';
import type {
  Attachment,
  Container,
  ContainerMount,
  HealthcheckSettings,
  Listener,
  Resources,
} from '../../src/topology/container';
import type { DaemonSettings, Host } from '../../src/topology/host';
import type { Intent, IntentEnd } from '../../src/topology/intent';
import type { Network, Subnet } from '../../src/topology/network';
import {
  TOPOLOGY_VERSION,
  type Acceptance,
  type AddressPlan,
  type Topology,
} from '../../src/topology/topology';
import type { Volume } from '../../src/topology/volume';

/** An arbitrary for every property; one that the model gains is missed by the compiler. */
type Fields<T> = { [K in keyof Required<T>]: fc.Arbitrary<Exclude<T[K], undefined>> };

/** Objects of which the properties named may be absent. */
function record<T>(fields: Fields<T>, optional: readonly string[] = []): fc.Arbitrary<T> {
  const requiredKeys = Object.keys(fields).filter((key) => !optional.includes(key));
  return fc.record<Record<string, unknown>>(fields, {
    requiredKeys,
    noNullPrototype: true,
  }) as fc.Arbitrary<T>;
}

const words = (text: string): string[] => text.split(/\s+/);

const text = fc.string({ maxLength: 6 });
const id = fc.stringMatching(/^[a-z]{1,4}$/);
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 2 });
const texts = list(text);
const map = fc.dictionary(
  text.filter((key) => key !== '__proto__'),
  text,
  { maxKeys: 2, noNullPrototype: true },
);
const flag = fc.boolean();
const integer = fc.integer({ min: -1, max: 1_000_000 });
const port = fc.integer({ min: 1, max: 65535 });
const protocol = fc.constantFrom(...PROTOCOLS);

const daemon = record<DaemonSettings>(
  {
    bip: text,
    fixedCidr: text,
    defaultGateway: text,
    bridge: text,
    mtu: integer,
    icc: flag,
    ip: text,
    ipForward: flag,
    ipMasq: flag,
    iptables: flag,
    ip6tables: flag,
    ipv6: flag,
    fixedCidrV6: text,
    experimental: flag,
    userlandProxy: flag,
    allowDirectRouting: flag,
    firewallBackend: fc.constantFrom('iptables', 'nftables'),
    liveRestore: flag,
    dns: texts,
    dnsSearch: texts,
    dnsOpts: texts,
    logDriver: text,
  },
  words(`bip fixedCidr defaultGateway bridge mtu icc ip ipForward ipMasq iptables ip6tables
    ipv6 fixedCidrV6 experimental userlandProxy allowDirectRouting firewallBackend liveRestore
    dns dnsSearch dnsOpts logDriver`),
);

const host = record<Host>(
  {
    id,
    endpoint: text,
    kind: fc.constantFrom('native', 'rootless', 'desktop'),
    engineVersion: text,
    addressPools: list(record({ base: text, size: integer })),
    interfaces: list(
      record({ name: text, addresses: texts, mtuBytes: integer, wireless: flag }, [
        'mtuBytes',
        'wireless',
      ]),
    ),
    routes: list(record({ destination: text, via: text, interface: text }, ['via', 'interface'])),
    services: list(record({ port, protocol, address: text, name: text }, ['address', 'name'])),
    daemon,
    forwardRules: fc.array(
      fc.oneof(record({ from: id, to: id }, ['to']), record({ from: id, to: id }, ['from'])),
      { minLength: 1, maxLength: 2 },
    ),
  },
  ['engineVersion', 'forwardRules'],
);

const subnet = record<Subnet>({ cidr: text, gateway: text, ipRange: text, auxAddresses: map }, [
  'cidr',
  'gateway',
  'ipRange',
]);

const network = record<Network>(
  {
    id,
    name: text,
    host: id,
    stack: text,
    driver: text,
    subnets: list(subnet),
    internal: flag,
    attachable: flag,
    ingress: flag,
    ipv6: flag,
    ipamDriver: text,
    ipamOptions: map,
    options: map,
    labels: map,
    external: flag,
    unknown: texts,
  },
  ['name', 'stack', 'driver', 'ipamDriver'],
);

const volume = record<Volume>(
  {
    id,
    name: text,
    host: id,
    stack: text,
    driver: text,
    driverOptions: map,
    labels: map,
    protected: flag,
    external: flag,
    unknown: texts,
  },
  ['name', 'stack', 'driver'],
);

const attachment = record<Attachment>(
  {
    network: id,
    ipv4: text,
    ipv6: text,
    aliases: texts,
    macAddress: text,
    gatewayPriority: integer,
    linkLocalIps: texts,
    driverOptions: map,
  },
  ['ipv4', 'ipv6', 'macAddress', 'gatewayPriority'],
);

const mount = record<ContainerMount>(
  {
    type: fc.constantFrom('volume', 'bind', 'tmpfs', 'container'),
    source: text,
    volume: text,
    target: text,
    readOnly: flag,
    noCopy: flag,
    subpath: text,
    propagation: fc.constantFrom(...PROPAGATIONS),
    options: text,
  },
  ['source', 'volume', 'target', 'noCopy', 'subpath', 'propagation', 'options'],
);

const healthcheck = record<HealthcheckSettings>(
  {
    test: texts,
    interval: text,
    timeout: text,
    startPeriod: text,
    startInterval: text,
    retries: integer,
  },
  ['interval', 'timeout', 'startPeriod', 'startInterval', 'retries'],
);

const resources = record<Resources>(
  {
    memoryBytes: integer,
    memorySwapBytes: integer,
    memoryReservationBytes: integer,
    shmSizeBytes: integer,
    cpus: fc.double({ min: 0, max: 64, noNaN: true, noDefaultInfinity: true }).map(Math.abs),
    cpuShares: integer,
    cpuPeriod: integer,
    cpuQuota: integer,
    cpusetCpus: text,
  },
  words(`memoryBytes memorySwapBytes memoryReservationBytes shmSizeBytes cpus cpuShares
    cpuPeriod cpuQuota cpusetCpus`),
);

const listener = record<Listener>({ port, protocol, address: text }, ['address']);

const container = record<Container>(
  {
    id,
    name: text,
    host: id,
    stack: text,
    image: text,
    mode: fc.constantFrom('networks', 'host', 'none', 'container'),
    modeContainer: id,
    attachments: list(attachment),
    hostname: text,
    domainname: text,
    dns: texts,
    dnsSearch: texts,
    dnsOptions: texts,
    extraHosts: list(record({ host: text, address: text })),
    publish: list(
      record({ containerPort: port, hostPort: port, hostIp: text, protocol }, [
        'hostPort',
        'hostIp',
      ]),
    ),
    publishAll: flag,
    expose: list(record({ port, protocol })),
    listens: list(listener),
    links: list(record({ container: id, aliases: texts })),
    dependsOn: list(
      record({ container: id, condition: fc.constantFrom('started', 'healthy', 'completed') }),
    ),
    command: texts,
    entrypoint: texts,
    env: map,
    secretEnv: texts,
    mounts: list(mount),
    files: list(record({ path: text, mode: text, content: text }, ['content'])),
    user: text,
    workingDir: text,
    healthcheck,
    restart: record(
      {
        name: fc.constantFrom('no', 'always', 'unless-stopped', 'on-failure'),
        maxRetries: integer,
      },
      ['maxRetries'],
    ),
    stopSignal: text,
    stopGraceSeconds: integer,
    capAdd: texts,
    capDrop: texts,
    devices: list(record({ hostPath: text, containerPath: text, permissions: text })),
    securityOpts: texts,
    sysctls: map,
    ulimits: list(record({ name: text, soft: integer, hard: integer })),
    resources,
    labels: map,
    logDriver: text,
    logOptions: map,
    storageOptions: map,
    groupAdd: texts,
    privileged: flag,
    readOnly: flag,
    init: flag,
    tty: flag,
    stdinOpen: flag,
    gpus: text,
    runtime: text,
    platform: text,
    pidMode: text,
    ipcMode: text,
    usernsMode: text,
    cgroupnsMode: text,
    cgroupParent: text,
    oneShot: flag,
    external: flag,
    unknown: texts,
  },
  words(`name stack image modeContainer hostname domainname command entrypoint user workingDir
    healthcheck restart stopSignal stopGraceSeconds logDriver gpus runtime platform pidMode
    ipcMode usernsMode cgroupnsMode cgroupParent`),
);

const addressPlan = record<AddressPlan>({
  id,
  pools: texts,
  reserved: texts,
  avoided: texts,
});

const intentEnd: fc.Arbitrary<IntentEnd> = fc.oneof(
  fc.record({ kind: fc.constantFrom('container', 'host', 'lan'), id }, { noNullPrototype: true }),
  fc.constant<IntentEnd>({ kind: 'outside' }),
);

const exposed = record({ port, protocol });

const intent: fc.Arbitrary<Intent> = fc.oneof(
  record(
    {
      kind: fc.constantFrom('reaches', 'neverReaches'),
      stack: text,
      from: intentEnd,
      to: intentEnd,
      port: exposed,
    },
    ['port'],
  ),
  record(
    {
      kind: fc.constant('onlyReachedBy'),
      stack: text,
      to: intentEnd,
      from: list(intentEnd),
      port: exposed,
    },
    ['port'],
  ),
  record({ kind: fc.constant('notExposed'), stack: text, to: intentEnd, port: exposed }, ['port']),
);

/** Any topology whose ids are unique and whose hosts are known. */
export const anyTopology: fc.Arbitrary<Topology> = fc
  .record({
    hosts: unique(host),
    networks: unique(network),
    volumes: unique(volume),
    containers: unique(container),
    addressPlans: unique(addressPlan),
    accepted: fc.uniqueArray(record<Acceptance>({ code: id, at: id, reason: text }), {
      maxLength: 2,
      selector: ({ code, at }) => `${code} ${at}`,
    }),
    intents: fc.uniqueArray(intent, { maxLength: 2, selector: (any) => JSON.stringify(any) }),
  })
  .map(({ hosts, networks, volumes, containers, addressPlans, accepted, intents }) => {
    const ids = hosts.map((any) => any.id);
    return {
      version: TOPOLOGY_VERSION,
      hosts,
      networks: onHosts(networks, ids),
      volumes: onHosts(volumes, ids),
      containers: onHosts(containers, ids),
      ...(addressPlans.length === 0 ? {} : { addressPlans }),
      accepted,
      ...(intents.length === 0 ? {} : { intents }),
    };
  });

function unique<T extends { readonly id: string }>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.uniqueArray(item, { maxLength: 3, selector: (any) => any.id });
}

function onHosts<T extends { readonly host: string }>(items: T[], hosts: string[]): T[] {
  return items.flatMap((item, index) => {
    const known = hosts[index % Math.max(1, hosts.length)];
    return known === undefined ? [] : [{ ...item, host: known }];
  });
}
