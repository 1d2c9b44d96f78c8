import type {
  BridgeNetworkProps,
  IpvlanNetworkProps,
  MacvlanNetworkProps,
  NetworkProps,
  OverlayNetworkProps,
  SubnetProps,
} from 'portolan';
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

const HOSTS = [
  bad('local', 'PROP_TYPE', 'host'),
  bad(null, 'PROP_TYPE', 'host'),
  bad({}, 'PROP_TYPE', 'host'),
];

const MTU = [...NOT_WHOLE, bad(67, 'PROP_RANGE'), bad(65536, 'PROP_RANGE')];

const INTERFACE = [
  ...NOT_WORDS,
  bad('a-name-of-sixteen', 'INTERFACE_NAME_MALFORMED'),
  bad('eth 0', 'INTERFACE_NAME_MALFORMED'),
  bad('br/0', 'INTERFACE_NAME_MALFORMED'),
];

const IPV4 = [
  ...NOT_WORDS,
  bad('eth0', 'ADDRESS_MALFORMED'),
  bad('10.0.0.1/8', 'ADDRESS_MALFORMED'),
  bad('fd00::1', 'ADDRESS_FAMILY'),
];

const LABELS = [
  ...NOT_TEXT_MAP,
  bad({ 'portolan.options': 'x' }, 'LABEL_RESERVED', 'portolan.options'),
];

const NETWORKS: BadTable<NetworkProps> = {
  name: [
    ...NOT_WORDS,
    bad('b', 'NAME_MALFORMED'),
    bad('my net', 'NAME_MALFORMED'),
    bad('bridge', 'NAME_MALFORMED'),
    bad('host', 'NAME_MALFORMED'),
    bad('none', 'NAME_MALFORMED'),
  ],
  host: HOSTS,
  subnets: [...NOT_LIST, bad(['10.0.0.0/24'], 'PROP_TYPE'), bad([null], 'PROP_TYPE')],
  internal: NOT_FLAG,
  ipv6: NOT_FLAG,
  ipamDriver: free('a plugin may have any name', NOT_WORDS),
  ipamOptions: NOT_TEXT_MAP,
  labels: LABELS,
  adopt: [...NOT_WORDS, bad('front', 'ID_MALFORMED'), bad('0123456789ab', 'ID_MALFORMED')],
  driverOptions: NOT_TEXT_MAP,
};

export const BAD_BRIDGES: BadTable<BridgeNetworkProps> = {
  ...NETWORKS,
  bridgeName: INTERFACE,
  icc: NOT_FLAG,
  masquerade: NOT_FLAG,
  mtuBytes: MTU,
  hostBinding: IPV4,
  hostIpv4: IPV4,
  hostIpv6: [...NOT_WORDS, bad('fd00:::1', 'ADDRESS_MALFORMED'), bad('10.0.0.1', 'ADDRESS_FAMILY')],
  gatewayMode: [...NOT_TEXT, bad('NAT', 'PROP_CHOICE')],
  gatewayModeIpv6: [...NOT_TEXT, bad('NAT', 'PROP_CHOICE')],
  trustedHostInterfaces: [...NOT_WORD_LIST, bad(['eth/0'], 'INTERFACE_NAME_MALFORMED')],
  interfacePrefix: INTERFACE,
  inhibitIpv4: NOT_FLAG,
  ipv4: NOT_FLAG,
};

export const BAD_OVERLAYS: BadTable<OverlayNetworkProps> = {
  ...NETWORKS,
  attachable: NOT_FLAG,
  ingress: NOT_FLAG,
  encrypted: NOT_FLAG,
  vxlanIds: [
    ...NOT_LIST,
    bad(['256'], 'PROP_TYPE'),
    bad([255], 'PROP_RANGE'),
    bad([16777216], 'PROP_RANGE'),
    bad([NaN], 'PROP_RANGE'),
  ],
  mtuBytes: MTU,
};

export const BAD_MACVLANS: BadTable<MacvlanNetworkProps> = {
  ...NETWORKS,
  parent: INTERFACE,
  mode: [...NOT_TEXT, bad('l2', 'PROP_CHOICE')],
};

export const BAD_IPVLANS: BadTable<IpvlanNetworkProps> = {
  ...NETWORKS,
  parent: INTERFACE,
  mode: [...NOT_TEXT, bad('bridge', 'PROP_CHOICE')],
  flag: [...NOT_TEXT, bad('l2', 'PROP_CHOICE')],
};

const CIDRS = [
  ...NOT_WORDS,
  bad('10.0.0.0', 'CIDR_MALFORMED'),
  bad('10.0.0.0/33', 'CIDR_MALFORMED'),
  bad('10.0.0.0/24/8', 'CIDR_MALFORMED', '24/8'),
  bad('10.0.0.5/24', 'CIDR_HOST_BITS'),
  bad('999.0.0.0/8', 'ADDRESS_MALFORMED', '999'),
  bad('fd00::5/64', 'CIDR_HOST_BITS'),
];

const ADDRESSES = [
  ...NOT_WORDS,
  bad('10.0.0', 'ADDRESS_MALFORMED'),
  bad('10.0.0.1/24', 'ADDRESS_MALFORMED'),
];

export const BAD_SUBNETS: BadTable<SubnetProps> = {
  cidr: CIDRS,
  gateway: ADDRESSES,
  ipRange: CIDRS,
  auxAddresses: [
    ...NOT_RECORD,
    bad({ router: 5 }, 'PROP_TYPE'),
    bad({ router: '' }, 'PROP_EMPTY'),
    bad({ router: 'router.lan' }, 'ADDRESS_MALFORMED'),
    bad({ '': '10.0.0.1' }, 'PROP_EMPTY', 'empty'),
  ],
};

export const BAD_EXISTING_NETWORKS: BadTable<{ host: unknown; driver: unknown }> = {
  host: HOSTS,
  driver: [...NOT_TEXT, bad('weave', 'PROP_CHOICE')],
};

export { HOSTS, LABELS };
