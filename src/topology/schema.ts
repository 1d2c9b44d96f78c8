import { z } from 'zod';
import { PROPAGATIONS } from '../notation/volume-spec';
import type { Container } from './container';
import { daemonSchema } from './daemon-schema';
import type { Host } from './host';
import { intentSchema } from './intent-schema';
import type { Network } from './network';
import { exposedSchema, portSchema, protocolSchema } from './port-schema';
import { TOPOLOGY_VERSION, type Topology } from './topology';
import type { Volume } from './volume';

/** The JSON form: empty lists, empty objects and false may be left out. */

const id = z.string().min(1);
const text = z.string();
const flag = z.boolean().default(false);
const strings = z.array(text).readonly().default([]);
const map = z.record(text, text).readonly().default({});
const unknown = strings.describe('Paths of fields whose value only Terraform knows');

const host = z.object({
  id,
  endpoint: text,
  kind: z.enum(['native', 'rootless', 'desktop']).default('native'),
  engineVersion: text.optional(),
  addressPools: z.array(z.object({ base: text, size: z.int() })).default([]),
  interfaces: z
    .array(
      z.object({
        name: text,
        addresses: strings,
        mtuBytes: z.int().optional(),
        wireless: z.boolean().optional(),
      }),
    )
    .default([]),
  routes: z
    .array(z.object({ destination: text, via: text.optional(), interface: text.optional() }))
    .default([]),
  services: z
    .array(
      z.object({
        port: portSchema,
        protocol: protocolSchema,
        address: text.optional(),
        name: text.optional(),
      }),
    )
    .default([]),
  daemon: daemonSchema.default({}),
  forwardRules: z
    .array(
      z
        .object({ from: id.optional(), to: id.optional() })
        .refine(({ from, to }) => from !== undefined || to !== undefined, {
          error: "has neither 'from' nor 'to'",
        }),
    )
    .optional(),
}) satisfies z.ZodType<Host>;

const network = z.object({
  id,
  name: text.optional(),
  host: id,
  stack: text.optional(),
  driver: text.optional(),
  subnets: z
    .array(
      z.object({
        cidr: text.optional(),
        gateway: text.optional(),
        ipRange: text.optional(),
        auxAddresses: map,
      }),
    )
    .default([]),
  internal: flag,
  attachable: flag,
  ingress: flag,
  ipv6: flag,
  ipamDriver: text.optional(),
  ipamOptions: map,
  options: map,
  labels: map,
  external: flag,
  unknown,
}) satisfies z.ZodType<Network>;

const volume = z.object({
  id,
  name: text.optional(),
  host: id,
  stack: text.optional(),
  driver: text.optional(),
  driverOptions: map,
  labels: map,
  protected: flag,
  external: flag,
  unknown,
}) satisfies z.ZodType<Volume>;

const attachment = z.object({
  network: id,
  ipv4: text.optional(),
  ipv6: text.optional(),
  aliases: strings,
  macAddress: text.optional(),
  gatewayPriority: z.int().optional(),
  linkLocalIps: strings,
  driverOptions: map,
});

const mount = z.object({
  type: z.enum(['volume', 'bind', 'tmpfs', 'container']),
  source: text.optional(),
  volume: text.optional(),
  target: text.optional(),
  readOnly: flag,
  noCopy: z.boolean().optional(),
  subpath: text.optional(),
  propagation: z.enum(PROPAGATIONS).optional(),
  options: text.optional(),
});

const healthcheck = z.object({
  test: z.array(text),
  interval: text.optional(),
  timeout: text.optional(),
  startPeriod: text.optional(),
  startInterval: text.optional(),
  retries: z.int().optional(),
});

const resources = z
  .object({
    memoryBytes: z.number(),
    memorySwapBytes: z.number(),
    memoryReservationBytes: z.number(),
    shmSizeBytes: z.number(),
    cpus: z.number(),
    cpuShares: z.int(),
    cpuPeriod: z.int(),
    cpuQuota: z.int(),
    cpusetCpus: text,
  })
  .partial();

const container = z.object({
  id,
  name: text.optional(),
  host: id,
  stack: text.optional(),
  image: text.optional(),
  mode: z.enum(['networks', 'host', 'none', 'container']),
  modeContainer: id.optional(),
  attachments: z.array(attachment).default([]),
  hostname: text.optional(),
  domainname: text.optional(),
  dns: strings,
  dnsSearch: strings,
  dnsOptions: strings,
  extraHosts: z.array(z.object({ host: text, address: text })).default([]),
  publish: z
    .array(
      z.object({
        containerPort: portSchema,
        hostPort: portSchema.optional(),
        hostIp: text.optional(),
        protocol: protocolSchema,
      }),
    )
    .default([]),
  publishAll: flag,
  expose: z.array(exposedSchema).default([]),
  listens: z.array(exposedSchema.extend({ address: text.optional() })).default([]),
  links: z.array(z.object({ container: id, aliases: strings })).default([]),
  dependsOn: z
    .array(z.object({ container: id, condition: z.enum(['started', 'healthy', 'completed']) }))
    .default([]),
  command: z.array(text).optional(),
  entrypoint: z.array(text).optional(),
  env: map,
  secretEnv: strings,
  mounts: z.array(mount).default([]),
  files: z.array(z.object({ path: text, mode: text, content: text.optional() })).default([]),
  user: text.optional(),
  workingDir: text.optional(),
  healthcheck: healthcheck.optional(),
  restart: z
    .object({
      name: z.enum(['no', 'always', 'unless-stopped', 'on-failure']),
      maxRetries: z.int().optional(),
    })
    .optional(),
  stopSignal: text.optional(),
  stopGraceSeconds: z.int().optional(),
  capAdd: strings,
  capDrop: strings,
  devices: z
    .array(z.object({ hostPath: text, containerPath: text, permissions: text }))
    .default([]),
  securityOpts: strings,
  sysctls: map,
  ulimits: z.array(z.object({ name: text, soft: z.int(), hard: z.int() })).default([]),
  resources: resources.default({}),
  labels: map,
  logDriver: text.optional(),
  logOptions: map,
  storageOptions: map,
  groupAdd: strings,
  privileged: flag,
  readOnly: flag,
  init: flag,
  tty: flag,
  stdinOpen: flag,
  gpus: text.optional(),
  runtime: text.optional(),
  platform: text.optional(),
  pidMode: text.optional(),
  ipcMode: text.optional(),
  usernsMode: text.optional(),
  cgroupnsMode: text.optional(),
  cgroupParent: text.optional(),
  oneShot: flag,
  external: flag,
  unknown,
}) satisfies z.ZodType<Container>;

/** Checks a parsed JSON document and fills in what may be left out. */
export const topologySchema = z.object({
  version: z.literal(TOPOLOGY_VERSION),
  hosts: z.array(host),
  networks: z.array(network),
  volumes: z.array(volume),
  containers: z.array(container),
  addressPlans: z
    .array(z.object({ id, pools: strings, reserved: strings, avoided: strings }))
    .optional(),
  accepted: z.array(z.object({ code: id, at: id, reason: text })).default([]),
  intents: z.array(intentSchema).optional(),
}) satisfies z.ZodType<Topology>;

/** The published JSON Schema (draft 2020-12) of the JSON form. */
export function topologyJsonSchema(): object {
  return {
    title: 'Portolan topology',
    description: 'Docker hosts, networks, volumes and containers as Portolan sees them.',
    ...z.toJSONSchema(topologySchema, {
      io: 'input',
      override: ({ jsonSchema }) => {
        // In TypeScript it means that we do not change it; in JSON Schema, that nobody may write it.
        delete jsonSchema.readOnly;
      },
    }),
  };
}
