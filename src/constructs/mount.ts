import { Construct } from 'constructs';
import type { IConstruct } from 'constructs';
import { ConfigError } from '../errors';
import { expectText, show } from '../expect';
import { checkObjectName } from '../notation/names';
import { parseSize } from '../notation/size';
import {
  isContainerRoot,
  parseVolumeSpec,
  PROPAGATIONS,
  type Propagation,
} from '../notation/volume-spec';
import type { ContainerMount } from '../topology/container';
import { checkProps, choice, flag, listOf, text, type PropTable } from './props';
import { isToken } from './token';

/** A volume as a mount sees it. */
export interface MountableVolume extends IConstruct {
  /** Docker's name of the volume. */
  readonly name: string;
}

/** How a volume is seen by a container. */
export interface VolumeMountOptions {
  /**
   * Whether the container may only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * Whether Docker leaves out copying the image's files into an empty volume; needs engine API 1.45
   * (engine 26).
   *
   * @default false
   */
  readonly noCopy?: boolean;

  /**
   * Folder inside the volume to show; needs engine API 1.45 (engine 26).
   *
   * @default - the whole volume
   */
  readonly subpath?: string;
}

/** How a path of the host is seen by a container. */
export interface BindMountOptions {
  /**
   * Whether the container may only read.
   *
   * @default false
   */
  readonly readOnly?: boolean;

  /**
   * How mounts below the path pass between host and container.
   *
   * @default 'rprivate'
   */
  readonly propagation?: Propagation;

  /**
   * Whether Docker makes an empty folder on the host when the path is missing, as `docker run -v`
   * does; otherwise the start fails, as with `docker run --mount`.
   *
   * @default - true; always false with `propagation`, which the provider hands over as `--mount`
   */
  readonly createHostPath?: boolean;
}

/** A folder in the host's memory. */
export interface TmpfsMountOptions {
  /**
   * Largest size, in bytes or as text (`64m`).
   *
   * @default - half of the host's memory
   */
  readonly size?: number | string;

  /**
   * Octal file mode of the folder.
   *
   * @default '1777'
   */
  readonly mode?: string;

  /**
   * Further mount options, for instance `['noexec', 'uid=1000']`.
   *
   * @default - none
   */
  readonly options?: readonly string[];
}

/** Something mounted at a path of a container. */
export class Mount {
  /**
   * A named volume.
   *
   * @param target - absolute path inside the container
   * @throws ConfigError `MOUNT_MALFORMED`, `PATH_NOT_ABSOLUTE`, `PROP_TYPE`
   */
  static volume(volume: MountableVolume, target: string, options: VolumeMountOptions = {}): Mount {
    const at = placeOf(volume);
    checkProps(options, VOLUME_OPTIONS, at);
    const { readOnly = false, noCopy = false, subpath } = options;
    return new Mount(
      {
        type: 'volume',
        ...(isToken(volume.name) ? {} : { source: volume.name }),
        volume: volume.node.path,
        target: containerPath(target, at),
        readOnly,
        ...(noCopy ? { noCopy } : {}),
        ...(subpath === undefined ? {} : { subpath }),
      },
      { source: volume.name, volume },
    );
  }

  /**
   * A file or folder of the host; the path is one of the engine's machine, not of this one.
   *
   * @param source - absolute path on the host
   * @param target - absolute path inside the container
   * @throws ConfigError `MOUNT_MALFORMED`, `PATH_NOT_ABSOLUTE`, `PROP_TYPE`, `PROP_CHOICE`
   */
  static bind(source: string, target: string, options: BindMountOptions = {}): Mount {
    checkProps(options, BIND_OPTIONS, 'Mount.bind');
    const { readOnly = false, propagation, createHostPath = true } = options;
    return new Mount(
      {
        type: 'bind',
        source: hostPath(source),
        target: containerPath(target, 'Mount.bind'),
        readOnly,
        ...(propagation === undefined ? {} : { propagation }),
      },
      { source, createHostPath },
    );
  }

  /**
   * A folder in memory, empty at each start.
   *
   * @param target - absolute path inside the container
   * @throws ConfigError `PATH_NOT_ABSOLUTE`, `SIZE_MALFORMED`, `FILE_MODE_MALFORMED`
   */
  static tmpfs(target: string, options: TmpfsMountOptions = {}): Mount {
    checkProps(options, TMPFS_OPTIONS, 'Mount.tmpfs');
    const { size, mode, options: more = [] } = options;
    const words = [
      ...(size === undefined ? [] : [`size=${String(bytesOf(size))}`]),
      ...(mode === undefined ? [] : [`mode=${mode}`]),
      ...more,
    ];
    return new Mount(
      {
        type: 'tmpfs',
        target: containerPath(target, 'Mount.tmpfs'),
        readOnly: false,
        ...(words.length === 0 ? {} : { options: words.join(',') }),
      },
      {},
    );
  }

  /**
   * Whatever volumes another container has, at the same paths (`--volumes-from`).
   *
   * @param name - name or id of the other container; its `name` token orders the two
   * @throws ConfigError `PROP_EMPTY`
   */
  static fromContainer(name: string): Mount {
    expectText(name, 'Mount.fromContainer', 'name');
    return new Mount({ type: 'container', source: name, readOnly: false }, { source: name });
  }

  /**
   * Reads a `docker run -v` argument: `data:/var/lib/mysql`, `/srv/www:/usr/share/nginx/html:ro`.
   *
   * @throws ConfigError `MOUNT_MALFORMED`, `NAME_MALFORMED`, `PATH_NOT_ABSOLUTE`
   */
  static parse(spec: string, at: string): Mount {
    expectText(spec, at, 'a volume');
    const { source, target, readOnly, noCopy, propagation, selinux } = parseVolumeSpec(spec, at);
    const isBind = checkSource(source, at);
    checkTogether(selinux, propagation, { spec, at });
    return new Mount(
      {
        type: isBind ? 'bind' : 'volume',
        ...(source === undefined ? {} : { source }),
        target: containerPath(target, at),
        readOnly,
        ...(noCopy ? { noCopy } : {}),
        ...(propagation === undefined ? {} : { propagation }),
      },
      {
        ...(source === undefined ? {} : { source }),
        createHostPath: true,
        ...(selinux === undefined ? {} : { selinux }),
      },
    );
  }

  /** @internal */
  readonly model: ContainerMount;

  /** @internal */
  readonly details: MountDetails;

  private constructor(model: ContainerMount, details: MountDetails) {
    this.model = model;
    this.details = details;
  }
}

/** What Terraform needs of a mount beyond the model. */
export interface MountDetails {
  /** Volume name, host path or container; may be a token. */
  readonly source?: string;
  readonly volume?: MountableVolume;
  readonly createHostPath?: boolean;
  readonly selinux?: 'z' | 'Z';
}

const VOLUME_OPTIONS: PropTable<VolumeMountOptions> = {
  readOnly: flag,
  noCopy: flag,
  subpath: text,
};

const BIND_OPTIONS: PropTable<BindMountOptions> = {
  readOnly: flag,
  propagation: choice(PROPAGATIONS),
  createHostPath: flag,
};

const TMPFS_OPTIONS: PropTable<TmpfsMountOptions> = {
  size: (value, at, what) => {
    parseSize(value, at, what);
  },
  mode: (value, at, what) => {
    expectText(value, at, what);
    if (/^[01]?[0-7]{3}$/.test(value)) return;
    throw new ConfigError('FILE_MODE_MALFORMED', {
      at,
      problem: `${what} '${value}' is not a file mode`,
      fix: "write octal digits such as '1777'",
    });
  },
  options: listOf(text),
};

function bytesOf(size: number | string): number | string {
  return isToken(size) ? size : parseSize(size, 'Mount.tmpfs');
}

function placeOf(volume: unknown): string {
  if (Construct.isConstruct(volume) && 'host' in volume) return `${volume.node.path}.at`;
  throw new ConfigError('PROP_TYPE', {
    at: 'Mount.volume',
    problem: `the volume is ${show(volume)}`,
    fix: "write a Volume, or text such as 'data:/path' in volumes",
  });
}

/** Whether the source is a path of the host, and no volume. */
function checkSource(source: string | undefined, at: string): boolean {
  if (source === undefined) return false;
  const isBind = /^[./~]/.test(source);
  if (isBind) hostPath(source, at);
  else if (!isToken(source)) checkObjectName(source, at, 'volume');
  return isBind;
}

function checkTogether(
  selinux: string | undefined,
  propagation: string | undefined,
  { spec, at }: { readonly spec: string; readonly at: string },
): void {
  if (selinux === undefined || propagation === undefined) return;
  throw new ConfigError('MOUNT_MALFORMED', {
    at,
    problem: `volume '${spec}' has ${selinux} and ${propagation}, which the provider cannot express together`,
    fix: 'leave one of them out',
  });
}

function containerPath(path: string, at: string): string {
  expectText(path, at, 'path inside the container');
  if (isToken(path)) return path;
  if (!path.startsWith('/')) {
    throw new ConfigError('PATH_NOT_ABSOLUTE', {
      at,
      problem: `the path inside the container is '${path}'`,
      fix: `write an absolute path such as '/${path}'`,
    });
  }
  if (!isContainerRoot(path)) return path;
  throw new ConfigError('MOUNT_MALFORMED', {
    at,
    problem: `the path inside the container is '${path}', the whole file system`,
    fix: "write the path of a folder, such as '/data'",
  });
}

function hostPath(path: string, at = 'Mount.bind'): string {
  expectText(path, at, 'path on the host');
  if (isToken(path) || path.startsWith('/')) return path;
  throw new ConfigError('PATH_NOT_ABSOLUTE', {
    at,
    problem: `the path on the host is '${path}'`,
    fix: "write an absolute path of the engine's machine, such as '/data/mysql'",
  });
}
