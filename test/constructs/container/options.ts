import {
  BridgeNetwork,
  DockerHost,
  Healthcheck,
  Image,
  Mount,
  NetworkMode,
  type ContainerProps,
  type DockerStack,
} from 'portolan';
import type { Block } from '../../support/synth';

/** One way to write a property, with what it becomes. */
export interface Option {
  readonly props: (stack: DockerStack) => Partial<ContainerProps>;

  /** Part of the `docker_container` block; undefined: the attribute is not there. */
  readonly plan: Block;

  /** Part of the container in `topology.json`. */
  readonly model: Block;
}

/** The property is one text in the plan and in the topology. */
function same(prop: keyof ContainerProps, attribute: string, value: unknown): Option[] {
  return [option({ [prop]: value }, { [attribute]: value }, { [prop]: value })];
}

function option(props: Partial<ContainerProps>, plan: Block, model: Block): Option {
  return { props: () => props, plan, model };
}

function flagged(prop: keyof ContainerProps, attribute: string): Option[] {
  return [
    option({ [prop]: true }, { [attribute]: true }, { [prop]: true }),
    option({ [prop]: false }, { [attribute]: false }, { [prop]: false }),
  ];
}

/** An empty list is like one that is not there. */
function listed(prop: keyof ContainerProps, attribute: string, value: readonly string[]): Option[] {
  return [
    ...same(prop, attribute, value),
    option({ [prop]: [] }, { [attribute]: undefined }, { [prop]: [] }),
  ];
}

const PLANNED_ONLY = {};

/** Every property of a container in every form. */
export const OPTIONS: Record<keyof ContainerProps, readonly Option[]> = {
  image: [
    option({ image: 'nginx:1.27' }, { image: 'nginx:1.27' }, { image: 'nginx:1.27' }),
    {
      props: (stack) => ({ image: new Image(stack, 'app', { reference: 'shop/app:2' }) }),
      plan: { image: expect.stringMatching(/^\$\{docker_image\.app_\w+\.image_id\}$/) },
      model: { image: 'shop/app:2' },
    },
  ],
  name: [option({ name: 'web-1' }, { name: 'web-1' }, { name: 'web-1' })],
  host: [
    {
      props: () => ({ host: DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' }) }),
      plan: { provider: 'docker.nas' },
      model: { host: 'nas' },
    },
  ],
  networks: [
    {
      props: (stack) => ({ networks: [new BridgeNetwork(stack, 'front')] }),
      plan: {
        network_mode: 'bridge',
        networks_advanced: [
          {
            name: expect.stringMatching(/^\$\{docker_network\.front_\w+\.id\}$/),
            aliases: ['web'],
          },
        ],
      },
      model: {
        mode: 'networks',
        attachments: [expect.objectContaining({ network: 'shop/front', aliases: ['web'] })],
      },
    },
    option(
      { networks: [NetworkMode.bridge] },
      { network_mode: 'bridge', networks_advanced: [{ name: 'bridge' }] },
      {
        mode: 'networks',
        attachments: [expect.objectContaining({ network: 'local:bridge', aliases: [] })],
      },
    ),
  ],
  networkMode: [
    option(
      { networkMode: NetworkMode.bridge },
      { network_mode: 'bridge', networks_advanced: undefined },
      { mode: 'networks', attachments: [expect.objectContaining({ network: 'local:bridge' })] },
    ),
    option(
      { networkMode: NetworkMode.host },
      { network_mode: 'host' },
      { mode: 'host', attachments: [] },
    ),
    option(
      { networkMode: NetworkMode.none },
      { network_mode: 'none' },
      { mode: 'none', attachments: [] },
    ),
  ],
  publish: [
    option(
      { publish: ['127.0.0.1:8080:80'] },
      {
        ports: [{ internal: 80, external: 8080, ip: '127.0.0.1', protocol: 'tcp' }],
        lifecycle: { ignore_changes: ['ports'] },
      },
      { publish: [{ containerPort: 80, hostPort: 8080, hostIp: '127.0.0.1', protocol: 'tcp' }] },
    ),
    option({ publish: [] }, { ports: undefined, lifecycle: undefined }, { publish: [] }),
  ],
  publishAll: [
    option(
      { publishAll: true },
      { publish_all_ports: true, lifecycle: { ignore_changes: ['ports'] } },
      { publishAll: true },
    ),
    option({ publishAll: false }, { publish_all_ports: undefined }, { publishAll: false }),
  ],
  expose: [
    option(
      { expose: [80, '53/udp', '8000-8001'] },
      { ports: undefined },
      {
        expose: [
          { port: 80, protocol: 'tcp' },
          { port: 53, protocol: 'udp' },
          { port: 8000, protocol: 'tcp' },
          { port: 8001, protocol: 'tcp' },
        ],
      },
    ),
  ],
  listens: [
    option(
      { listens: [80, '53/udp', { port: 6379, protocol: 'tcp', address: '127.0.0.1' }] },
      { ports: undefined },
      {
        listens: [
          { port: 80, protocol: 'tcp' },
          { port: 53, protocol: 'udp' },
          { port: 6379, protocol: 'tcp', address: '127.0.0.1' },
        ],
      },
    ),
    option(
      { publish: ['8080:80'], expose: [9000, 80] },
      {},
      {
        listens: [
          { port: 80, protocol: 'tcp' },
          { port: 9000, protocol: 'tcp' },
        ],
      },
    ),
  ],
  command: [
    option(
      { command: ['sh', '-c', 'echo ${HOME} %{x}'] },
      { command: ['sh', '-c', 'echo $${HOME} %%{x}'] },
      { command: ['sh', '-c', 'echo ${HOME} %{x}'] },
    ),
    option({ command: [] }, { command: undefined }, {}),
  ],
  entrypoint: [
    ...same('entrypoint', 'entrypoint', ['/entry.sh', '-v']),
    option({ entrypoint: [] }, { entrypoint: undefined }, {}),
  ],
  env: [
    option(
      { env: { B: 'two', A: 1, C: true, D: '', E: 'a=b ${c}' } },
      { env: ['A=1', 'B=two', 'C=true', 'D=', 'E=a=b $${c}'] },
      { env: { A: '1', B: 'two', C: 'true', D: '', E: 'a=b ${c}' } },
    ),
    option({ env: {} }, { env: undefined }, { env: {} }),
  ],
  // Their own tests: they need files.
  envFiles: [option({ envFiles: [] }, { env: undefined }, { secretEnv: [] })],
  volumes: [
    option(
      { volumes: ['data:/var/lib/mysql', '/srv:/srv:ro', Mount.tmpfs('/tmp')] },
      {
        volumes: [
          { volume_name: 'data', container_path: '/var/lib/mysql' },
          { host_path: '/srv', container_path: '/srv', read_only: true },
        ],
        tmpfs: { '/tmp': '' },
      },
      {
        mounts: [
          { type: 'volume', source: 'data', target: '/var/lib/mysql', readOnly: false },
          { type: 'bind', source: '/srv', target: '/srv', readOnly: true },
          { type: 'tmpfs', target: '/tmp', readOnly: false },
        ],
      },
    ),
    option(
      { volumes: [] },
      { volumes: undefined, mounts: undefined, tmpfs: undefined },
      { mounts: [] },
    ),
  ],
  files: [
    option(
      { files: [{ path: '/etc/motd', content: 'hello ${USER}\n' }] },
      { upload: [{ file: '/etc/motd', content: 'hello $${USER}\n', permissions: '0644' }] },
      { files: [{ path: '/etc/motd', mode: '0644', content: 'hello ${USER}\n' }] },
    ),
    option({ files: [] }, { upload: undefined }, { files: [] }),
  ],
  user: [...same('user', 'user', '1000:1000')],
  workingDir: [
    ...same('workingDir', 'working_dir', '/app'),
    option({ workingDir: '/app//src/' }, { working_dir: '/app/src' }, { workingDir: '/app/src' }),
    option({ workingDir: '/' }, { working_dir: '/' }, { workingDir: '/' }),
  ],
  hostname: same('hostname', 'hostname', 'web'),
  domainname: same('domainname', 'domainname', 'shop.example'),
  dns: listed('dns', 'dns', ['10.0.0.53', 'fd00::53']),
  dnsSearch: listed('dnsSearch', 'dns_search', ['shop.example', 'lan']),
  dnsOptions: listed('dnsOptions', 'dns_opts', ['ndots:2']),
  extraHosts: [
    option(
      { extraHosts: { web: ['10.0.0.5', '10.0.0.6'], gate: 'host-gateway' } },
      {
        host: [
          { host: 'gate', ip: 'host-gateway' },
          { host: 'web', ip: '10.0.0.5' },
          { host: 'web', ip: '10.0.0.6' },
        ],
        lifecycle: undefined,
      },
      {
        extraHosts: [
          { host: 'gate', address: 'host-gateway' },
          { host: 'web', address: '10.0.0.5' },
          { host: 'web', address: '10.0.0.6' },
        ],
      },
    ),
    option(
      { extraHosts: { db: '[FD00:0::5]' } },
      { host: [{ host: 'db', ip: 'fd00::5' }], lifecycle: { ignore_changes: ['host'] } },
      { extraHosts: [{ host: 'db', address: 'fd00::5' }] },
    ),
    option({ extraHosts: {} }, { host: undefined }, { extraHosts: [] }),
  ],
  sysctls: [
    option(
      { sysctls: { 'net.core.somaxconn': 1024, 'kernel.msgmax': '65536' } },
      { sysctls: { 'net.core.somaxconn': '1024', 'kernel.msgmax': '65536' } },
      { sysctls: { 'net.core.somaxconn': '1024', 'kernel.msgmax': '65536' } },
    ),
    option({ sysctls: {} }, { sysctls: undefined }, { sysctls: {} }),
  ],
  capAdd: [
    option(
      { capAdd: ['net_admin', 'CAP_SYS_TIME', 'all'] },
      { capabilities: { add: ['CAP_NET_ADMIN', 'CAP_SYS_TIME', 'ALL'] } },
      { capAdd: ['CAP_NET_ADMIN', 'CAP_SYS_TIME', 'ALL'] },
    ),
    option({ capAdd: [] }, { capabilities: undefined }, { capAdd: [] }),
  ],
  capDrop: [
    option(
      { capAdd: ['CHOWN'], capDrop: ['ALL'] },
      { capabilities: { add: ['CAP_CHOWN'], drop: ['ALL'] } },
      { capAdd: ['CAP_CHOWN'], capDrop: ['ALL'] },
    ),
    option({ capDrop: [] }, { capabilities: undefined }, { capDrop: [] }),
  ],
  devices: [
    option(
      {
        devices: [
          '/dev/fuse',
          '/dev/net/tun:rw',
          '/dev/sda:/dev/xvda:r',
          { hostPath: '/dev/snd', containerPath: '/dev/snd', permissions: 'm' },
        ],
      },
      {
        devices: [
          { host_path: '/dev/fuse', container_path: '/dev/fuse', permissions: 'rwm' },
          { host_path: '/dev/net/tun', container_path: '/dev/net/tun', permissions: 'rw' },
          { host_path: '/dev/sda', container_path: '/dev/xvda', permissions: 'r' },
          { host_path: '/dev/snd', container_path: '/dev/snd', permissions: 'm' },
        ],
      },
      {
        devices: [
          { hostPath: '/dev/fuse', containerPath: '/dev/fuse', permissions: 'rwm' },
          { hostPath: '/dev/net/tun', containerPath: '/dev/net/tun', permissions: 'rw' },
          { hostPath: '/dev/sda', containerPath: '/dev/xvda', permissions: 'r' },
          { hostPath: '/dev/snd', containerPath: '/dev/snd', permissions: 'm' },
        ],
      },
    ),
    option({ devices: [] }, { devices: undefined }, { devices: [] }),
  ],
  gpus: same('gpus', 'gpus', 'all'),
  securityOpts: [
    ...listed('securityOpts', 'security_opts', ['no-new-privileges']),
    option(
      { securityOpts: ['seccomp=unconfined'], privileged: true },
      { security_opts: ['seccomp=unconfined', 'label=disable'], privileged: true },
      { securityOpts: ['seccomp=unconfined'] },
    ),
    option(
      { securityOpts: ['label=disable'], ipcMode: 'host' },
      { security_opts: ['label=disable'] },
      { securityOpts: ['label=disable'] },
    ),
  ],
  ulimits: [
    option(
      { ulimits: { nproc: { soft: 10, hard: 20 }, nofile: 1024, core: -1 } },
      {
        ulimit: [
          { name: 'core', soft: -1, hard: -1 },
          { name: 'nofile', soft: 1024, hard: 1024 },
          { name: 'nproc', soft: 10, hard: 20 },
        ],
      },
      {
        ulimits: [
          { name: 'core', soft: -1, hard: -1 },
          { name: 'nofile', soft: 1024, hard: 1024 },
          { name: 'nproc', soft: 10, hard: 20 },
        ],
      },
    ),
    option({ ulimits: {} }, { ulimit: undefined }, { ulimits: [] }),
  ],
  memory: [
    option(
      { memory: '512m' },
      { memory: 512, memory_swap: 1024 },
      { resources: { memoryBytes: 536870912, memorySwapBytes: 1073741824 } },
    ),
    option({ memory: 6291456 }, { memory: 6, memory_swap: 12 }, {}),
  ],
  memorySwap: [
    option(
      { memory: '1g', memorySwap: '1g' },
      { memory: 1024, memory_swap: 1024 },
      { resources: { memoryBytes: 1073741824, memorySwapBytes: 1073741824 } },
    ),
    option(
      { memory: '64m', memorySwap: -1 },
      { memory_swap: -1 },
      { resources: { memoryBytes: 67108864, memorySwapBytes: -1 } },
    ),
  ],
  memoryReservation: [
    option(
      { memoryReservation: '64m' },
      { memory_reservation: 64 },
      { resources: { memoryReservationBytes: 67108864 } },
    ),
  ],
  shmSize: [option({ shmSize: '1m' }, { shm_size: 1 }, { resources: { shmSizeBytes: 1048576 } })],
  cpus: [
    option(
      { cpus: 1.5 },
      { cpu_period: 100000, cpu_quota: 150000, cpus: undefined },
      { resources: { cpus: 1.5 } },
    ),
    option({ cpus: 0.01 }, { cpu_quota: 1000 }, { resources: { cpus: 0.01 } }),
  ],
  cpuShares: [option({ cpuShares: 512 }, { cpu_shares: 512 }, { resources: { cpuShares: 512 } })],
  cpuPeriod: [
    option({ cpuPeriod: 50000 }, { cpu_period: 50000 }, { resources: { cpuPeriod: 50000 } }),
  ],
  cpuQuota: [option({ cpuQuota: 25000 }, { cpu_quota: 25000 }, { resources: { cpuQuota: 25000 } })],
  cpusetCpus: [
    option({ cpusetCpus: '0-2,5' }, { cpu_set: '0-2,5' }, { resources: { cpusetCpus: '0-2,5' } }),
  ],
  logDriver: same('logDriver', 'log_driver', 'json-file'),
  logOptions: [
    ...same('logOptions', 'log_opts', { 'max-size': '10m', 'max-file': '3' }),
    option({ logOptions: {} }, { log_opts: undefined }, { logOptions: {} }),
  ],
  restart: [
    option({ restart: 'no' }, { restart: 'no' }, { restart: { name: 'no' } }),
    option(
      { restart: 'unless-stopped' },
      { restart: 'unless-stopped', max_retry_count: undefined },
      { restart: { name: 'unless-stopped' } },
    ),
    option(
      { restart: 'on-failure:3' },
      { restart: 'on-failure', max_retry_count: 3 },
      { restart: { name: 'on-failure', maxRetries: 3 } },
    ),
  ],
  healthcheck: [
    option(
      {
        healthcheck: Healthcheck.shell('curl -f http://localhost/${x}', {
          interval: '60s',
          timeout: '1500ms',
          startPeriod: '1h',
          startInterval: '2s',
          retries: 5,
        }),
      },
      {
        healthcheck: {
          test: ['CMD-SHELL', 'curl -f http://localhost/$${x}'],
          interval: '1m0s',
          timeout: '1.5s',
          start_period: '1h0m0s',
          start_interval: '2s',
          retries: 5,
        },
      },
      {
        healthcheck: {
          test: ['CMD-SHELL', 'curl -f http://localhost/${x}'],
          interval: '1m0s',
          timeout: '1.5s',
          startPeriod: '1h0m0s',
          startInterval: '2s',
          retries: 5,
        },
      },
    ),
    option(
      { healthcheck: Healthcheck.exec(['pg_isready', '-q']) },
      { healthcheck: { test: ['CMD', 'pg_isready', '-q'] } },
      { healthcheck: { test: ['CMD', 'pg_isready', '-q'] } },
    ),
    option(
      { healthcheck: Healthcheck.none() },
      { healthcheck: { test: ['NONE'] } },
      { healthcheck: { test: ['NONE'] } },
    ),
  ],
  waitHealthy: [
    option({ waitHealthy: true }, { wait: true, wait_timeout: undefined }, PLANNED_ONLY),
    option({ waitHealthy: { timeoutSeconds: 90 } }, { wait: true, wait_timeout: 90 }, PLANNED_ONLY),
    option({ waitHealthy: {} }, { wait: true, wait_timeout: undefined }, PLANNED_ONLY),
    option({ waitHealthy: false }, { wait: undefined }, PLANNED_ONLY),
  ],
  stopSignal: [
    option({ stopSignal: 'quit' }, { stop_signal: 'SIGQUIT' }, { stopSignal: 'SIGQUIT' }),
    option({ stopSignal: '15' }, { stop_signal: '15' }, { stopSignal: '15' }),
  ],
  stopGraceSeconds: [
    option({}, { stop_timeout: 10, destroy_grace_seconds: 10 }, { stopGraceSeconds: 10 }),
    option(
      { stopGraceSeconds: 30 },
      { stop_timeout: 30, destroy_grace_seconds: 30 },
      { stopGraceSeconds: 30 },
    ),
  ],
  labels: [
    option(
      { labels: { 'com.example.b': '${x}', 'com.example.a': '' } },
      {
        labels: [
          { label: 'com.example.a', value: '' },
          { label: 'com.example.b', value: '$${x}' },
          expect.objectContaining({ label: 'portolan.recreate' }),
        ],
      },
      { labels: { 'com.example.b': '${x}', 'com.example.a': '' } },
    ),
    option(
      { labels: {} },
      { labels: [expect.objectContaining({ label: 'portolan.recreate' })] },
      { labels: {} },
    ),
  ],
  init: flagged('init', 'init'),
  platform: [
    option(
      { platform: 'linux/arm64' },
      { platform: 'linux/arm64', lifecycle: { ignore_changes: ['platform'] } },
      { platform: 'linux/arm64' },
    ),
  ],
  readOnly: flagged('readOnly', 'read_only'),
  privileged: flagged('privileged', 'privileged'),
  tty: flagged('tty', 'tty'),
  stdinOpen: flagged('stdinOpen', 'stdin_open'),
  pidMode: [
    ...same('pidMode', 'pid_mode', 'host'),
    ...same('pidMode', 'pid_mode', 'container:0a1b'),
  ],
  ipcMode: [
    ...same('ipcMode', 'ipc_mode', 'shareable'),
    ...same('ipcMode', 'ipc_mode', 'container:0a1b'),
  ],
  usernsMode: same('usernsMode', 'userns_mode', 'host'),
  cgroupnsMode: same('cgroupnsMode', 'cgroupns_mode', 'private'),
  cgroupParent: same('cgroupParent', 'cgroup_parent', '/shop'),
  groupAdd: listed('groupAdd', 'group_add', ['video', '1000']),
  runtime: same('runtime', 'runtime', 'runc'),
  storageOptions: [
    ...same('storageOptions', 'storage_opts', { size: '20G' }),
    option({ storageOptions: {} }, { storage_opts: undefined }, { storageOptions: {} }),
  ],
  removeVolumes: [option({ removeVolumes: false }, { remove_volumes: false }, PLANNED_ONLY)],
  mustRun: [option({ mustRun: false }, { must_run: false }, PLANNED_ONLY)],
  start: [
    option({ start: false }, { start: false, must_run: false }, PLANNED_ONLY),
    option({ start: true }, { start: true, must_run: undefined }, PLANNED_ONLY),
  ],
  refreshTimeoutMs: [
    option(
      { refreshTimeoutMs: 30000 },
      { container_read_refresh_timeout_milliseconds: 30000 },
      PLANNED_ONLY,
    ),
  ],
  // What adopting does has tests of its own; here only that the topology is as declared.
  adopt: [option({ adopt: 'a'.repeat(64) }, { name: 'shop-web' }, { name: 'shop-web' })],
};
