import { secretInPlainTextEnv as rule } from '../../src/analysis/rules/secret-in-plain-text-env';
import { messages } from './topologies';

function found(name: string, value: string): string[] {
  return messages(rule, { containers: [{ id: 'web', env: { [name]: value } }] });
}

test.each([
  ['MYSQL_ROOT_PASSWORD', 'correct horse'],
  ['db_passwd', 'hunter2'],
  ['SESSION_SECRET', '0123456789abcdef'],
  ['GITHUB_TOKEN', 'ghp_0123'],
  ['APIKEY', 'abc'],
  ['AWS_SECRET_ACCESS_KEY', 'abc'],
  ['WORDPRESS_AUTH_SALT', 'abc'],
  ['DATABASE_URL', 'postgres://shop:battery@db/shop'],
  ['REDIS_URL', 'redis://:staple@cache:6379/0'],
])('reports %s without its value', (name, value) => {
  const [message = ''] = found(name, value);
  expect(message).toContain(`web: ${name} holds a secret in plain text`);
  expect(message).not.toContain(value);
});

test.each([
  ['MYSQL_ROOT_PASSWORD_FILE', '/run/secrets/root'],
  ['MYSQL_ALLOW_EMPTY_PASSWORD', 'yes'],
  ['MARIADB_RANDOM_ROOT_PASSWORD', '1'],
  ['REQUIRE_TOKEN', 'always'],
  ['DB_PASSWORD', ''],
  ['DB_PASSWORD', '/run/secrets/db'],
  ['DB_PASSWORD', '$OTHER'],
  ['AWS_ACCESS_KEY_ID', 'AKIA0123'],
  ['PUBLIC_KEY', 'abc'],
  ['COMPASS', 'north'],
  ['DATABASE_URL', 'postgres://shop@db/shop'],
  ['TOKEN_URL', 'https://login.example.org/token'],
  ['DATABASE_URL', 'postgres://shop:$PASSWORD@db/shop'],
])('lets %s pass with the value %j', (name, value) => {
  expect(found(name, value)).toEqual([]);
});

test('has nothing to say of secrets', () => {
  const containers = [{ id: 'web', secretEnv: ['DB_PASSWORD'] }];
  expect(messages(rule, { containers })).toEqual([]);
});
