import { startIntervalUnsupported as rule } from '../../src/analysis/rules/start-interval-unsupported';
import { messages, type ContainerPart } from './topologies';

function found(
  engineVersion: string | undefined,
  healthcheck: ContainerPart['healthcheck'],
): string[] {
  const hosts = [{ id: 'local', ...(engineVersion === undefined ? {} : { engineVersion }) }];
  return messages(rule, { hosts, containers: [{ id: 'web', healthcheck }] });
}

const check = { test: ['CMD', 'true'], startInterval: '2s' };

test.each<[string | undefined, number]>([
  ['20.10.24', 1],
  ['24.0.9', 1],
  ['25.0', 0],
  ['25', 0],
  ['29.1.3', 0],
  [undefined, 1],
])('with engine %s finds %d', (engineVersion, count) => {
  expect(found(engineVersion, check)).toHaveLength(count);
});

test.each<[string, ContainerPart['healthcheck']]>([
  ['none', undefined],
  ['one without the interval', { test: ['CMD', 'true'], startPeriod: '60s' }],
])('lets a container with a healthcheck pass: %s', (_, healthcheck) => {
  expect(found('20.10', healthcheck)).toEqual([]);
});
