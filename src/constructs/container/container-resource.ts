import {
  Container as DockerContainer,
  ContainerNetworkDataList,
  type ContainerConfig,
} from '@cdktf/provider-docker/lib/container';
import { TerraformResource, type IResolveContext, type TerraformResourceConfig } from 'cdktf';
import type { Construct } from 'constructs';
import { CONTAINER_ATTRIBUTES, type Block } from './container-attributes';
import { addHclExtras, addHclLabel } from './container-hcl';
import {
  isPlainState,
  resolveAttributes,
  visitState,
  writeAttributes,
  type ContainerState,
} from './container-state';
import { Fragment, Resolved, resolveValue, visitTokens } from './fragment';
import { ignoreChanges, type Lifecycle } from './ignore-changes';
import { hashLabel, pickWatched, recreationHash, withLabel, type Attributes } from './recreation';

/**
 * What a {@link ContainerResource} is made of.
 *
 * @internal
 */
export interface ContainerResourceConfig extends ContainerConfig {
  /** Attributes that the bindings do not have, by Terraform's names. */
  readonly extra?: Attributes;

  /** Attributes that Terraform ignores because the provider reads them back differently. */
  readonly ignored?: readonly string[];
}

/** The resource as it is inside: our state, and fields of cdktf that have no public reader. */
interface Internals {
  state: ContainerState;
  readonly rawOverrides: Attributes;
  readonly _imported?: unknown;
  readonly _logicalIdOverride?: string;
}

/** Terraform's form of a resource. */
interface Written {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
}

/**
 * The provider's `docker_container`. It writes what the bindings' class writes, with two
 * differences: a label holds a hash of the settings whose change the provider would not notice,
 * and what is not used costs nothing. The bindings make twelve objects for each container, and each
 * records a whole stack trace; here they are made when somebody asks for them.
 */
export class ContainerResource extends DockerContainer {
  /**
   * Makes a resource without running the constructor of the bindings.
   *
   * @internal
   */
  static create(scope: Construct, id: string, config: ContainerResourceConfig): ContainerResource {
    const { extra, ignored = NONE } = config;
    const meta = metaArgumentsOf(config);
    const made: unknown = Reflect.construct(
      TerraformResource,
      [scope, id, meta],
      ContainerResource,
    );
    const values: Record<string, unknown> = {};
    for (const key in config) {
      if (CONTAINER_ATTRIBUTES.has(key)) values[key] = config[key as keyof ContainerConfig];
    }
    const resource = made as ContainerResource;
    internalsOf(resource).state = { values, extra, ignored };
    return resource;
  }

  // The bindings and cdktf declare their results as any.
  /* eslint-disable @typescript-eslint/no-explicit-any */
  /** @internal */
  protected override synthesizeAttributes(): Record<string, any> {
    return writeAttributes(internalsOf(this).state);
  }

  /** @internal */
  override get terraformMetaArguments(): Record<string, any> {
    const meta = super.terraformMetaArguments as Record<string, unknown>;
    const { ignored } = internalsOf(this).state;
    if (ignored.length === 0) return meta;
    return { ...meta, lifecycle: ignoreChanges(meta['lifecycle'] as Lifecycle, ignored) };
  }

  /** @internal */
  override toTerraform(): any {
    if (this.isOrdinary()) return new Fragment((context) => this.write(context));
    const written = super.toTerraform() as Written;
    const attributes = this.attributesOf(written);
    if (attributes === undefined) return written;
    const { labels } = attributes;
    attributes['labels'] = new Fragment((context) =>
      withLabel(context.resolve(labels), hashLabel(this.hashOf(attributes, context))),
    );
    return written;
  }

  /** @internal */
  override toHclTerraform(): any {
    const json = this.attributesOf(super.toTerraform() as Written);
    const written = super.toHclTerraform() as Written;
    const attributes = this.attributesOf(written);
    if (json !== undefined && attributes !== undefined) {
      addHclExtras(attributes, internalsOf(this).state.extra ?? {}, json);
      addHclLabel(attributes, new Fragment((context) => this.hashOf(json, context)));
    }
    return written;
  }

  /** What cdktf notes about the resource for the whole stack: mostly nothing. */
  override toMetadata(): any {
    const { rawOverrides, _imported } = internalsOf(this);
    const isPlain = isEmpty(rawOverrides) && _imported === undefined && !this.hasResourceMove();
    return isPlain ? NOTHING : (super.toMetadata() as unknown);
  }
  /* eslint-enable @typescript-eslint/no-explicit-any */

  /** Whether there is nothing about it that only cdktf can write; then {@link write} is faster. */
  private isOrdinary(): boolean {
    const { state, rawOverrides, _imported } = internalsOf(this);
    if (hasSpecialMetaArguments(this) || this.hasResourceMove() !== undefined) return false;
    return _imported === undefined && isEmpty(rawOverrides) && isPlainState(state);
  }

  /**
   * The resource's part of the plan. The first pass only looks for references to other stacks, so
   * visiting the tokens is enough for it.
   */
  private write(context: IResolveContext): unknown {
    const { state } = internalsOf(this);
    const { dependsOn, provider } = this;
    if (context.preparing && visitState(state, context)) {
      visitTokens(dependsOn, context);
      visitTokens(provider?.fqn, context);
      return undefined;
    }
    const attributes = resolveAttributes(state, context);
    const hash = recreationHash(attributes, state.ignored);
    attributes['labels'] = withLabel(attributes['labels'], hashLabel(hash));
    if (dependsOn !== undefined) attributes['depends_on'] = resolveValue(dependsOn, context);
    if (provider !== undefined) attributes['provider'] = resolveValue(provider.fqn, context);
    if (state.ignored.length > 0) attributes['lifecycle'] = { ignore_changes: [...state.ignored] };
    // cdktf notes a stack trace here, too, which it never records.
    const path = resolveValue(this.node.path, context);
    attributes['//'] = { metadata: { path, uniqueId: this.friendlyUniqueId } };
    return this.isMergedInto() ? this.placed(attributes) : this.placed(new Resolved(attributes));
  }

  /** The content at the resource's place in the plan. */
  private placed(content: unknown): unknown {
    // Without a prototype: V8 would make a hidden class for each of thousands of names.
    const byName = Object.create(null) as Record<string, unknown>;
    byName[this.friendlyUniqueId] = content;
    return { resource: { docker_container: byName } };
  }

  /** Whether the stack's overrides, or a namesake, may have more to say about the resource. */
  private isMergedInto(): boolean {
    const stack = this.cdktfStack as unknown as { readonly rawOverrides: Attributes };
    const { _logicalIdOverride } = internalsOf(this);
    return stack.rawOverrides['resource'] !== undefined || _logicalIdOverride !== undefined;
  }

  private attributesOf(written: Written): Record<string, unknown> | undefined {
    return written.resource?.[this.terraformResourceType]?.[this.friendlyUniqueId];
  }

  private hashOf(attributes: Attributes, context: IResolveContext): string {
    const { ignored } = internalsOf(this).state;
    const watched = context.resolve(pickWatched(attributes, ignored)) as Attributes;
    return recreationHash(watched, ignored);
  }
}

// The getters and setters of the bindings work on fields of these names.
for (const [key, { create }] of CONTAINER_ATTRIBUTES) {
  Object.defineProperty(ContainerResource.prototype, `_${key}`, {
    get(this: ContainerResource): unknown {
      const { state } = internalsOf(this);
      return create === undefined ? state.values[key] : blockOf(this, state, key);
    },
    set(this: ContainerResource, value: unknown) {
      internalsOf(this).state.values[key] = value;
    },
  });
}

Object.defineProperty(ContainerResource.prototype, '_networkData', {
  get(this: ContainerResource): ContainerNetworkDataList {
    const { state } = internalsOf(this);
    state.networkData ??= new ContainerNetworkDataList(this, 'network_data', false);
    return state.networkData;
  },
});

function blockOf(
  resource: ContainerResource,
  state: ContainerState,
  key: string,
): Block | undefined {
  state.blocks ??= new Map<string, Block>();
  const known = state.blocks.get(key);
  if (known !== undefined) return known;
  const block = CONTAINER_ATTRIBUTES.get(key)?.create?.(resource);
  if (block === undefined) return undefined;
  block.internalValue = state.values[key];
  // From now on the block has the value.
  state.values[key] = undefined;
  state.blocks.set(key, block);
  return block;
}

function internalsOf(resource: ContainerResource): Internals {
  return resource as unknown as Internals;
}

function hasSpecialMetaArguments(resource: TerraformResource): boolean {
  const { lifecycle, provisioners, connection, forEach, count } = resource;
  const special = lifecycle ?? provisioners ?? connection ?? forEach ?? count;
  return special !== undefined;
}

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}

/** What the constructor of the bindings hands to cdktf. */
function metaArgumentsOf(config: ContainerConfig): TerraformResourceConfig {
  return {
    terraformResourceType: DockerContainer.tfResourceType,
    terraformGeneratorMetadata: GENERATED_BY,
    provider: config.provider,
    dependsOn: config.dependsOn,
    count: config.count,
    lifecycle: config.lifecycle,
    provisioners: config.provisioners,
    connection: config.connection,
    forEach: config.forEach,
  };
}

const GENERATED_BY = {
  providerName: 'docker',
  providerVersion: '3.6.2',
  providerVersionConstraint: '~> 3.0',
};

const NONE: readonly never[] = [];

const NOTHING = {};
