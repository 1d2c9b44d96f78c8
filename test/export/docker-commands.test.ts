import { Container, Mount, Volume, type DockerStack } from 'portolan';
import { dockerCommands } from 'portolan/export';
import { shop, topologyOf } from '../support/synth';

function createCommand(stack: DockerStack): readonly string[] {
  const commands = dockerCommands(topologyOf(stack), 'local');
  return commands.find(([, verb]) => verb === 'create') ?? [];
}

test.each<[string, (stack: DockerStack) => Mount | string, string]>([
  ['a declared volume', (s) => new Volume(s, 'data').at('/data'), 'shop-data:/data'],
  [
    'a declared volume with a name, read-only',
    (s) => new Volume(s, 'data', { name: 'd1' }).at('/data', { readOnly: true }),
    'd1:/data:ro',
  ],
  [
    'a volume that exists',
    (s) => Volume.fromName(s, 'data', 'mysql-data').at('/data'),
    'mysql-data:/data',
  ],
  ['a volume by text', () => 'data:/data', 'data:/data'],
  ['an anonymous volume', () => '/data', '/data'],
  ['a folder of the host', () => Mount.bind('/srv', '/data'), '/srv:/data'],
])('mounts %s', (_, mountOf, expected) => {
  const stack = shop();
  new Container(stack, 'db', { image: 'mariadb:11.4.2', volumes: [mountOf(stack)] });
  const words = createCommand(stack);
  expect(words[words.indexOf('--volume') + 1]).toBe(expected);
});
