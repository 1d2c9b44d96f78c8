import { Volume as DockerVolume } from '@cdktf/provider-docker/lib/volume';
import { Construct, type IConstruct } from 'constructs';
import { defined, unlessEmpty } from '../defined';
import { expectText } from '../expect';
import { checkObjectName } from '../notation/names';
import type { Volume as VolumeModel } from '../topology/volume';
import { adopt } from './adopt';
import type { DockerHost } from './docker-host';
import { checkHost, DockerStack } from './docker-stack';
import { labelBlocks, labelMap } from './labels';
import { Mount, type VolumeMountOptions } from './mount';
import { objectName } from './object-name';
import { anyText, checkProps, flag, mapOf, text, type PropTable } from './props';
import { isToken, literal, literalMap } from './token';
import { TOPOLOGY_PART, type TopologyPart } from './topology-part';
import { withoutTokens } from './without-tokens';
import { noteSource } from './source-trace';

/** Settings of a {@link Volume}. */
export interface VolumeProps {
  /**
   * Name that Docker knows the volume by. Docker adopts a volume of that name without a word, and
   * Terraform then deletes it with its data at destroy: refer to one with `Volume.fromName`.
   *
   * @default - the construct path with dashes: `blog-data`
   */
  readonly name?: string;

  /**
   * The engine that has the volume.
   *
   * @default - the stack's host
   */
  readonly host?: DockerHost;

  /**
   * Driver of the volume.
   *
   * @default 'local'
   */
  readonly driver?: string;

  /**
   * Options for the driver, for instance `{ type: 'nfs', o: 'addr=10.0.0.5,rw', device: ':/data' }`.
   *
   * @default - none
   */
  readonly driverOptions?: Readonly<Record<string, string>>;

  /**
   * Labels of the volume.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Whether Terraform refuses every plan that would destroy the volume, and with it the data. Any
   * change of name, driver, options or labels would.
   *
   * @default false
   */
  readonly protect?: boolean;

  /**
   * Whether the volume exists already and is to be taken into Terraform's state with its data, as it is.
   * Needs Terraform 1.5.
   *
   * @default false
   */
  readonly adopt?: boolean;
}

/** A volume that a container can mount, declared or looked up. */
export interface IVolume extends IConstruct {
  /** The engine that has the volume. */
  readonly host: DockerHost;

  /** Docker's name of the volume; a token for a declared one. */
  readonly name: string;

  /**
   * The volume at a path of a container.
   *
   * @throws ConfigError `PATH_NOT_ABSOLUTE`
   */
  at(target: string, options?: VolumeMountOptions): Mount;
}

/**
 * Data that outlives its containers.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @example
 * ```ts
 * const data = new Volume(stack, 'data', { protect: true });
 * new Container(stack, 'db', { image: 'mariadb:11.4.2', volumes: [data.at('/var/lib/mysql')] });
 * ```
 */
export class Volume extends Construct implements IVolume {
  /**
   * A volume that exists already and stays when the stack is destroyed.
   *
   * @throws ConfigError `NAME_MALFORMED`, `PROP_TYPE`, `PROP_EMPTY`
   */
  static fromName(
    scope: Construct,
    id: string,
    name: string,
    props: { readonly host?: DockerHost } = {},
  ): IVolume {
    return new ExistingVolume(scope, id, name, props);
  }

  /** The engine that has the volume. */
  readonly host: DockerHost;

  /** Docker's name of the volume; a token. */
  readonly name: string;

  /** The Terraform resource: for overrides, Aspects and whatever has no property here. */
  readonly resource: DockerVolume;

  private readonly model: VolumeModel;

  constructor(scope: Construct, id: string, props: VolumeProps = {}) {
    super(scope, id);
    noteSource(this);
    const stack = DockerStack.of(this);
    checkProps(props, VOLUME_PROPS, this.node.path);
    const { driver, driverOptions = {}, labels = {}, protect = false } = props;
    const name = objectName(this, props.name, 'volume');
    this.host = props.host ?? stack.host;
    this.model = {
      ...identityOf(this, stack, this.host),
      name,
      ...defined({ driver }),
      driverOptions,
      labels,
      protected: protect,
      external: false,
      unknown: [],
    };
    this.resource = new DockerVolume(this, 'Resource', {
      name,
      ...defined({
        driver: driver === undefined ? undefined : literal(driver),
        driverOpts: unlessEmpty(literalMap(driverOptions)),
        labels: unlessEmpty(labelBlocks(labels)),
        lifecycle: protect ? { preventDestroy: true } : undefined,
      }),
      provider: stack.providerOption(this.host),
    });
    if (props.adopt === true) adopt(this.resource, name, stack.providerOption(this.host));
    this.name = this.resource.name;
    stack.touch();
  }

  /**
   * The volume at a path of a container.
   *
   * @throws ConfigError `PATH_NOT_ABSOLUTE`
   */
  at(target: string, options: VolumeMountOptions = {}): Mount {
    return Mount.volume(this, target, options);
  }

  /** @internal */
  [TOPOLOGY_PART](): TopologyPart {
    return { volumes: [withoutTokens(this.model)] };
  }
}

class ExistingVolume extends Construct implements IVolume {
  readonly host: DockerHost;

  constructor(
    scope: Construct,
    id: string,
    readonly name: string,
    props: { readonly host?: DockerHost },
  ) {
    super(scope, id);
    noteSource(this);
    const at = this.node.path;
    expectText(name, at, 'name');
    if (!isToken(name)) checkObjectName(name, at, 'volume name');
    checkProps(props, { host: checkHost }, at);
    const stack = DockerStack.of(this);
    this.host = props.host ?? stack.host;
    stack.providerFor(this.host);
    stack.touch();
  }

  at(target: string, options: VolumeMountOptions = {}): Mount {
    return Mount.volume(this, target, options);
  }

  [TOPOLOGY_PART](): TopologyPart {
    const model: VolumeModel = {
      ...identityOf(this, DockerStack.of(this), this.host),
      name: this.name,
      driverOptions: {},
      labels: {},
      protected: false,
      external: true,
      unknown: [],
    };
    return { volumes: [withoutTokens(model)] };
  }
}

function identityOf(
  construct: Construct,
  stack: DockerStack,
  host: DockerHost,
): { id: string; host: string; stack: string } {
  return { id: construct.node.path, host: host.name, stack: stack.node.id };
}

const VOLUME_PROPS: PropTable<VolumeProps> = {
  name: text,
  host: checkHost,
  driver: text,
  driverOptions: mapOf(anyText),
  labels: labelMap,
  protect: flag,
  adopt: flag,
};
