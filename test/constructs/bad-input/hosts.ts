import type {
  DockerHostProps,
  DockerStackProps,
  DockerTlsProps,
  GeneratedSecretProps,
  LocalHostProps,
  RegistryAuthProps,
  SshHostProps,
  TcpHostProps,
} from 'portolan';
import type {
  AddressPool,
  DaemonSettings,
  HostInterface,
  HostRoute,
  HostService,
} from '../../../src/topology/host';
import {
  bad,
  free,
  NOT_FLAG,
  NOT_LIST,
  NOT_RECORD,
  NOT_TEXT,
  NOT_WHOLE,
  NOT_WORD_LIST,
  NOT_WORDS,
  type BadTable,
} from './bad';

const CIDRS = [
  ...NOT_WORDS,
  bad('10.0.0.0', 'CIDR_MALFORMED'),
  bad('10.0.0.5/24', 'CIDR_HOST_BITS'),
];
const ADDRESSES = [...NOT_WORDS, bad('router', 'ADDRESS_MALFORMED')];
const MTU = [...NOT_WHOLE, bad(67, 'PROP_RANGE'), bad(65536, 'PROP_RANGE')];

export const BAD_HOSTS: BadTable<DockerHostProps> = {
  name: [...NOT_WORDS, bad('my host', 'NAME_MALFORMED'), bad('-nas', 'NAME_MALFORMED')],
  engineVersion: [
    ...NOT_WORDS,
    bad('latest', 'VERSION_MALFORMED'),
    bad('28.x', 'VERSION_MALFORMED'),
  ],
  kind: [...NOT_TEXT, bad('podman', 'PROP_CHOICE')],
  interfaces: [
    ...NOT_LIST,
    bad(['eth0'], 'PROP_TYPE'),
    bad([{}], 'PROP_MISSING', 'name is missing'),
  ],
  routes: [
    ...NOT_LIST,
    bad(['default'], 'PROP_TYPE'),
    bad([{}], 'PROP_MISSING', 'destination is missing'),
  ],
  services: [
    ...NOT_LIST,
    bad([22], 'PROP_TYPE'),
    bad([{ port: 22 }], 'PROP_MISSING', 'protocol is missing'),
  ],
  addressPools: [
    ...NOT_LIST,
    bad(['10.0.0.0/8'], 'PROP_TYPE'),
    bad([{ base: '10.0.0.0/8' }], 'PROP_MISSING', 'size is missing'),
  ],
  daemon: NOT_RECORD,
  disableDaemonCheck: NOT_FLAG,
};

export const BAD_LOCAL_HOSTS: BadTable<LocalHostProps> = {
  ...BAD_HOSTS,
  socket: [
    ...NOT_WORDS,
    bad('docker.sock', 'PATH_NOT_ABSOLUTE'),
    bad('tcp://x:1', 'PATH_NOT_ABSOLUTE'),
  ],
};

export const BAD_TCP_HOSTS: BadTable<TcpHostProps> = {
  ...BAD_HOSTS,
  tls: [
    ...['certs', 5, null, true].map((value) => bad(value, 'PROP_TYPE')),
    bad({}, 'TLS_INCOMPLETE', 'no ca, no cert, no key'),
    bad({ ca: 'PEM', cert: 'PEM' }, 'TLS_INCOMPLETE', 'no key'),
    bad({ certPath: '/certs', ca: 'PEM' }, 'OPTION_GIVEN_TWICE', 'certPath and ca'),
    bad({ certpath: '/certs' }, 'PROP_UNKNOWN', "did you mean 'certPath'"),
  ],
};

export const BAD_SSH_HOSTS: BadTable<SshHostProps> = { ...BAD_HOSTS, sshOptions: NOT_WORD_LIST };

export const BAD_TLS: BadTable<DockerTlsProps> = {
  certPath: free('a folder where Terraform runs', NOT_WORDS),
  ca: free('the provider reads the certificate', NOT_WORDS),
  cert: free('the provider reads the certificate', NOT_WORDS),
  key: ['-----BEGIN', 5, null, {}].map((value) => bad(value, 'SECRET_IN_PLAIN_TEXT', 'key')),
};

export const BAD_INTERFACES: BadTable<HostInterface> = {
  name: [...NOT_WORDS, bad('eth 0', 'INTERFACE_NAME_MALFORMED')],
  addresses: [...NOT_WORD_LIST, bad(['192.168.1.5'], 'CIDR_MALFORMED')],
  mtuBytes: MTU,
  wireless: NOT_FLAG,
};

export const BAD_ROUTES: BadTable<HostRoute> = {
  destination: CIDRS,
  via: ADDRESSES,
  interface: free('shown, never used', NOT_WORDS),
};

export const BAD_SERVICES: BadTable<HostService> = {
  port: [...NOT_WHOLE, bad(0, 'PROP_RANGE'), bad(65536, 'PROP_RANGE')],
  protocol: [...NOT_TEXT, bad('icmp', 'PROP_CHOICE')],
  address: ADDRESSES,
  name: free('shown, never used', NOT_WORDS),
};

export const BAD_POOLS: BadTable<AddressPool> = {
  base: CIDRS,
  size: [...NOT_WHOLE, bad(7, 'PROP_RANGE'), bad(33, 'PROP_RANGE')],
};

export const BAD_DAEMONS: BadTable<DaemonSettings> = {
  bip: [
    ...NOT_WORDS,
    bad('172.19.0.1', 'CIDR_MALFORMED'),
    bad('172.19.0/16', 'ADDRESS_MALFORMED', '172.19.0'),
  ],
  fixedCidr: CIDRS,
  defaultGateway: ADDRESSES,
  bridge: free('the engine decides', NOT_WORDS),
  mtu: MTU,
  icc: NOT_FLAG,
  ip: ADDRESSES,
  ipForward: NOT_FLAG,
  ipMasq: NOT_FLAG,
  iptables: NOT_FLAG,
  ip6tables: NOT_FLAG,
  ipv6: NOT_FLAG,
  fixedCidrV6: CIDRS,
  experimental: NOT_FLAG,
  userlandProxy: NOT_FLAG,
  allowDirectRouting: NOT_FLAG,
  firewallBackend: [...NOT_TEXT, bad('ufw', 'PROP_CHOICE')],
  liveRestore: NOT_FLAG,
  dns: [...NOT_WORD_LIST, bad(['dns.example'], 'ADDRESS_MALFORMED')],
  dnsSearch: free('any domain', NOT_WORD_LIST),
  dnsOpts: free('the resolver decides', NOT_WORD_LIST),
  logDriver: free('a plugin may have any name', NOT_WORDS),
};

export const BAD_STACKS: BadTable<DockerStackProps> = {
  host: [
    bad('local', 'PROP_TYPE', 'host'),
    bad(null, 'PROP_TYPE', 'host'),
    bad({}, 'PROP_TYPE', 'host'),
  ],
  providerVersion: [
    ...NOT_WORDS,
    bad('latest', 'PROVIDER_VERSION_MALFORMED'),
    bad('>= 4.5.0 < 5.0.0', 'PROVIDER_VERSION_MALFORMED'),
    bad('3.0.0', 'PROVIDER_VERSION_MALFORMED'),
    bad('< 5.0.0', 'PROVIDER_VERSION_MALFORMED'),
    bad('4.x', 'VERSION_MALFORMED'),
  ],
};

const SECRETS = ['hunter2', 5, null, {}].map((value) =>
  bad(value, 'SECRET_IN_PLAIN_TEXT', 'not a Secret'),
);

export const BAD_REGISTRY_AUTH: BadTable<RegistryAuthProps> = {
  address: free('only the registry knows', NOT_WORDS),
  username: free('only the registry knows', NOT_WORDS),
  password: SECRETS,
  configFile: free('read where Terraform runs', NOT_WORDS),
  configFileContent: SECRETS,
  authDisabled: NOT_FLAG,
};

export const BAD_GENERATED_SECRETS: BadTable<GeneratedSecretProps> = {
  length: [...NOT_WHOLE, bad(11, 'PROP_RANGE'), bad(129, 'PROP_RANGE')],
  symbols: NOT_FLAG,
};
