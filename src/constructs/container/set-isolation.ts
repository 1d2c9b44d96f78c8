import { ConfigError } from '../../errors';
import { expectList, expectText, show } from '../../expect';
import { parseCapability } from '../../notation/capability';
import { checkDevice, parseDevice, type Device } from '../../notation/device';
import {
  checkProps,
  choice,
  listOf,
  parsedElsewhere,
  text,
  type Check,
  type PropTable,
} from '../props';
import { isToken, literal, literalList } from '../token';
import { ulimitsOf } from '../ulimits';
import { sameText, sameTexts, type Draft, type Setters } from './draft';
import { setFlag } from './set-process';

/** What the process may do and see. */
export const ISOLATION_SETTERS: Setters<
  | 'capAdd'
  | 'capDrop'
  | 'devices'
  | 'gpus'
  | 'securityOpts'
  | 'ulimits'
  | 'groupAdd'
  | 'pidMode'
  | 'ipcMode'
  | 'usernsMode'
  | 'cgroupnsMode'
  | 'cgroupParent'
  | 'readOnly'
  | 'privileged'
> = {
  capAdd: (value, draft) => {
    const names = capabilities(value, draft.at, 'capAdd');
    draft.model.capAdd = names;
    if (names.length === 0) return;
    draft.config.capabilities = { ...draft.config.capabilities, add: [...names] };
  },
  capDrop: (value, draft) => {
    const names = capabilities(value, draft.at, 'capDrop');
    draft.model.capDrop = names;
    if (names.length === 0) return;
    draft.config.capabilities = { ...draft.config.capabilities, drop: [...names] };
  },
  devices: (value, draft) => {
    expectList(value, draft.at, 'devices');
    const devices = value.map((device) => parseDeviceProp(device, draft.at));
    draft.model.devices = devices;
    if (devices.length > 0) draft.config.devices = devices.map(deviceBlock);
  },
  gpus: sameText('gpus', text),
  securityOpts: sameTexts('securityOpts', text, 'securityOpts'),
  ulimits: (value, draft) => {
    const ulimits = ulimitsOf(value, draft.at);
    draft.model.ulimits = ulimits;
    if (ulimits.length > 0) draft.config.ulimit = ulimits;
  },
  groupAdd: sameTexts('groupAdd', text, 'groupAdd'),
  pidMode: sameText('pidMode', namespaceMode(['host'])),
  ipcMode: sameText('ipcMode', namespaceMode(['private', 'shareable', 'host', 'none'])),
  usernsMode: sameText('usernsMode', choice(['host'])),
  cgroupnsMode: sameText('cgroupnsMode', choice(['private', 'host'])),
  cgroupParent: sameText('cgroupParent', text),
  readOnly: setFlag('readOnly'),
  privileged: setFlag('privileged'),
};

/** The engine adds this option itself to an open container, and the provider would replace it. */
const NO_LABEL = 'label=disable';

/** Writes the option that the engine adds; after all properties are read. */
export function completeSecurityOpts({ model, config }: Draft): void {
  const { securityOpts = [], privileged, pidMode, ipcMode } = model;
  const isOpen = privileged === true || pidMode === 'host' || ipcMode === 'host';
  if (!isOpen || securityOpts.length === 0 || securityOpts.includes(NO_LABEL)) return;
  config.securityOpts = literalList([...securityOpts, NO_LABEL]);
}

function capabilities(value: unknown, at: string, what: string): string[] {
  listOf(parsedElsewhere)(value, at, what);
  return (value as unknown[]).map((name) => {
    expectText(name, at, `an entry of ${what}`);
    return isToken(name) ? name : parseCapability(name, at);
  });
}

function parseDeviceProp(device: unknown, at: string): Device {
  if (typeof device === 'string') return parseDevice(device, at);
  if (typeof device !== 'object' || device === null) {
    throw new ConfigError('PROP_TYPE', {
      at,
      problem: `an entry of devices is ${show(device)}`,
      fix: "write '/dev/fuse' or { hostPath, containerPath, permissions }",
    });
  }
  checkProps(device as Device, DEVICE_PROPS, `${at}: devices`, [
    'hostPath',
    'containerPath',
    'permissions',
  ]);
  const { hostPath, containerPath, permissions } = device as Device;
  // Parts that only Terraform knows pass.
  checkDevice(
    {
      hostPath: isToken(hostPath) ? '/' : hostPath,
      containerPath: isToken(containerPath) ? '/' : containerPath,
      permissions: isToken(permissions) ? 'rwm' : permissions,
    },
    at,
  );
  return { hostPath, containerPath, permissions };
}

const DEVICE_PROPS: PropTable<Device> = { hostPath: text, containerPath: text, permissions: text };

function deviceBlock({ hostPath, containerPath, permissions }: Device): Device {
  return { hostPath: literal(hostPath), containerPath: literal(containerPath), permissions };
}

function namespaceMode(modes: readonly string[]): Check {
  return (value, at, what) => {
    expectText(value, at, what);
    if (modes.includes(value) || /^container:.+/.test(value)) return;
    throw new ConfigError('PROP_CHOICE', {
      at,
      problem: `${what} is '${value}'`,
      fix: `write ${modes.map((mode) => `'${mode}'`).join(', ')} or 'container:' with an id`,
    });
  };
}
