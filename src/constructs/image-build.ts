import type { ImageBuild } from '@cdktf/provider-docker/lib/image';
import type { Construct } from 'constructs';
import { defined, unlessEmpty } from '../defined';
import { expectText } from '../expect';
import { parseExtraHost } from '../notation/extra-host';
import { parseImageReference } from '../notation/image-reference';
import { checkPlatform } from '../notation/platform';
import { parseMebibytes } from '../notation/size';
import { anyText, checkProps, flag, listOf, mapOf, recordOf, text, type PropTable } from './props';
import { secret, type Secret } from './secret';
import { isToken, literal, literalList, literalMap } from './token';
import { ulimitsOf, type UlimitProps } from './ulimits';

/** A file that a build step may read without it getting into the image. */
export interface BuildSecretProps {
  /** Name that `RUN --mount=type=secret,id=...` uses. */
  readonly id: string;

  /**
   * Path of the file on the machine that runs Terraform.
   *
   * @default - the variable `env`
   */
  readonly src?: string;

  /**
   * Name of the environment variable, on the machine that runs Terraform, with the value.
   *
   * @default - the file `src`
   */
  readonly env?: string;
}

/** Credentials for a registry that a base image comes from. */
export interface BuildRegistryAuthProps {
  /** Host of the registry with its port. */
  readonly address: string;

  /** Account name. */
  readonly username: string;

  /** Password or access token. */
  readonly password: Secret;
}

/** How to build an image. */
export interface ImageBuildProps {
  /** Folder with the Dockerfile and what it copies; `.dockerignore` is followed. */
  readonly context: string;

  /**
   * Path of the Dockerfile inside the context.
   *
   * @default 'Dockerfile'
   */
  readonly dockerfile?: string;

  /**
   * Values of the Dockerfile's `ARG`s. They stay visible in the image's history: no secrets.
   *
   * @default - none
   */
  readonly args?: Readonly<Record<string, string>>;

  /**
   * Stage of the Dockerfile to build.
   *
   * @default - the last
   */
  readonly target?: string;

  /**
   * Labels of the image.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Further tags. They stay when the stack is destroyed.
   *
   * @default - none
   */
  readonly tags?: readonly string[];

  /**
   * Files or variables for build steps; needs buildx.
   *
   * @default - none
   */
  readonly secrets?: readonly BuildSecretProps[];

  /**
   * Platform to build for, for instance `linux/arm64`.
   *
   * @default - the engine's
   */
  readonly platform?: string;

  /**
   * Name of the buildx builder.
   *
   * @default - the provider's: the engine's own builder with 3.x, buildx where it is installed with 4.x
   */
  readonly builder?: string;

  /**
   * Whether every step is built anew.
   *
   * @default false
   */
  readonly noCache?: boolean;

  /**
   * Whether newer base images are looked for.
   *
   * @default false
   */
  readonly pull?: boolean;

  /**
   * Images whose layers may be reused.
   *
   * @default - none
   */
  readonly cacheFrom?: readonly string[];

  /**
   * Network of the build steps: `host`, `none`, `default` or a network's name.
   *
   * @default 'default'
   */
  readonly network?: string;

  /**
   * Names for the build steps, as `docker build --add-host` takes them.
   *
   * @default - none
   */
  readonly extraHosts?: readonly string[];

  /**
   * Size of `/dev/shm` in build steps.
   *
   * @default '64m'
   */
  readonly shmSize?: number | string;

  /**
   * Parent cgroup of build steps.
   *
   * @default - the engine's
   */
  readonly cgroupParent?: string;

  /**
   * Credentials for registries that base images come from.
   *
   * @default - none
   */
  readonly registryAuth?: readonly BuildRegistryAuthProps[];

  /**
   * Limits of the kernel for build steps.
   *
   * @default - the engine's
   */
  readonly ulimits?: UlimitProps;

  /**
   * File for the build's output on the machine that runs Terraform.
   *
   * @default - none
   */
  readonly logFile?: string;
}

const BUILD_PROPS: PropTable<ImageBuildProps> = {
  context: text,
  dockerfile: text,
  args: mapOf(anyText),
  target: text,
  labels: mapOf(anyText),
  tags: listOf((value, at) => {
    expectText(value, at, 'an entry of tags');
    parseImageReference(value, at);
  }),
  secrets: listOf(recordOf<BuildSecretProps>({ id: text, src: text, env: text }, ['id'])),
  platform: (value, at) => {
    expectText(value, at, 'platform');
    checkPlatform(value, at);
  },
  builder: text,
  noCache: flag,
  pull: flag,
  cacheFrom: listOf(text),
  network: text,
  extraHosts: listOf((value, at) => {
    expectText(value, at, 'an entry of extraHosts');
    parseExtraHost(value, at);
  }),
  shmSize: (value, at, what) => {
    parseMebibytes(value, at, { what, min: 1 });
  },
  cgroupParent: text,
  registryAuth: listOf(
    recordOf<BuildRegistryAuthProps>({ address: text, username: text, password: secret }, [
      'address',
      'username',
      'password',
    ]),
  ),
  ulimits: (value, at) => {
    ulimitsOf(value as UlimitProps, at);
  },
  logFile: text,
};

/**
 * @throws ConfigError naming the construct and the wrong value
 */
export function checkBuildProps(props: ImageBuildProps, at: string): void {
  checkProps(props, BUILD_PROPS, `${at}: build`, ['context']);
}

/** The provider's block for a build whose context lies at the path. */
export function toImageBuild(
  props: ImageBuildProps,
  context: string,
  scope: Construct,
): ImageBuild {
  const at = scope.node.path;
  const { dockerfile, target, platform, builder, noCache, network, cgroupParent, logFile } = props;
  const {
    args = {},
    labels = {},
    tags = [],
    secrets = [],
    registryAuth = [],
    ulimits = {},
  } = props;
  const { cacheFrom = [], extraHosts = [] } = props;
  return {
    context,
    ...literalMap(defined({ dockerfile, target, platform, builder, cgroupParent })),
    ...literalMap(defined({ networkMode: network, buildLogFile: logFile })),
    ...defined({ noCache, pullParent: props.pull }),
    ...defined({
      buildArgs: unlessEmpty(literalMap(args)),
      labels: unlessEmpty(literalMap(labels)),
      tag: unlessEmpty([...tags]),
      secrets: unlessEmpty(secrets.map(secretBlock)),
      cacheFrom: unlessEmpty(literalList(cacheFrom)),
      extraHosts: unlessEmpty([...extraHosts]),
      ulimit: unlessEmpty(ulimitsOf(ulimits, at)),
      shmSize: shmMebibytes(props.shmSize, at),
      authConfig: unlessEmpty(registryAuth.map((auth) => authBlock(auth, scope))),
    }),
  };
}

function secretBlock({ id, src, env }: BuildSecretProps): BuildSecretProps {
  const texts = literalMap(defined({ src, env }));
  return { id: literal(id), ...texts };
}

function authBlock(
  { address, username, password }: BuildRegistryAuthProps,
  scope: Construct,
): { hostName: string; userName: string; password: string } {
  return { hostName: literal(address), userName: literal(username), password: password.in(scope) };
}

function shmMebibytes(size: number | string | undefined, at: string): number | undefined {
  if (size === undefined || isToken(size)) return size as number | undefined;
  return parseMebibytes(size, at, { what: 'shmSize', min: 1 });
}
