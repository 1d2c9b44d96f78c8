import { healthcheckMissing as rule } from '../../src/analysis/rules/healthcheck-missing';
import { messages, places, type ContainerPart } from './topologies';

function found(condition: 'started' | 'healthy', db: Partial<ContainerPart>): string[] {
  const containers: ContainerPart[] = [
    { id: 'web', dependsOn: [{ container: 'db', condition }] },
    { id: 'db', ...db },
  ];
  return messages(rule, { containers });
}

test('reports the one that waits', () => {
  expect(found('healthy', {})).toEqual([expect.stringMatching(/^web: it waits until db is/)]);
});

test.each<[string, 'started' | 'healthy', Partial<ContainerPart>]>([
  ['has one', 'healthy', { healthcheck: { test: ['CMD', 'true'] } }],
  [
    'has one that is switched off, which is another mistake',
    'healthy',
    { healthcheck: { test: ['NONE'] } },
  ],
  ['need only be started', 'started', {}],
  ['is not declared here', 'healthy', { external: true }],
  ['has one that only Terraform knows', 'healthy', { unknown: ['healthcheck/test'] }],
])('lets a container pass that %s', (_, condition, db) => {
  expect(found(condition, db)).toEqual([]);
});

test('has nothing to say of a container that is not in the topology', () => {
  const containers = [
    { id: 'web', dependsOn: [{ container: 'db', condition: 'healthy' as const }] },
  ];
  expect(places(rule, { containers })).toEqual([]);
});
