import type {
  BindMountOptions,
  BuildRegistryAuthProps,
  BuildSecretProps,
  ImageBuildProps,
  ImageProps,
  TmpfsMountOptions,
  VolumeMountOptions,
  VolumeProps,
} from 'portolan';
import {
  bad,
  free,
  NOT_FLAG,
  NOT_LIST,
  NOT_RECORD,
  NOT_TEXT,
  NOT_TEXT_MAP,
  NOT_WORD_LIST,
  NOT_WORDS,
  type BadTable,
} from './bad';
import { HOSTS, LABELS } from './networks';

const DRIVER = 'a plugin may have any name';

export const BAD_VOLUMES: BadTable<VolumeProps> = {
  name: [...NOT_WORDS, bad('d', 'NAME_MALFORMED'), bad('/data', 'NAME_MALFORMED')],
  host: HOSTS,
  driver: free(DRIVER, NOT_WORDS),
  driverOptions: NOT_TEXT_MAP,
  labels: LABELS,
  protect: NOT_FLAG,
  adopt: NOT_FLAG,
};

export const BAD_VOLUME_MOUNTS: BadTable<VolumeMountOptions> = {
  readOnly: NOT_FLAG,
  noCopy: NOT_FLAG,
  subpath: free('a folder may have any name', NOT_WORDS),
};

export const BAD_BIND_MOUNTS: BadTable<BindMountOptions> = {
  readOnly: NOT_FLAG,
  propagation: [...NOT_TEXT, bad('sharedd', 'PROP_CHOICE')],
  createHostPath: NOT_FLAG,
};

export const BAD_TMPFS_MOUNTS: BadTable<TmpfsMountOptions> = {
  size: ['big', '', '-1', -1, NaN, null, {}, true].map((value) =>
    bad(value, 'SIZE_MALFORMED', value === '' ? "''" : undefined),
  ),
  mode: [...NOT_WORDS, bad('888', 'FILE_MODE_MALFORMED'), bad('rwx', 'FILE_MODE_MALFORMED')],
  options: NOT_WORD_LIST,
};

const PLATFORMS = [...NOT_WORDS, bad('amd64', 'PLATFORM_MALFORMED')];

const REFERENCES = [
  ...NOT_WORDS,
  bad('nginx:', 'IMAGE_REFERENCE_MALFORMED'),
  bad('Nginx', 'IMAGE_REFERENCE_MALFORMED'),
];

const TIMEOUTS = [...NOT_WORDS, bad('20', 'DURATION_MALFORMED'), bad('soon', 'DURATION_MALFORMED')];

export const BAD_IMAGES: BadTable<ImageProps> = {
  reference: REFERENCES,
  build: [
    bad('./app', 'PROP_TYPE'),
    bad(5, 'PROP_TYPE'),
    bad(null, 'PROP_TYPE'),
    bad({}, 'PROP_MISSING', 'context is missing'),
  ],
  host: HOSTS,
  platform: PLATFORMS,
  keepLocally: NOT_FLAG,
  forceRemove: NOT_FLAG,
  pullTriggers: NOT_WORD_LIST,
  triggers: NOT_TEXT_MAP,
  createTimeout: TIMEOUTS,
  updateTimeout: TIMEOUTS,
  deleteTimeout: TIMEOUTS,
};

export const BAD_BUILDS: BadTable<ImageBuildProps> = {
  context: [...NOT_WORDS, bad('/nowhere', 'FILE_UNREADABLE'), bad('/bin/sh', 'FILE_UNREADABLE')],
  dockerfile: [...NOT_WORDS, bad('Containerfile', 'FILE_UNREADABLE')],
  args: NOT_TEXT_MAP,
  target: free('a stage may have any name', NOT_WORDS),
  labels: NOT_TEXT_MAP,
  tags: [...NOT_WORD_LIST, bad(['Shop'], 'IMAGE_REFERENCE_MALFORMED')],
  secrets: [...NOT_LIST, bad(['npmrc'], 'PROP_TYPE')],
  platform: PLATFORMS,
  builder: free('a builder may have any name', NOT_WORDS),
  noCache: NOT_FLAG,
  pull: NOT_FLAG,
  cacheFrom: free('a cache may have any name', NOT_WORD_LIST),
  network: free('a network may have any name', NOT_WORDS),
  extraHosts: [
    ...NOT_WORD_LIST,
    bad(['db'], 'EXTRA_HOST_MALFORMED'),
    bad(['db:somewhere'], 'ADDRESS_MALFORMED', 'somewhere'),
  ],
  shmSize: [...['big', -1, NaN, null, {}, 0, '1.5k'].map((value) => bad(value, 'SIZE_MALFORMED'))],
  cgroupParent: free('a group may have any name', NOT_WORDS),
  registryAuth: [...NOT_LIST, bad(['registry.example'], 'PROP_TYPE')],
  ulimits: [...NOT_RECORD, bad({ nofiles: 5 }, 'ULIMIT_MALFORMED', 'nofiles')],
  logFile: free('a file may have any name', NOT_WORDS),
};

export const BAD_BUILD_SECRETS: BadTable<BuildSecretProps> = {
  id: free('an id may be any word', NOT_WORDS),
  src: free('read where Terraform runs', NOT_WORDS),
  env: free('read where Terraform runs', NOT_WORDS),
};

export const BAD_BUILD_AUTH: BadTable<BuildRegistryAuthProps> = {
  address: free('only the registry knows', NOT_WORDS),
  username: free('only the registry knows', NOT_WORDS),
  password: ['hunter2', 5, null, {}].map((value) => bad(value, 'SECRET_IN_PLAIN_TEXT', 'password')),
};
