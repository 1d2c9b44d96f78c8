import { NetworkMode, type AttachmentProps, type ContainerProps, type PortMapping } from 'portolan';
import type { FileProps, HealthcheckOptions, WaitHealthyProps } from 'portolan';
import type { Device } from '../../../src/notation/device';
import type { Listener } from '../../../src/topology/container';
import {
  bad,
  free,
  NOT_FLAG,
  NOT_LIST,
  NOT_RECORD,
  NOT_TEXT,
  NOT_TEXT_MAP,
  NOT_WHOLE,
  NOT_WORD_LIST,
  NOT_WORDS,
  type BadTable,
} from './bad';

const ANY_NAME = 'the engine decides what it knows';

const SIZES = [
  bad('10 parrots', 'SIZE_MALFORMED'),
  bad('-5m', 'SIZE_MALFORMED'),
  bad('', 'SIZE_MALFORMED', "''"),
  bad(NaN, 'SIZE_MALFORMED'),
  bad(null, 'SIZE_MALFORMED'),
  bad({}, 'SIZE_MALFORMED'),
  bad(true, 'SIZE_MALFORMED'),
];

const MEBIBYTES = [...SIZES, bad('1.5k', 'SIZE_MALFORMED'), bad(0, 'SIZE_MALFORMED')];
const MEMORY = [
  ...MEBIBYTES,
  bad('5m', 'SIZE_MALFORMED'),
  bad('10.5m', 'SIZE_MALFORMED'),
  bad(-1, 'SIZE_MALFORMED'),
];

const CAPABILITIES = [
  ...NOT_LIST,
  bad([5], 'PROP_TYPE'),
  bad([''], 'PROP_EMPTY'),
  bad(['NET_ADMN'], 'CAPABILITY_UNKNOWN'),
  bad(['CAP_ALL'], 'CAPABILITY_UNKNOWN'),
];

const WORDS = [
  ...NOT_LIST.filter(({ value }) => typeof value !== 'string'),
  bad('nginx -g daemon', 'PROP_TYPE', "['nginx', '-g', 'daemon']"),
  bad(['sh', ''], 'PROP_EMPTY', 'empty'),
  bad([5], 'PROP_TYPE'),
];

const MODES = [bad('hosts', 'PROP_CHOICE'), bad('container:', 'PROP_CHOICE')];

export const BAD_CONTAINERS: BadTable<ContainerProps> = {
  image: [
    ...NOT_TEXT.filter(({ value }) => typeof value !== 'object' || value === null),
    bad({}, 'PROP_TYPE'),
    bad({ reference: 'nginx', id: 'x' }, 'PROP_TYPE', 'an object'),
    bad('', 'PROP_EMPTY'),
    bad('nginx:', 'IMAGE_REFERENCE_MALFORMED'),
    bad('Nginx', 'IMAGE_REFERENCE_MALFORMED'),
    bad('nginx@sha256:12', 'IMAGE_REFERENCE_MALFORMED'),
    bad('-host:5000/nginx', 'IMAGE_REFERENCE_MALFORMED'),
  ],
  name: [
    ...NOT_WORDS,
    bad('a', 'NAME_MALFORMED'),
    bad('-web', 'NAME_MALFORMED'),
    bad('we b', 'NAME_MALFORMED'),
    bad('shop/web', 'NAME_MALFORMED'),
  ],
  host: [
    bad('local', 'PROP_TYPE', 'host'),
    bad(null, 'PROP_TYPE', 'host'),
    bad({}, 'PROP_TYPE', 'host'),
  ],
  networks: [
    ...NOT_LIST,
    bad([], 'PROP_EMPTY', 'empty'),
    bad(['front'], 'PROP_TYPE'),
    bad([null], 'PROP_TYPE'),
    bad([{ ipv4: '10.0.0.2' }], 'PROP_TYPE', 'an object'),
    bad([NetworkMode.host], 'PROP_TYPE', 'an object'),
  ],
  networkMode: ['host', null, 5, {}].map((value) => bad(value, 'PROP_TYPE')),
  publish: [
    ...NOT_LIST,
    bad([null], 'PROP_TYPE'),
    bad([true], 'PROP_TYPE'),
    bad([['80']], 'PROP_TYPE', 'a list'),
    bad([''], 'PORT_MALFORMED', "''"),
    bad([0], 'PORT_MALFORMED'),
    bad([65536], 'PORT_MALFORMED'),
    bad([80.5], 'PORT_MALFORMED'),
    bad([NaN], 'PORT_MALFORMED'),
    bad(['http:80'], 'PORT_MALFORMED', "'http'"),
    bad(['8080:80/icmp'], 'PORT_MALFORMED', 'icmp'),
    bad(['127.0.0.1:80'], 'PORT_MALFORMED'),
    bad(['1:2:3:4:5'], 'PORT_MALFORMED'),
    bad(['300.0.0.1:80:80'], 'ADDRESS_MALFORMED', '300.0.0.1'),
    bad(['9000-8000:80'], 'PORT_MALFORMED', '9000-8000'),
    bad(['8000-8010:80'], 'PORT_RANGE_TO_ONE'),
    bad(['8000-8010:90-91'], 'PORT_RANGE_UNEQUAL'),
  ],
  publishAll: NOT_FLAG,
  expose: [
    ...NOT_LIST,
    bad([null], 'PROP_TYPE'),
    bad([0], 'PORT_MALFORMED'),
    bad(['80/icmp'], 'PORT_MALFORMED'),
    bad([''], 'PORT_MALFORMED', "''"),
  ],
  listens: [...NOT_LIST, bad([null], 'PROP_TYPE'), bad([-1], 'PORT_MALFORMED')],
  command: WORDS,
  entrypoint: WORDS,
  env: [
    ...NOT_RECORD,
    bad({ KEY: null }, 'PROP_TYPE'),
    bad({ KEY: ['x'] }, 'PROP_TYPE', 'a list'),
    bad({ KEY: {} }, 'PROP_TYPE'),
    bad({ KEY: NaN }, 'PROP_TYPE'),
    bad({ KEY: Infinity }, 'PROP_TYPE'),
    bad({ '': 'x' }, 'ENV_NAME_MALFORMED', "''"),
    bad({ 'A B': 'x' }, 'ENV_NAME_MALFORMED', 'A B'),
    bad({ 'A=B': 'x' }, 'ENV_NAME_MALFORMED', 'A=B'),
  ],
  envFiles: [
    ...NOT_LIST,
    bad([0], 'PROP_TYPE'),
    bad([''], 'PROP_EMPTY'),
    bad(['/nowhere/app.env'], 'FILE_UNREADABLE'),
  ],
  volumes: [
    ...NOT_LIST,
    bad([null], 'PROP_TYPE'),
    bad([{ source: 'data', target: '/data' }], 'PROP_TYPE', 'an object'),
    bad([''], 'PROP_EMPTY'),
    bad(['data:/data:rx'], 'MOUNT_MALFORMED'),
    bad(['data::/data'], 'MOUNT_MALFORMED'),
    bad(['/a:/b:z,rshared'], 'MOUNT_MALFORMED'),
    bad(['data:data'], 'PATH_NOT_ABSOLUTE', "'data'"),
    bad(['./data:/data'], 'PATH_NOT_ABSOLUTE', './data'),
    bad(['da ta:/data'], 'NAME_MALFORMED', 'da ta'),
  ],
  files: [...NOT_LIST, bad([null], 'PROP_TYPE'), bad(['/etc/motd'], 'PROP_TYPE')],
  user: free(ANY_NAME, NOT_WORDS),
  workingDir: [...NOT_WORDS, bad('app', 'PATH_NOT_ABSOLUTE')],
  hostname: [
    ...NOT_WORDS,
    bad('web_/', 'HOSTNAME_MALFORMED'),
    bad('-web', 'HOSTNAME_MALFORMED'),
    bad('w'.repeat(65), 'HOSTNAME_MALFORMED', '65 characters'),
  ],
  domainname: free(ANY_NAME, NOT_WORDS),
  dns: [
    ...NOT_WORD_LIST,
    bad(['dns.example'], 'ADDRESS_MALFORMED'),
    bad(['10.0.0.53/24'], 'ADDRESS_MALFORMED'),
    bad(['fd00::53%eth0'], 'ADDRESS_MALFORMED'),
  ],
  dnsSearch: free(ANY_NAME, NOT_WORD_LIST),
  dnsOptions: free(ANY_NAME, NOT_WORD_LIST),
  extraHosts: [
    ...NOT_RECORD,
    bad({ db: 5 }, 'PROP_TYPE'),
    bad({ db: [5] }, 'PROP_TYPE'),
    bad({ db: null }, 'PROP_TYPE'),
    bad({ db: 'somewhere' }, 'ADDRESS_MALFORMED'),
    bad({ db: '' }, 'ADDRESS_MALFORMED', "''"),
    bad({ 'd b': '10.0.0.5' }, 'NAME_MALFORMED', 'd b'),
    bad({ '': '10.0.0.5' }, 'NAME_MALFORMED', "''"),
  ],
  sysctls: [
    ...NOT_RECORD,
    bad({ 'net.core.somaxconn': null }, 'PROP_TYPE'),
    bad({ 'net.core.somaxconn': NaN }, 'PROP_TYPE'),
    bad({ 'net.core.somaxconn': 1.5 }, 'PROP_TYPE'),
    bad({ 'net.core.somaxconn': true }, 'PROP_TYPE'),
    bad({ 'net.core.somaxconn': '' }, 'PROP_EMPTY'),
    bad({ '': 1 }, 'PROP_EMPTY', 'empty'),
  ],
  capAdd: CAPABILITIES,
  capDrop: CAPABILITIES,
  devices: [
    ...NOT_LIST,
    bad([5], 'PROP_TYPE'),
    bad(['dev/fuse'], 'DEVICE_MALFORMED'),
    bad(['/dev/a:/dev/b:rx'], 'DEVICE_MALFORMED', "'rx'"),
    bad(['/dev/a:/dev/b:rr'], 'DEVICE_MALFORMED', "'rr'"),
    bad(['/dev/a:/dev/b:r:w'], 'DEVICE_MALFORMED'),
  ],
  gpus: free(ANY_NAME, NOT_WORDS),
  securityOpts: free(ANY_NAME, NOT_WORD_LIST),
  ulimits: [
    ...NOT_RECORD,
    bad({ nofile: '1024' }, 'PROP_TYPE'),
    bad({ nofile: null }, 'PROP_TYPE'),
    bad({ nofile: NaN }, 'ULIMIT_MALFORMED'),
    bad({ nofile: -2 }, 'ULIMIT_MALFORMED'),
    bad({ nofiles: 5 }, 'ULIMIT_MALFORMED', 'nofiles'),
    bad({ nofile: { soft: 5 } }, 'PROP_MISSING', 'hard is missing'),
    bad({ nofile: { soft: '5', hard: 5 } }, 'PROP_TYPE'),
    bad({ nofile: { soft: 6, hard: 5 } }, 'ULIMIT_MALFORMED'),
    bad({ nofile: { soft: 1, hard: 1, sofd: 1 } }, 'PROP_UNKNOWN', "did you mean 'soft'"),
  ],
  memory: MEMORY,
  memorySwap: [
    ...MEMORY.filter(({ value }) => value !== -1),
    bad('-1', 'SIZE_MALFORMED'),
    bad(-2, 'SIZE_MALFORMED'),
  ],
  memoryReservation: MEMORY,
  shmSize: MEBIBYTES,
  cpus: [
    ...['1', null, {}, NaN, 0, -1, 0.009, 1.000001].map((value) => bad(value, 'CPUS_MALFORMED')),
    bad(Infinity, 'CPUS_MALFORMED'),
  ],
  cpuShares: [...NOT_WHOLE, bad(1, 'PROP_RANGE'), bad(262145, 'PROP_RANGE')],
  cpuPeriod: [...NOT_WHOLE, bad(999, 'PROP_RANGE'), bad(1000001, 'PROP_RANGE')],
  cpuQuota: [...NOT_WHOLE, bad(999, 'PROP_RANGE')],
  cpusetCpus: [
    ...NOT_WORDS,
    bad('zero', 'CPUS_MALFORMED'),
    bad('0-', 'CPUS_MALFORMED'),
    bad('3-1', 'CPUS_MALFORMED'),
  ],
  logDriver: free(ANY_NAME, NOT_WORDS),
  logOptions: NOT_TEXT_MAP,
  restart: [
    ...NOT_WORDS,
    bad('sometimes', 'RESTART_MALFORMED'),
    bad('always:3', 'RESTART_MALFORMED'),
    bad('on-failure:-1', 'RESTART_MALFORMED'),
  ],
  healthcheck: ['curl -f http://localhost', null, 5, { test: ['CMD'] }, []].map((value) =>
    bad(
      value,
      'PROP_TYPE',
      Array.isArray(value) || typeof value !== 'object'
        ? undefined
        : value === null
          ? 'null'
          : 'an object',
    ),
  ),
  waitHealthy: [...['yes', 1, null].map((value) => bad(value, 'PROP_TYPE')), bad([], 'PROP_TYPE')],
  stopSignal: [...NOT_WORDS, bad('SIGSTUFF', 'SIGNAL_UNKNOWN'), bad('65', 'SIGNAL_UNKNOWN')],
  stopGraceSeconds: [...NOT_WHOLE, bad(0, 'PROP_RANGE'), bad(-1, 'PROP_RANGE')],
  labels: [
    ...NOT_TEXT_MAP,
    bad({ 'portolan.recreate': 'x' }, 'LABEL_RESERVED', 'portolan.recreate'),
  ],
  init: NOT_FLAG,
  platform: [...NOT_WORDS, bad('amd64', 'PLATFORM_MALFORMED'), bad('linux/', 'PLATFORM_MALFORMED')],
  readOnly: NOT_FLAG,
  privileged: NOT_FLAG,
  tty: NOT_FLAG,
  stdinOpen: NOT_FLAG,
  pidMode: [...NOT_WORDS, ...MODES],
  ipcMode: [...NOT_WORDS, ...MODES],
  usernsMode: [...NOT_TEXT, ...MODES, bad('container:web', 'PROP_CHOICE')],
  cgroupnsMode: [...NOT_TEXT, ...MODES, bad('container:web', 'PROP_CHOICE')],
  cgroupParent: free(ANY_NAME, NOT_WORDS),
  groupAdd: free(ANY_NAME, NOT_WORD_LIST),
  runtime: free(ANY_NAME, NOT_WORDS),
  storageOptions: [...NOT_TEXT_MAP, bad({ size: '' }, 'PROP_EMPTY')],
  removeVolumes: NOT_FLAG,
  mustRun: NOT_FLAG,
  start: NOT_FLAG,
  refreshTimeoutMs: [...NOT_WHOLE, bad(999, 'PROP_RANGE')],
  adopt: [...NOT_WORDS, bad('web', 'ID_MALFORMED'), bad('0123456789ab', 'ID_MALFORMED')],
};

/** `network` is put in by the test. */
export const BAD_ATTACHMENTS: BadTable<AttachmentProps> = {
  network: ['front', null, 5, {}, NetworkMode.none].map((value) =>
    bad(value, 'PROP_TYPE', typeof value === 'object' && value !== null ? 'an object' : undefined),
  ),
  ipv4: [
    ...NOT_WORDS,
    bad('172.27.0', 'ADDRESS_MALFORMED'),
    bad('172.27.0.10/16', 'ADDRESS_MALFORMED'),
    bad('172.27.0.010', 'ADDRESS_MALFORMED'),
    bad('fd00::10', 'ADDRESS_FAMILY'),
  ],
  ipv6: [
    ...NOT_WORDS,
    bad('fd00::10::1', 'ADDRESS_MALFORMED'),
    bad('fd00::10/64', 'ADDRESS_MALFORMED'),
    bad('172.27.0.10', 'ADDRESS_FAMILY'),
  ],
  aliases: [
    ...NOT_WORD_LIST,
    bad(['d b'], 'NAME_MALFORMED'),
    bad(['-db'], 'NAME_MALFORMED'),
    bad(['d'.repeat(254)], 'NAME_MALFORMED', 'ddd'),
  ],
  macAddress: [
    ...NOT_WORDS,
    bad('02:42:ac', 'MAC_MALFORMED'),
    bad('zz:42:ac:1b:00:0a', 'MAC_MALFORMED'),
    bad('01:42:ac:1b:00:0a', 'MAC_MALFORMED'),
  ],
  gatewayPriority: [...NOT_WHOLE, bad(-1, 'PROP_RANGE'), bad(2147483648, 'PROP_RANGE')],
  linkLocalIps: [...NOT_WORD_LIST, bad(['169.254.0'], 'ADDRESS_MALFORMED')],
  driverOptions: NOT_TEXT_MAP,
};

const PORTS = [
  bad(null, 'PROP_TYPE'),
  bad(true, 'PROP_TYPE'),
  bad({}, 'PROP_TYPE'),
  bad(0, 'PORT_MALFORMED'),
  bad(65536, 'PORT_MALFORMED'),
  bad(80.5, 'PORT_MALFORMED'),
  bad(NaN, 'PORT_MALFORMED'),
  bad('', 'PORT_MALFORMED', "''"),
  bad('http', 'PORT_MALFORMED'),
  bad('90-80', 'PORT_MALFORMED'),
];

export const BAD_PORTS: BadTable<PortMapping> = {
  container: PORTS,
  host: [...PORTS, bad('8000-8010', 'PORT_RANGE_TO_ONE')],
  hostIp: [
    ...NOT_WORDS,
    bad('localhost', 'ADDRESS_MALFORMED'),
    bad('10.0.0.0/8', 'ADDRESS_MALFORMED'),
  ],
  protocol: [...NOT_TEXT, bad('TCP', 'PROP_CHOICE'), bad('icmp', 'PROP_CHOICE')],
};

export const BAD_LISTENERS: BadTable<Listener> = {
  port: [...NOT_WHOLE, bad(0, 'PROP_RANGE'), bad(65536, 'PROP_RANGE')],
  protocol: [...NOT_TEXT, bad('TCP', 'PROP_CHOICE')],
  address: [...NOT_WORDS, bad('localhost', 'ADDRESS_MALFORMED')],
};

export const BAD_DEVICES: BadTable<Device> = {
  hostPath: [...NOT_WORDS, bad('dev/fuse', 'DEVICE_MALFORMED')],
  containerPath: [...NOT_WORDS, bad('dev/fuse', 'DEVICE_MALFORMED')],
  permissions: [...NOT_WORDS, bad('rwx', 'DEVICE_MALFORMED')],
};

export const BAD_FILES: BadTable<FileProps> = {
  path: [...NOT_WORDS, bad('etc/motd', 'PATH_NOT_ABSOLUTE')],
  content: [
    ...NOT_TEXT.filter(({ value }) => value !== undefined),
    bad('', 'FILE_CONTENT_MISSING', 'no content'),
  ],
  contentBase64: [
    ...NOT_WORDS,
    bad('%%%', 'FILE_CONTENT_MALFORMED'),
    bad('abc', 'FILE_CONTENT_MALFORMED'),
  ],
  source: [...NOT_WORDS, bad('/nowhere/motd', 'FILE_UNREADABLE'), bad('/tmp', 'FILE_UNREADABLE')],
  mode: [
    ...NOT_WORDS,
    bad('644', 'FILE_MODE_MALFORMED'),
    bad('0888', 'FILE_MODE_MALFORMED'),
    bad('u+x', 'FILE_MODE_MALFORMED'),
  ],
  executable: NOT_FLAG,
};

const DURATIONS = [
  ...NOT_WORDS,
  bad('30', 'DURATION_MALFORMED'),
  bad('-5s', 'DURATION_MALFORMED'),
  bad('5 seconds', 'DURATION_MALFORMED'),
  bad('500us', 'PROP_RANGE'),
];

export const BAD_HEALTHCHECKS: BadTable<HealthcheckOptions> = {
  interval: DURATIONS,
  timeout: DURATIONS,
  startPeriod: DURATIONS,
  startInterval: DURATIONS,
  retries: [...NOT_WHOLE, bad(0, 'PROP_RANGE'), bad(-1, 'PROP_RANGE')],
};

export const BAD_WAITS: BadTable<WaitHealthyProps> = {
  timeoutSeconds: [...NOT_WHOLE, bad(0, 'PROP_RANGE')],
};

/** What a OneShot does not have, though a Container does. */
export const NOT_OF_A_ONE_SHOT = {
  restart: 'always',
  mustRun: true,
  start: false,
  waitHealthy: true,
  healthcheck: {},
  adopt: 'x',
} satisfies Partial<Record<keyof ContainerProps, unknown>>;
