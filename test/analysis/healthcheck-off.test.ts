import { healthcheckOff as rule } from '../../src/analysis/rules/healthcheck-off';
import { places, type ContainerPart } from './topologies';

type Condition = 'started' | 'healthy' | 'completed';

test.each<[Condition, string[], string[]]>([
  ['healthy', ['NONE'], ['a', 'b']],
  ['healthy', ['CMD', 'NONE'], []],
  ['healthy', ['CMD-SHELL', 'curl -f localhost'], []],
  ['started', ['NONE'], []],
  ['completed', ['NONE'], []],
])('of containers that wait until %s with the check %j reports %j', (condition, test, expected) => {
  const dependsOn = [{ container: 'db', condition }];
  const containers: ContainerPart[] = [
    { id: 'a', dependsOn },
    { id: 'b', dependsOn },
    { id: 'db', healthcheck: { test } },
  ];
  expect(places(rule, { containers })).toEqual(expected);
});
