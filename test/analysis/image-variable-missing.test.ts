import { imageVariableMissing as rule } from '../../src/analysis/rules/image-variable-missing';
import { places, type ContainerPart, type VolumePart } from './topologies';

const volumes: readonly VolumePart[] = [{ id: 'data' }, { id: 'old', external: true }];

function found(part: Partial<ContainerPart>): string[] {
  return places(rule, { volumes, containers: [{ id: 'db', image: 'mariadb:11.4.2', ...part }] });
}

test.each<[string, Partial<ContainerPart>]>([
  ['nothing', {}],
  ['the variable of another thing', { env: { MARIADB_DATABASE: 'shop' } }],
  ['a declared volume', { mounts: [{ type: 'volume', volume: 'data', target: '/var/lib/mysql' }] }],
  ['an anonymous volume', { mounts: [{ type: 'volume', target: '/var/lib/mysql' }] }],
  ['a tmpfs', { mounts: [{ type: 'tmpfs', target: '/var/lib/mysql' }] }],
  [
    'scripts for the first start',
    { mounts: [{ type: 'bind', source: '/srv/sql', target: '/docker-entrypoint-initdb.d' }] },
  ],
  ['options alone as command', { command: ['--character-set-server=utf8mb4'] }],
])('reports a database with %s', (_, part) => {
  expect(found(part)).toEqual(['db']);
});

test.each<[string, Partial<ContainerPart>]>([
  ['a password', { secretEnv: ['MARIADB_ROOT_PASSWORD'] }],
  ['a file with the password', { env: { MARIADB_ROOT_PASSWORD_FILE: '/run/secrets/root' } }],
  ['the name of the older image', { secretEnv: ['MYSQL_ROOT_PASSWORD'] }],
  ['leave to have none', { env: { MARIADB_ALLOW_EMPTY_ROOT_PASSWORD: 'yes' } }],
  ['variables that only Terraform knows', { unknown: ['env'] }],
  [
    'a folder of the host',
    { mounts: [{ type: 'bind', source: '/srv/db', target: '/var/lib/mysql' }] },
  ],
  [
    'a folder of the host above it',
    { mounts: [{ type: 'bind', source: '/srv', target: '/var/lib' }] },
  ],
  [
    'a volume from elsewhere',
    { mounts: [{ type: 'volume', volume: 'old', target: '/var/lib/mysql' }] },
  ],
  [
    'a volume nobody declares',
    { mounts: [{ type: 'volume', source: 'x', target: '/var/lib/mysql' }] },
  ],
  ['the volumes of another container', { mounts: [{ type: 'container', source: 'data' }] }],
  ['another program', { command: ['mariadb-dump', '--all-databases'] }],
  ['another entrypoint', { entrypoint: ['sleep'] }],
  ['an end of its own', { oneShot: true }],
  ['an image nobody knows', { image: 'shop/mariadb:11' }],
])('lets a database pass with %s', (_, part) => {
  expect(found(part)).toEqual([]);
});
