import type { Container } from '../../topology/container';
import type { Attributes } from './attributes';
import { readNetworkPart } from './container-attachments';
import { readEnv } from './container-env';
import { readIsolation } from './container-isolation';
import { readMounts } from './container-mounts';
import { readNames } from './container-names';
import { readPorts } from './container-ports';
import { readProcess } from './container-process';
import { readResources } from './container-resources';
import { readDependencies } from './dependencies';
import type { Directory, Entry } from './directory';
import { readFlags } from './flags';
import { readImage } from './image';
import { unmask, type Masked } from './masked';
import { own } from '../json-value';

/**
 * A `docker_container`.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readContainer(entry: Entry, directory: Directory): Container {
  const { resource, id, host, stack } = entry;
  const { attributes } = resource;
  const env = readEnv(attributes, own(resource.config?.expressions, 'env'));
  const mounts = readMounts(entry, directory);
  const flags = readFlags(attributes, FLAGS);
  const model: Masked<Container> = {
    id,
    name: attributes.text('name'),
    host,
    stack,
    image: readImage(entry, directory),
    ...readNetworkPart(entry, directory),
    ...readNames(resource),
    ...readPorts(resource),
    expose: [],
    links: [],
    dependsOn: readDependencies(entry, directory),
    env: env.env,
    secretEnv: env.secretEnv,
    mounts: mounts.mounts,
    ...readProcess(resource),
    ...readIsolation(attributes),
    resources: readResources(attributes),
    ...flags.values,
    oneShot: isOneShot(attributes),
    external: false,
    unknown: [...env.unknown, ...mounts.unknown, ...flags.unknown],
  };
  return unmask<Container>(model);
}

const FLAGS = {
  publishAll: 'publish_all_ports',
  privileged: 'privileged',
  readOnly: 'read_only',
  init: 'init',
  tty: 'tty',
  stdinOpen: 'stdin_open',
} as const;

/** The provider waits until it ends, and does not mind that it does. */
function isOneShot(attributes: Attributes): boolean {
  return attributes.flag('attach') === true && attributes.flag('must_run') === false;
}
