import { PROPAGATIONS } from '../../notation/volume-spec';
import type { ContainerMount } from '../../topology/container';
import type { Attributes } from './attributes';
import { blockExpressions } from './configuration';
import type { Directory, Entry } from './directory';
import { HIDDEN, type Masked } from './masked';
import { matchBlocks, type MatchedBlock } from './match-blocks';
import { own } from '../json-value';

/**
 * What is mounted in a container: `volumes` blocks, then `mounts` blocks, then `tmpfs`.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readMounts(
  entry: Entry,
  directory: Directory,
): { readonly mounts: readonly Masked<ContainerMount>[]; readonly unknown: readonly string[] } {
  const { attributes, config } = entry.resource;
  const blocks = (name: string): readonly MatchedBlock[] =>
    matchBlocks(attributes.blocks(name), blockExpressions(config?.expressions ?? {}, name));
  const isHidden = ['volumes', 'mounts', 'tmpfs'].some((name) => attributes.isHidden(name));
  const tmpfs = Object.entries(attributes.map('tmpfs'));
  return {
    mounts: [
      ...blocks('volumes').map((block) => readVolumeBlock(block, entry, directory)),
      ...blocks('mounts').map((block) => readMountBlock(block, entry, directory)),
      ...tmpfs.map(([target, options]) => tmpfsMount(target, options)),
    ],
    unknown: isHidden ? ['mounts'] : [],
  };
}

function readVolumeBlock(
  { values, expressions }: MatchedBlock,
  entry: Entry,
  directory: Directory,
): Masked<ContainerMount> {
  const common = commonOf(values, 'container_path');
  const container = values.text('from_container');
  const path = values.text('host_path');
  if (container !== undefined) return { type: 'container', source: container, ...common };
  if (path !== undefined) return { type: 'bind', source: path, ...common };
  const name = values.text('volume_name');
  return {
    type: 'volume',
    ...volumeOf(name, own(expressions, 'volume_name'), entry, directory),
    ...common,
  };
}

function readMountBlock(
  { values, expressions }: MatchedBlock,
  entry: Entry,
  directory: Directory,
): Masked<ContainerMount> {
  const type = values.text('type');
  const source = values.text('source');
  const common = commonOf(values, 'target');
  if (type === 'tmpfs')
    return { type, ...common, ...optionsOf(firstBlock(values, 'tmpfs_options')) };
  if (type === 'bind') {
    const propagation = firstBlock(values, 'bind_options')?.text('propagation');
    const known = PROPAGATIONS.find((word) => word === propagation);
    return { type, source, ...common, propagation: known };
  }
  const options = firstBlock(values, 'volume_options');
  return {
    type: 'volume',
    ...volumeOf(source, own(expressions, 'source'), entry, directory),
    ...common,
    noCopy: options?.flag('no_copy') === true ? true : undefined,
    subpath: options?.text('subpath'),
  };
}

function volumeOf(
  name: Masked<string> | undefined,
  expression: unknown,
  { resource, host }: Entry,
  directory: Directory,
): Pick<Masked<ContainerMount>, 'source' | 'volume'> {
  const volume =
    name === HIDDEN
      ? directory.target(expression, resource, 'volume')
      : name && directory.named('volume', host, name);
  return { source: name, ...(typeof volume === 'object' ? { volume: volume.id } : {}) };
}

function tmpfsMount(target: string, options: Masked<string>): Masked<ContainerMount> {
  return { type: 'tmpfs', target, readOnly: false, options: options === '' ? undefined : options };
}

function optionsOf(block: Attributes | undefined): Pick<Masked<ContainerMount>, 'options'> {
  const [size, mode] = [block?.integer('size_bytes'), block?.integer('mode')];
  const words = [
    ...(typeof size === 'number' && size > 0 ? [`size=${String(size)}`] : []),
    ...(typeof mode === 'number' && mode > 0 ? [`mode=${mode.toString(8)}`] : []),
  ];
  return words.length === 0 ? {} : { options: words.join(',') };
}

function firstBlock(values: Attributes, name: string): Attributes | undefined {
  const blocks = values.blocks(name);
  return blocks === HIDDEN ? undefined : blocks[0];
}

function commonOf(
  values: Attributes,
  target: string,
): Pick<Masked<ContainerMount>, 'target' | 'readOnly'> {
  return { target: values.text(target), readOnly: values.flag('read_only') === true };
}
