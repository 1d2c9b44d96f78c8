import { DataDockerImage } from '@cdktf/provider-docker/lib/data-docker-image';
import { Image as DockerImage, type ImageBuild } from '@cdktf/provider-docker/lib/image';
import { Construct, type IConstruct } from 'constructs';
import { join } from 'node:path';
import { defined, unlessEmpty } from '../defined';
import { expectText } from '../expect';
import { formatDuration, parseDuration } from '../notation/duration';
import { parseImageReference } from '../notation/image-reference';
import { checkPlatform } from '../notation/platform';
import { copyBuildContext, readBuildContext } from './build-context';
import type { DockerHost } from './docker-host';
import { checkHost, DockerStack } from './docker-stack';
import { checkBuildProps, toImageBuild, type ImageBuildProps } from './image-build';
import { checkProps, flag, listOf, mapOf, parsedElsewhere, text, type PropTable } from './props';
import { addStackFile } from './stack-files';
import { isToken, literalList, literalMap } from './token';

/** Settings of an {@link Image}. */
export interface ImageProps {
  /**
   * Reference to pull, or to tag what is built with: `nginx:1.27`,
   * `registry.example:5000/team/app:2`, `nginx@sha256:...`.
   */
  readonly reference: string;

  /**
   * How to build the image from a Dockerfile instead of pulling it.
   *
   * @default - pulled
   */
  readonly build?: ImageBuildProps;

  /**
   * The engine that has the image.
   *
   * @default - the stack's host
   */
  readonly host?: DockerHost;

  /**
   * Platform to pull, for instance `linux/arm64`.
   *
   * @default - the engine's
   */
  readonly platform?: string;

  /**
   * Whether the image stays on the host when the stack is destroyed.
   *
   * @default - true for a pulled image, false for a built one
   */
  readonly keepLocally?: boolean;

  /**
   * Whether the image is removed even when stopped containers use it.
   *
   * @default false
   */
  readonly forceRemove?: boolean;

  /**
   * Values whose change makes Terraform pull the image again, for instance a digest looked up.
   *
   * @default - never pulled again
   */
  readonly pullTriggers?: readonly string[];

  /**
   * Values whose change makes Terraform pull or build the image again, beside the build context.
   *
   * @default - none
   */
  readonly triggers?: Readonly<Record<string, string>>;

  /**
   * How long pulling or building may take.
   *
   * @default '20m'
   */
  readonly createTimeout?: string;

  /**
   * How long an update may take.
   *
   * @default '20m'
   */
  readonly updateTimeout?: string;

  /**
   * How long removing may take.
   *
   * @default '20m'
   */
  readonly deleteTimeout?: string;
}

/** An image that containers can be made from. */
export interface IImage extends IConstruct {
  /** The engine that has the image. */
  readonly host: DockerHost;

  /** Reference as written. */
  readonly reference: string;

  /** Id of the image; a token. A container that uses it is replaced when the image changes. */
  readonly id: string;
}

/**
 * An image on a host: pulled, or built from a Dockerfile whose context is hashed, so that a changed
 * file builds again and replaces the containers.
 *
 * A container may also name its image as text; the provider then pulls it when it is missing.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @example
 * ```ts
 * const app = new Image(stack, 'app', { reference: 'shop/app:2', build: { context: './app' } });
 * new Container(stack, 'web', { image: app });
 * ```
 */
export class Image extends Construct implements IImage {
  /**
   * An image that is on the host already and stays there. The plan fails when it is not there.
   *
   * @throws ConfigError `IMAGE_REFERENCE_MALFORMED`
   */
  static fromName(
    scope: Construct,
    id: string,
    reference: string,
    props: { readonly host?: DockerHost } = {},
  ): IImage {
    return new ExistingImage(scope, id, reference, props);
  }

  /** The engine that has the image. */
  readonly host: DockerHost;

  /** Reference as written. */
  readonly reference: string;

  /** Id of the image; a token. A container that uses it is replaced when the image changes. */
  readonly id: string;

  /** The Terraform resource: for overrides, Aspects and whatever has no property here. */
  readonly resource: DockerImage;

  constructor(scope: Construct, id: string, props: ImageProps) {
    super(scope, id);
    const at = this.node.path;
    const stack = DockerStack.of(this);
    checkProps(props, IMAGE_PROPS, at, ['reference']);
    if (!isToken(props.reference)) parseImageReference(props.reference, at);
    const { reference, build, platform, forceRemove, pullTriggers = [] } = props;
    this.host = props.host ?? stack.host;
    this.reference = reference;
    const built = build === undefined ? undefined : this.prepareBuild(stack, build);
    this.resource = new DockerImage(this, 'Resource', {
      name: reference,
      keepLocally: props.keepLocally ?? build === undefined,
      ...defined({
        platform,
        forceRemove,
        pullTriggers: unlessEmpty(literalList(pullTriggers)),
        triggers: unlessEmpty({ ...literalMap(props.triggers ?? {}), ...built?.triggers }),
        buildAttribute: built?.block,
        timeouts: timeoutsOf(props, at),
      }),
      provider: stack.providerOption(this.host),
    });
    this.id = this.resource.imageId;
    stack.touch();
  }

  /** Digest that the registry knows the image by; a token, empty for a built image. */
  get repoDigest(): string {
    return this.resource.repoDigest;
  }

  private prepareBuild(
    stack: DockerStack,
    build: ImageBuildProps,
  ): { block: ImageBuild; triggers: Record<string, string> } {
    const at = this.node.path;
    checkBuildProps(build, at);
    const context = readBuildContext(build.context, build.dockerfile ?? 'Dockerfile', at);
    const path = `assets/${stack.getLogicalId(this.node)}/${context.hash}`;
    addStackFile(stack, (folder) => {
      copyBuildContext(context, join(folder, path));
    });
    return { block: toImageBuild(build, path, this), triggers: { context: context.hash } };
  }
}

class ExistingImage extends Construct implements IImage {
  readonly host: DockerHost;
  readonly id: string;

  constructor(
    scope: Construct,
    id: string,
    readonly reference: string,
    props: { readonly host?: DockerHost },
  ) {
    super(scope, id);
    expectText(reference, this.node.path, 'reference');
    if (!isToken(reference)) parseImageReference(reference, this.node.path);
    checkProps(props, { host: checkHost }, this.node.path);
    const stack = DockerStack.of(this);
    this.host = props.host ?? stack.host;
    const provider = stack.providerFor(this.host);
    this.id = new DataDockerImage(this, 'Resource', { name: reference, provider }).id;
  }
}

const IMAGE_PROPS: PropTable<ImageProps> = {
  reference: text,
  build: parsedElsewhere,
  host: checkHost,
  platform: (value, at, what) => {
    expectText(value, at, what);
    checkPlatform(value, at);
  },
  keepLocally: flag,
  forceRemove: flag,
  pullTriggers: listOf(text),
  triggers: mapOf(text),
  createTimeout: duration,
  updateTimeout: duration,
  deleteTimeout: duration,
};

function duration(value: unknown, at: string, what: string): void {
  expectText(value, at, what);
  parseDuration(value, at, what);
}

function timeoutsOf(props: ImageProps, at: string): Record<string, string> | undefined {
  const timeouts: Record<string, string> = {};
  for (const action of ['create', 'update', 'delete'] as const) {
    const value = props[`${action}Timeout`];
    if (value === undefined) continue;
    timeouts[action] = isToken(value) ? value : formatDuration(parseDuration(value, at));
  }
  return unlessEmpty(timeouts);
}
