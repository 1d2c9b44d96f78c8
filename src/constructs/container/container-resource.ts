import {
  Container as DockerContainer,
  ContainerNetworkDataList,
  type ContainerConfig,
} from '@cdktf/provider-docker/lib/container';
import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { CONTAINER_ATTRIBUTES, type Block } from './container-attributes';
import { addHclExtras, addHclLabel } from './container-hcl';
import { Fragment, Resolved } from './fragment';
import { RECREATION_LABEL, recreationHash, type Attributes } from './recreation';

/** What a {@link ContainerResource} is made of. */
export interface ContainerResourceConfig extends ContainerConfig {
  /** Attributes that the bindings do not have, by Terraform's names. */
  readonly extra?: Attributes;

  /** Attributes that Terraform ignores because the provider reads them back differently. */
  readonly ignored?: readonly string[];
}

/** The resource as it is inside. */
interface Internals {
  /** Values of the attributes by their names in the bindings. */
  values: Record<string, unknown>;

  /** Objects of the bindings that somebody asked for; they hold the values of their blocks. */
  blocks: Map<string, Block> | undefined;
  extra: Attributes | undefined;
  ignored: readonly string[];
  readonly rawOverrides: Attributes;
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
  /** Makes a resource without running the constructor of the bindings. */
  static create(scope: Construct, id: string, config: ContainerResourceConfig): ContainerResource {
    const { provider, dependsOn, count, lifecycle, provisioners, connection, forEach } = config;
    const meta = { provider, dependsOn, count, lifecycle, provisioners, connection, forEach };
    const made: unknown = Reflect.construct(
      TerraformResource,
      [scope, id, { ...GENERATED_BY, ...meta }],
      ContainerResource,
    );
    const resource = made as ContainerResource;
    const internals = internalsOf(resource);
    internals.values = {};
    internals.blocks = undefined;
    internals.extra = config.extra;
    internals.ignored = config.ignored ?? [];
    for (const key in config) {
      if (CONTAINER_ATTRIBUTES.has(key))
        internals.values[key] = config[key as keyof ContainerConfig];
    }
    return resource;
  }

  // The bindings and cdktf declare their results as any.
  /* eslint-disable @typescript-eslint/no-explicit-any */
  protected override synthesizeAttributes(): Record<string, any> {
    const { values, blocks, extra } = internalsOf(this);
    const attributes: Record<string, unknown> = {};
    for (const key in values) writeAttribute(attributes, key, values[key]);
    for (const [key, block] of blocks ?? []) writeAttribute(attributes, key, block.internalValue);
    return extra === undefined ? attributes : Object.assign(attributes, extra);
  }

  override get terraformMetaArguments(): Record<string, any> {
    const meta = super.terraformMetaArguments as Record<string, unknown>;
    const { ignored } = internalsOf(this);
    if (ignored.length === 0) return meta;
    return { ...meta, lifecycle: ignoring(meta['lifecycle'] as Lifecycle | undefined, ignored) };
  }

  override toTerraform(): any {
    return new Fragment(this.sources(), {
      write: () => this.write(),
      seal: (written) => this.seal(written as Written),
    });
  }

  override toHclTerraform(): any {
    const json = this.attributesOf(super.toTerraform() as Written);
    const written = super.toHclTerraform() as Written;
    const attributes = this.attributesOf(written);
    if (json !== undefined && attributes !== undefined) {
      addHclExtras(attributes, internalsOf(this).extra ?? {}, json);
      addHclLabel(attributes, RECREATION_LABEL, this.hashOf(json));
    }
    return written;
  }
  /* eslint-enable @typescript-eslint/no-explicit-any */

  private write(): Written {
    const written = super.toTerraform() as Written;
    const attributes = this.attributesOf(written);
    if (attributes === undefined) return written;
    const labels: unknown = attributes['labels'] ?? [];
    const label = { label: RECREATION_LABEL, value: this.hashOf(attributes) };
    if (Array.isArray(labels)) attributes['labels'] = [...(labels as unknown[]), label];
    return written;
  }

  /** Spares the last walk through the attributes, unless the stack overrides some of them. */
  private seal(written: Written): Written {
    const stack = this.cdktfStack as unknown as { readonly rawOverrides: Attributes };
    const resources = written.resource?.[this.terraformResourceType];
    const attributes = resources?.[this.friendlyUniqueId];
    if (attributes === undefined || stack.rawOverrides['resource'] !== undefined) return written;
    const sealed = { [this.friendlyUniqueId]: Resolved.of(attributes) };
    return { ...written, resource: { [this.terraformResourceType]: sealed } };
  }

  /** Everything that the resource is written from. */
  private sources(): unknown[] {
    const { values, blocks, extra, rawOverrides } = internalsOf(this);
    const { dependsOn, provider, lifecycle, provisioners, connection, forEach, count } = this;
    const meta = [dependsOn, provider?.fqn, lifecycle, provisioners, connection, forEach, count];
    const changed = [...(blocks?.values() ?? [])].map(({ internalValue }) => internalValue);
    return [values, extra, rawOverrides, ...meta, ...changed];
  }

  private attributesOf(written: Written): Record<string, unknown> | undefined {
    return written.resource?.[this.terraformResourceType]?.[this.friendlyUniqueId];
  }

  private hashOf(attributes: Attributes): string {
    return recreationHash(attributes, internalsOf(this).ignored);
  }
}

// The getters and setters of the bindings work on fields of these names.
for (const [key, { create }] of CONTAINER_ATTRIBUTES) {
  Object.defineProperty(ContainerResource.prototype, `_${key}`, {
    get(this: ContainerResource): unknown {
      return create === undefined ? internalsOf(this).values[key] : blockOf(this, key, create);
    },
    set(this: ContainerResource, value: unknown) {
      internalsOf(this).values[key] = value;
    },
  });
}

Object.defineProperty(ContainerResource.prototype, '_networkData', {
  get(this: ContainerResource): ContainerNetworkDataList {
    return new ContainerNetworkDataList(this, 'network_data', false);
  },
});

function internalsOf(resource: ContainerResource): Internals {
  return resource as unknown as Internals;
}

function writeAttribute(attributes: Record<string, unknown>, key: string, value: unknown): void {
  const attribute = CONTAINER_ATTRIBUTES.get(key);
  if (attribute === undefined) return;
  attributes[attribute.name] = value === undefined ? undefined : attribute.toTerraform(value);
}

function blockOf(
  resource: ContainerResource,
  key: string,
  create: (resource: ContainerResource) => Block,
): Block {
  const internals = internalsOf(resource);
  internals.blocks ??= new Map();
  const known = internals.blocks.get(key);
  if (known !== undefined) return known;
  const block = create(resource);
  block.internalValue = internals.values[key];
  internals.blocks.set(key, block);
  return block;
}

/** What the constructor of the bindings hands to cdktf. */
const GENERATED_BY = {
  terraformResourceType: DockerContainer.tfResourceType,
  terraformGeneratorMetadata: {
    providerName: 'docker',
    providerVersion: '3.6.2',
    providerVersionConstraint: '~> 3.0',
  },
};

interface Lifecycle {
  readonly ignoreChanges?: 'all' | readonly string[];
}

function ignoring(lifecycle: Lifecycle | undefined, ignored: readonly string[]): Lifecycle {
  const { ignoreChanges = [] } = lifecycle ?? {};
  if (ignoreChanges === 'all') return lifecycle ?? {};
  return { ...lifecycle, ignoreChanges: [...new Set([...ignoreChanges, ...ignored])] };
}
