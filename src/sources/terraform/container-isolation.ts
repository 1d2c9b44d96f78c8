import type { Device } from '../../notation/device';
import type { Ulimit } from '../../notation/ulimit';
import type { Container } from '../../topology/container';
import type { Attributes } from './attributes';
import { HIDDEN, HIDDEN_LIST, type Masked } from './masked';

/** What the process of a container may do and see. */
export type IsolationPart = Pick<
  Masked<Container>,
  | 'capAdd'
  | 'capDrop'
  | 'devices'
  | 'securityOpts'
  | 'sysctls'
  | 'ulimits'
  | 'storageOptions'
  | 'groupAdd'
  | 'gpus'
  | 'runtime'
  | 'platform'
  | 'pidMode'
  | 'ipcMode'
  | 'usernsMode'
  | 'cgroupnsMode'
  | 'cgroupParent'
>;

/**
 * What the process may do and see.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readIsolation(attributes: Attributes): IsolationPart {
  return {
    ...readCapabilities(attributes),
    devices: readBlocks(attributes, 'devices', readDevice),
    securityOpts: attributes.texts('security_opts'),
    sysctls: attributes.map('sysctls'),
    ulimits: readBlocks(attributes, 'ulimit', readUlimit),
    storageOptions: attributes.map('storage_opts'),
    groupAdd: attributes.texts('group_add'),
    gpus: attributes.text('gpus'),
    runtime: attributes.text('runtime'),
    platform: attributes.text('platform'),
    pidMode: attributes.text('pid_mode'),
    ipcMode: attributes.text('ipc_mode'),
    usernsMode: attributes.text('userns_mode'),
    cgroupnsMode: attributes.text('cgroupns_mode'),
    cgroupParent: attributes.text('cgroup_parent'),
  };
}

function readCapabilities(attributes: Attributes): Pick<IsolationPart, 'capAdd' | 'capDrop'> {
  const blocks = attributes.blocks('capabilities');
  if (blocks === HIDDEN) return { capAdd: HIDDEN_LIST, capDrop: HIDDEN_LIST };
  const [block] = blocks;
  return { capAdd: block?.texts('add') ?? [], capDrop: block?.texts('drop') ?? [] };
}

function readBlocks<T>(
  attributes: Attributes,
  name: string,
  read: (block: Attributes) => T,
): readonly (T | typeof HIDDEN)[] {
  const blocks = attributes.blocks(name);
  return blocks === HIDDEN ? HIDDEN_LIST : blocks.map(read);
}

function readDevice(block: Attributes): Masked<Device> {
  const hostPath = block.text('host_path') ?? HIDDEN;
  return {
    hostPath,
    containerPath: block.text('container_path') ?? hostPath,
    permissions: block.text('permissions') ?? 'rwm',
  };
}

function readUlimit(block: Attributes): Masked<Ulimit> {
  return {
    name: block.text('name') ?? HIDDEN,
    soft: block.integer('soft') ?? 0,
    hard: block.integer('hard') ?? 0,
  };
}
