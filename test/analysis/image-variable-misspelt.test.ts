import { imageVariableMisspelt as rule } from '../../src/analysis/rules/image-variable-misspelt';
import { messages, type ContainerPart } from './topologies';

function found(image: string, part: Partial<ContainerPart>): string[] {
  return messages(rule, { containers: [{ id: 'db', image, ...part }] });
}

test.each([
  ['mariadb:11.4.2', 'MARIADB_PASWORD', 'MARIADB_PASSWORD'],
  ['mysql', 'MYSQL_DATABSE', 'MYSQL_DATABASE'],
  ['docker.io/library/postgres:17-alpine', 'POSTGRES_PASSWROD', 'POSTGRES_PASSWORD'],
  ['wordpress:6.8-apache', 'WORDPRES_DB_HOST', 'WORDPRESS_DB_HOST'],
  ['mysql:8.4', 'MYSQL_ROOT_PASWORD_FILE', 'MYSQL_ROOT_PASSWORD_FILE'],
  ['postgres:17', 'postgres_db', 'POSTGRES_DB'],
])('of the image %s with %s asks for %s', (image, variable, meant) => {
  expect(found(image, { env: { [variable]: 'x' } })).toEqual([
    expect.stringContaining(`; did you mean ${meant}? [`),
  ]);
});

test('looks at the names of secrets, too', () => {
  expect(found('postgres:17', { secretEnv: ['POSTGRES_PASSWRD'] })).toHaveLength(1);
});

test.each([
  ['a name that the image reads', 'mysql:8.4', 'MYSQL_DATABASE'],
  ['its file', 'mysql:8.4', 'MYSQL_PASSWORD_FILE'],
  ['two other letters in one word', 'mysql:8.4', 'MYSQL_ROOT_PORT'],
  ['a name of its own', 'mysql:8.4', 'TZ'],
  ['any name in an image nobody knows', 'shop/mysql:8', 'MYSQL_DATABSE'],
  ['any name in an image of another registry', 'ghcr.io/library/mysql:8', 'MYSQL_DATABSE'],
  ['any name where the image reads none', 'redis:7.4', 'REDIS_PASWORD'],
])('lets pass %s', (_, image, variable) => {
  expect(found(image, { env: { [variable]: 'x' } })).toEqual([]);
});
