import { mountOptionUnsupported as rule } from '../../src/analysis/rules/mount-option-unsupported';
import { messages, type ContainerPart } from './topologies';

type Options = Pick<NonNullable<ContainerPart['mounts']>[number], 'noCopy' | 'subpath'>;

function found(engineVersion: string | undefined, options: Options): string[] {
  const mounts = [{ type: 'volume' as const, volume: 'data', target: '/data', ...options }];
  const hosts = [{ id: 'local', ...(engineVersion === undefined ? {} : { engineVersion }) }];
  return messages(rule, { hosts, containers: [{ id: 'web', mounts }] });
}

test.each<[string | undefined, Options, number]>([
  ['20.10.24', { subpath: 'a' }, 1],
  ['25.0.5', { noCopy: true }, 1],
  ['26.0', { subpath: 'a', noCopy: true }, 0],
  ['26.0.0', { noCopy: true }, 0],
  ['29', { subpath: 'a' }, 0],
  ['not a version', { subpath: 'a' }, 1],
  [undefined, { noCopy: true }, 1],
  ['20.10', { noCopy: false }, 0],
  ['20.10', {}, 0],
])('with engine %s and %j finds %d', (engineVersion, options, count) => {
  expect(found(engineVersion, options)).toHaveLength(count);
});

test('names the option and the engine', () => {
  expect(found('25.0.5', { noCopy: true })).toEqual([
    expect.stringContaining(
      '/data has noCopy, which needs engine 26, and host local has engine 25.0.5;',
    ),
  ]);
});
