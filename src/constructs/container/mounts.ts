import type { ContainerMounts, ContainerVolumes } from '@cdktf/provider-docker/lib/container';
import { ConfigError } from '../../errors';
import { expectList, show } from '../../expect';
import type { ContainerMount } from '../../topology/container';
import { Mount } from '../mount';
import { literal, literalMap } from '../token';
import type { Extra } from './container-attributes';

/** Mounts, for the topology and for Terraform. */
export interface ParsedMounts {
  readonly model: readonly ContainerMount[];
  readonly volumes: readonly ContainerVolumes[];
  readonly mounts: readonly ContainerMounts[];
  readonly tmpfs: Readonly<Record<string, string>>;

  /** Whether an SELinux label is asked for, which only newer providers know. */
  readonly relabels: boolean;
}

const NONE: ParsedMounts = { model: [], volumes: [], mounts: [], tmpfs: {}, relabels: false };

/**
 * @throws ConfigError `MOUNT_MALFORMED`, `PATH_NOT_ABSOLUTE`, `PROP_TYPE`
 */
export function parseMounts(value: unknown, at: string): ParsedMounts {
  if (value === undefined) return NONE;
  expectList(value, at, 'volumes');
  const all = value.map((entry) => parseMount(entry, at));
  const tmpfs = all.filter(({ model }) => model.type === 'tmpfs');
  const others = all.filter(({ model }) => model.type !== 'tmpfs');
  return {
    model: all.map(({ model }) => model),
    volumes: others.filter((mount) => !needsMountBlock(mount)).map(volumeBlock),
    mounts: others.filter(needsMountBlock).map(mountBlock),
    tmpfs: literalMap(
      Object.fromEntries(tmpfs.map(({ model }) => [model.target ?? '', model.options ?? ''])),
    ),
    relabels: all.some(({ details }) => details.selinux !== undefined),
  };
}

function parseMount(entry: unknown, at: string): Mount {
  if (entry instanceof Mount) return entry;
  if (typeof entry === 'string') return Mount.parse(entry, at);
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `an entry of volumes is ${show(entry)}`,
    fix: "write volume.at('/path'), Mount.bind(...), Mount.tmpfs(...) or text such as 'data:/path'",
  });
}

/**
 * The provider replaces the container when a `volumes` block changes, but ignores changes inside a
 * `mounts` block; so that one is used only for what the other cannot say.
 */
function needsMountBlock({ model, details }: Mount): boolean {
  return (
    model.propagation !== undefined ||
    model.noCopy === true ||
    model.subpath !== undefined ||
    (model.type === 'bind' && details.createHostPath === false)
  );
}

function volumeBlock({ model, details }: Mount): ContainerVolumes & Extra {
  const { type, target, readOnly } = model;
  const { source, selinux } = details;
  return {
    ...(target === undefined ? {} : { containerPath: literal(target) }),
    ...(type === 'bind' && source !== undefined ? { hostPath: literal(source) } : {}),
    ...(type === 'volume' && source !== undefined ? { volumeName: source } : {}),
    ...(type === 'container' ? { fromContainer: source } : {}),
    ...(readOnly ? { readOnly } : {}),
    ...(selinux === undefined ? {} : { extra: { selinux_relabel: selinux } }),
  };
}

function mountBlock({ model, details }: Mount): ContainerMounts {
  const { type, target = '', readOnly, propagation, noCopy, subpath } = model;
  const { source } = details;
  return {
    type,
    target: literal(target),
    ...(source === undefined ? {} : { source: literal(source) }),
    ...(readOnly ? { readOnly } : {}),
    ...(propagation === undefined ? {} : { bindOptions: { propagation } }),
    ...(type === 'volume'
      ? {
          volumeOptions: {
            ...(noCopy === true ? { noCopy } : {}),
            ...(subpath === undefined ? {} : { subpath: literal(subpath) }),
          },
        }
      : {}),
  };
}
