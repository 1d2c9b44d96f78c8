import { Mount, Volume, type DockerStack } from 'portolan';
import { shop } from '../support/synth';

test.each<[string, (stack: DockerStack) => Mount]>([
  ['a volume', (stack) => new Volume(stack, 'data').at('/')],
  ['a host path', () => Mount.bind('/data', '/')],
  ['a tmpfs', () => Mount.tmpfs('/.')],
  ['a volume by text', () => Mount.parse('data:/x/..', 'shop/web')],
])('rejects %s over the whole file system of the container', (_what, mountOf) => {
  expect(() => mountOf(shop())).toThrow('MOUNT_MALFORMED');
});

test('names the path and the fix', () => {
  expect(() => Mount.bind('/data', '//')).toThrow(
    "Mount.bind: the path inside the container is '//', the whole file system; write the path of a folder, such as '/data' [MOUNT_MALFORMED]",
  );
});
