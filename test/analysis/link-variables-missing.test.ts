import { linkVariablesMissing } from '../../src/analysis/rules/link-variables-missing';
import { defaultBridge, messages, places, type ContainerPart } from './topologies';

function shell(command: string): Partial<ContainerPart> {
  return { command: ['sh', '-c', command] };
}

test.each<[Partial<ContainerPart>, boolean]>([
  [shell('mysql -h $DB_PORT_3306_TCP_ADDR'), true],
  [shell('mysql -h ${DB_PORT_3306_TCP_ADDR}'), true],
  [shell('curl $API_PORT_80_TCP'), true],
  [shell('dig @$DNS_PORT_53_UDP_ADDR'), true],
  [{ entrypoint: ['sh', '-c', 'nc $DB_PORT_3306_TCP_ADDR $DB_PORT_3306_TCP_PORT'] }, true],
  [{ healthcheck: { test: ['CMD-SHELL', 'nc -z $DB_PORT_3306_TCP_ADDR 3306'] } }, true],
  [{ env: { DB_HOST: '$DB_PORT_3306_TCP_ADDR' } }, true],
  [shell('echo DB_PORT_3306_TCP_ADDR'), false],
  [shell('echo $DB_PORT'), false],
  [shell('echo $DB_PORT_LIST'), false],
  [shell('echo $db_port_3306_tcp'), false],
])('of %j it finds something: %s', (setting, isFound) => {
  const containers = [{ id: 'shop/web', ...setting }];
  expect(places(linkVariablesMissing, { containers })).toEqual(isFound ? ['shop/web'] : []);
});

test.each<[string, Partial<ContainerPart>]>([
  ['plain text', { env: { DB_PORT_3306_TCP_ADDR: 'db' } }],
  ['a secret', { secretEnv: ['DB_PORT_3306_TCP_ADDR'] }],
])('finds nothing where the variable is set to %s', (_, setting) => {
  const containers = [{ id: 'shop/web', ...shell('nc $DB_PORT_3306_TCP_ADDR 3306'), ...setting }];
  expect(places(linkVariablesMissing, { containers })).toEqual([]);
});

test.each<[string | undefined, string, readonly string[]]>([
  ['28.5', 'local:bridge', []],
  ['29.0', 'local:bridge', ['shop/web']],
  [undefined, 'local:bridge', ['shop/web']],
  ['28.5', 'shop/back', ['shop/web']],
])('with a link on engine %s in %s it finds %j', (engineVersion, network, found) => {
  const web: ContainerPart = { id: 'shop/web', ...shell('nc $DB_PORT_3306_TCP_ADDR 3306') };
  const attachments = [{ network }];
  const containers: ContainerPart[] = [
    { ...web, attachments, links: [{ container: 'shop/db' }] },
    { id: 'shop/db', attachments },
  ];
  const networks = [defaultBridge(), { id: 'shop/back' }];
  const hosts = [{ id: 'local', engineVersion }];
  expect(places(linkVariablesMissing, { hosts, networks, containers })).toEqual(found);
});

test('names the first variable of a container', () => {
  const containers = [
    { id: 'shop/web', ...shell('nc $DB_PORT_3306_TCP_ADDR $DB_PORT_3306_TCP_PORT') },
  ];
  expect(messages(linkVariablesMissing, { containers })).toEqual([
    "shop/web: it uses $DB_PORT_3306_TCP_ADDR, which only 'docker run --link' sets, on the default bridge of engines before 29; write the name of the other container and its port instead [LINK_VARIABLES_MISSING]",
  ]);
});
