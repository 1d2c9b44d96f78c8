import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BridgeNetwork, ConfigError, DockerHost, Mount, Secret, Volume } from 'portolan';
import { WordPress, type WordPressDatabaseProps, type WordPressProps } from 'portolan/stacks';
import { findFindings } from 'portolan/topology';
import {
  onlyResource,
  planOf,
  resourceNamed,
  shop,
  topologyOf,
  type Block,
} from '../support/synth';

const root = resolve(__dirname, '..', '..');
const fixture = (name: string): string => join(__dirname, name);
const ENV_FILES = {
  database: { engine: 'mysql', envFiles: [fixture('wordpress-misspelt.list')] },
  envFiles: [fixture('wordpress-site.list')],
} as const;

/** The containers that a WordPress becomes, by the ends of their names. */
function containersOf(props: WordPressProps): (name: string) => Block {
  const stack = shop();
  new WordPress(stack, 'blog', props);
  return (name) => resourceNamed(stack, 'docker_container', `shop-blog-${name}`);
}

const web = (props: WordPressProps): Block => containersOf(props)('web');
const db = (database: WordPressDatabaseProps): Block => containersOf({ database })('db');

/** Environment of a container, by name. */
function envOf(block: Block): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (block['env'] as readonly string[]).map((line) => {
      const end = line.indexOf('=');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

describe('by default', () => {
  test('there are a database, a check of it, and WordPress', () => {
    const stack = shop();
    new WordPress(stack, 'blog');
    expect(topologyOf(stack).containers.map(({ name }) => name)).toEqual([
      'shop-blog-db',
      'shop-blog-db-ready',
      'shop-blog-web',
    ]);
  });

  test('the images are the ones that people use', () => {
    const block = containersOf({});
    expect(block('db')['image']).toBe('mariadb:11.4.2');
    expect(block('db-ready')['image']).toBe('mariadb:11.4.2');
    expect(block('web')['image']).toBe('wordpress:php8.3-apache');
  });

  test('WordPress alone is published, and to this host alone', () => {
    const block = containersOf({});
    expect(block('web')['ports']).toEqual([
      { internal: 80, external: 8080, ip: '127.0.0.1', protocol: 'tcp' },
    ]);
    expect(block('db')).not.toHaveProperty('ports');
  });

  test('the network of the two has no way out', () => {
    const stack = shop();
    new WordPress(stack, 'blog');
    expect(onlyResource(stack, 'docker_network')).toMatchObject({
      name: 'shop-blog-back',
      internal: true,
    });
  });

  test('the database is in the private network alone, WordPress on the default bridge, too', () => {
    const stack = shop();
    new WordPress(stack, 'blog');
    const networks = Object.fromEntries(
      topologyOf(stack).containers.map(({ id, attachments }) => [
        id,
        attachments.map(({ network }) => network),
      ]),
    );
    expect(networks).toEqual({
      'shop/blog/db': ['shop/blog/back'],
      'shop/blog/db-ready': ['shop/blog/back'],
      'shop/blog/web': ['local:bridge', 'shop/blog/back'],
    });
  });

  test('data and content are in named volumes, the core is not', () => {
    const block = containersOf({});
    expect(block('db')['volumes']).toEqual([
      expect.objectContaining({ container_path: '/var/lib/mysql' }),
    ]);
    expect(block('web')['volumes']).toEqual([
      expect.objectContaining({ container_path: '/var/www/html/wp-content' }),
    ]);
  });

  test('both know the same generated password, and the check does not know the one of root', () => {
    const block = containersOf({});
    const [server, check, site] = ['db', 'db-ready', 'web'].map((name) => envOf(block(name)));
    expect(server).toMatchObject({ MARIADB_DATABASE: 'wordpress', MARIADB_USER: 'wordpress' });
    expect(server?.['MARIADB_PASSWORD']).toMatch(/^\$\{random_password\..*\.result\}$/);
    expect(server?.['MARIADB_ROOT_HOST']).toBe('localhost');
    expect(server?.['MARIADB_ROOT_PASSWORD']).not.toBe(server?.['MARIADB_PASSWORD']);
    expect(check?.['MARIADB_PASSWORD']).toBe(server?.['MARIADB_PASSWORD']);
    expect(check).not.toHaveProperty('MARIADB_ROOT_PASSWORD');
    expect(site).toMatchObject({
      WORDPRESS_DB_HOST: 'db',
      WORDPRESS_DB_USER: 'wordpress',
      WORDPRESS_DB_NAME: 'wordpress',
      WORDPRESS_DB_PASSWORD: server?.['MARIADB_PASSWORD'],
    });
  });

  test('each of the eight salts is a generated one of its own', () => {
    const env = envOf(web({}));
    const salts = Object.entries(env).filter(([name]) => /_(KEY|SALT)$/.test(name));
    expect(salts).toHaveLength(8);
    expect(new Set(salts.map(([, value]) => value)).size).toBe(8);
    for (const [, value] of salts) expect(value).toMatch(/^\$\{random_password\./);
  });

  test('the database is checked as the account of WordPress, over TCP', () => {
    expect(db({})['healthcheck']).toMatchObject({
      test: ['CMD-SHELL', expect.stringMatching(/-u"\$\$\{MARIADB_USER.* -h127\.0\.0\.1 /)],
    });
  });

  test('WordPress is made after the check, and the apply waits until it answers', () => {
    expect(web({})).toMatchObject({
      depends_on: [expect.stringContaining('db-ready')],
      wait: true,
      wait_timeout: 120,
    });
  });

  test('the check runs again for a server that was replaced', () => {
    const stack = shop();
    new WordPress(stack, 'blog');
    const check = resourceNamed(stack, 'docker_container', 'shop-blog-db-ready');
    expect(envOf(check)['DB_CONTAINER']).toMatch(/^\$\{docker_container\.blog_db_\w+\.id\}$/);
  });

  test('the database has thirty seconds to stop', () => {
    expect(db({})).toMatchObject({ destroy_grace_seconds: 30, stop_timeout: 30 });
  });

  test.each(['db', 'web'])('%s restarts, gains no privileges and keeps small logs', (name) => {
    expect(containersOf({})(name)).toMatchObject({
      restart: 'unless-stopped',
      security_opts: ['no-new-privileges'],
      log_opts: { 'max-size': '10m', 'max-file': '3' },
    });
  });

  test('there is nothing to find fault with but the engine that nobody told of', () => {
    const stack = shop();
    new WordPress(stack, 'blog');
    const codes = findFindings(topologyOf(stack)).map(({ code }) => code);
    expect(codes).toEqual(['ENGINE_VERSION_UNKNOWN']);
  });
});

describe('of WordPress', () => {
  test('version is the tag of the image', () => {
    expect(web({ version: '6.8-apache' })['image']).toBe('wordpress:6.8-apache');
  });

  test('publish says where the site is opened', () => {
    expect(web({ publish: '80:80' })['ports']).toEqual([
      { internal: 80, external: 80, ip: '', protocol: 'tcp' },
    ]);
  });

  test.each([
    ['https://blog.example.org', 'https://blog.example.org'],
    ['https://example.org/blog/', 'https://example.org/blog'],
  ])('siteUrl %s is written into the configuration', (siteUrl, written) => {
    expect(envOf(web({ siteUrl }))['WORDPRESS_CONFIG_EXTRA']).toContain(
      `define('WP_HOME', '${written}');\ndefine('WP_SITEURL', '${written}');`,
    );
  });

  test('siteUrl cannot break out of its quotes', () => {
    expect(envOf(web({ siteUrl: "https://x/'.evil().'" }))['WORDPRESS_CONFIG_EXTRA']).toContain(
      "define('WP_HOME', 'https://x/\\'.evil().\\'');",
    );
  });

  test('tablePrefix and debug are variables', () => {
    expect(envOf(web({ tablePrefix: 'blog_', debug: true }))).toMatchObject({
      WORDPRESS_TABLE_PREFIX: 'blog_',
      WORDPRESS_DEBUG: '1',
    });
  });

  test('debug that is off leaves no variable, as every text of it is on', () => {
    expect(envOf(web({ debug: false }))).not.toHaveProperty('WORDPRESS_DEBUG');
  });

  test('configExtra comes after what is there, and Terraform leaves it alone', () => {
    expect(envOf(web({ configExtra: '$x = "${y}";' }))['WORDPRESS_CONFIG_EXTRA']).toBe(
      `define('DISALLOW_FILE_EDIT', true);\n$x = "$\${y}";`,
    );
  });

  test('subnet is the block of the private network', () => {
    const stack = shop();
    const subnet = { cidr: '172.27.0.0/16', gateway: '172.27.0.1' };
    new WordPress(stack, 'blog', { subnet });
    expect(onlyResource(stack, 'docker_network')['ipam_config']).toEqual([
      { subnet: '172.27.0.0/16', gateway: '172.27.0.1' },
    ]);
  });

  test('networks stand in for the default bridge', () => {
    const stack = shop();
    const front = new BridgeNetwork(stack, 'front', { subnets: [{ cidr: '10.1.0.0/24' }] });
    new WordPress(stack, 'blog', { networks: [front] });
    const site = topologyOf(stack).containers.find(({ id }) => id === 'shop/blog/web');
    expect(site?.attachments.map(({ network }) => network)).toEqual([
      'shop/front',
      'shop/blog/back',
    ]);
  });

  test('links are names of the database that WordPress alone knows', () => {
    const stack = shop();
    new WordPress(stack, 'blog', { links: ['db002', 'db003'] });
    const { containers } = topologyOf(stack);
    const [server, , site] = containers;
    expect(envOf(resourceNamed(stack, 'docker_container', 'shop-blog-web'))).toMatchObject({
      WORDPRESS_DB_HOST: 'db002',
    });
    expect(site?.attachments.map(({ network }) => network)).not.toContain('shop/blog/back');
    const shared = server?.attachments.find(({ network }) => network !== 'shop/blog/back');
    expect(shared?.aliases).toEqual(['db', 'db002', 'db003']);
    expect(site?.attachments.map(({ network }) => network)).toContain(shared?.network ?? '');
  });

  test('content is mounted in the place of the named volume', () => {
    const content = Mount.bind('/data/wp-content', '/var/www/html/wp-content');
    expect(web({ content })['volumes']).toEqual([
      { host_path: '/data/wp-content', container_path: '/var/www/html/wp-content' },
    ]);
  });

  test('host has every container, network and volume', () => {
    const stack = shop();
    const host = DockerHost.tcp('tcp://10.0.0.5:2376', {
      name: 'nas',
      tls: { certPath: '/etc/docker/nas' },
    });
    new WordPress(stack, 'blog', { host, install: INSTALL });
    const { containers, networks, volumes } = topologyOf(stack);
    const hosts = [...containers, ...networks, ...volumes]
      .filter(({ id }) => id.startsWith('shop/'))
      .map((entity) => entity.host);
    expect(hosts).toHaveLength(7);
    expect(new Set(hosts)).toEqual(new Set(['nas']));
    expect(findFindings(topologyOf(stack)).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('env files bring the whole access, and no password is generated for it', () => {
    const block = containersOf({
      ...ENV_FILES,
      database: { ...ENV_FILES.database, aliases: ['mysql'] },
    });
    expect(Object.keys(envOf(block('web'))).filter((name) => name.includes('_DB_'))).toEqual([
      'WORDPRESS_DB_HOST',
      'WORDPRESS_DB_NAME',
      'WORDPRESS_DB_PASSWORD',
      'WORDPRESS_DB_USER',
    ]);
    expect(JSON.stringify([block('web'), block('db')])).not.toMatch(
      /wppass|random_password\.\w*password/,
    );
  });

  test('env files beside a generated password leave the access as it is', () => {
    const env = envOf(web({ envFiles: [fixture('wordpress-site.list')] }));
    expect(env['WORDPRESS_DB_HOST']).toBe('db');
    expect(env['WORDPRESS_DB_USER']).toBe('wordpress');
  });
});

const INSTALL = { title: 'Sea', adminUser: 'captain', adminEmail: 'captain@example.org' };

describe('install', () => {
  test('fills in the install page beside the web server, once it is healthy', () => {
    const block = containersOf({ install: INSTALL });
    expect(envOf(block('install'))).toMatchObject({
      WP_TITLE: 'Sea',
      WP_USER: 'captain',
      WP_EMAIL: 'captain@example.org',
      WP_HOST: 'localhost:8080',
      WP_PASSWORD: expect.stringMatching(/^\$\{random_password\./) as string,
    });
    expect(block('install')['network_mode']).toMatch(/^container:\$\{docker_container\.blog_web/);
    expect(block('install')['image']).toBe(block('web')['image']);
  });

  // WordPress would send every visitor of http://localhost/ to http://localhost:80/, and again.
  test('leaves the port out of the address where visitors do', () => {
    const block = containersOf({ install: INSTALL, publish: '80:80' });
    expect(envOf(block('install'))['WP_HOST']).toBe('localhost');
  });

  test('makes a password and hands it out', () => {
    expect(new WordPress(shop(), 'blog', { install: INSTALL }).adminPassword).toBeInstanceOf(
      Secret,
    );
  });

  test('takes a password', () => {
    const adminPassword = Secret.variable('admin_password');
    const block = containersOf({ install: { ...INSTALL, adminPassword } });
    expect(envOf(block('install'))['WP_PASSWORD']).toBe('${var.admin_password}');
  });

  test('is left out, and with it the password', () => {
    const stack = shop();
    expect(new WordPress(stack, 'blog').adminPassword).toBeUndefined();
    expect(JSON.stringify(planOf(stack))).not.toContain('blog-install');
  });
});

describe('of the database', () => {
  test('engine mysql brings its image, its variables and its client', () => {
    const block = containersOf({ database: { engine: 'mysql' } });
    expect(block('db')['image']).toBe('mysql:8.4');
    expect(Object.keys(envOf(block('db')))).toEqual([
      'MYSQL_DATABASE',
      'MYSQL_PASSWORD',
      'MYSQL_ROOT_HOST',
      'MYSQL_ROOT_PASSWORD',
      'MYSQL_USER',
    ]);
    expect(JSON.stringify(block('db')['healthcheck'])).toContain(' mysql -u');
  });

  test('version is the tag of the image', () => {
    expect(db({ version: '10.11' })['image']).toBe('mariadb:10.11');
  });

  test('MariaDB upgrades its tables by itself', () => {
    expect(envOf(db({}))['MARIADB_AUTO_UPGRADE']).toBe('1');
  });

  test('generation names the volume and the passwords', () => {
    const stack = shop();
    new WordPress(stack, 'blog', { database: { generation: 2 } });
    const { docker_volume: volumes = {}, random_password: passwords = {} } = planOf(stack).resource;
    expect(Object.values(volumes).map(({ name }) => name)).toContain('shop-blog-db-data-2');
    expect(Object.keys(passwords).filter((id) => id.includes('password-2'))).toHaveLength(2);
  });

  test('data is mounted in the place of the named volume', () => {
    const stack = shop();
    const data = new Volume(stack, 'data').at('/var/lib/mysql');
    new WordPress(stack, 'blog', { database: { data } });
    const { docker_volume: volumes = {} } = planOf(stack).resource;
    expect(
      Object.values(volumes)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['shop-blog-content', 'shop-data']);
  });

  test('protect keeps Terraform from destroying the data', () => {
    const stack = shop();
    new WordPress(stack, 'blog', { database: { protect: true } });
    expect(resourceNamed(stack, 'docker_volume', 'shop-blog-db-data-1')).toMatchObject({
      lifecycle: { prevent_destroy: true },
    });
  });

  test('settings become a file of the server', () => {
    const settings = { 'server-id': 100, 'log-bin': 'mysql-bin' };
    expect(db({ settings })['upload']).toEqual([
      expect.objectContaining({
        file: '/etc/mysql/conf.d/portolan.cnf',
        content: '[mysqld]\nserver-id = 100\nlog-bin = mysql-bin\n',
      }),
    ]);
  });

  test('files and volumes come beside the data', () => {
    const block = db({
      files: [{ path: '/docker-entrypoint-initdb.d/a.sql', content: 'select 1;' }],
      volumes: ['/data/conf.d:/etc/mysql/conf.d:ro'],
    });
    expect(block['upload']).toEqual([
      expect.objectContaining({ file: '/docker-entrypoint-initdb.d/a.sql' }),
    ]);
    expect(block['volumes']).toContainEqual({
      host_path: '/data/conf.d',
      container_path: '/etc/mysql/conf.d',
      read_only: true,
    });
  });

  test('aliases are names in the private network, and WordPress uses the first', () => {
    const block = containersOf({ database: { aliases: ['db001', 'mysql'] } });
    expect(block('db')['networks_advanced']).toEqual([
      expect.objectContaining({ aliases: ['db', 'db001', 'mysql'] }),
    ]);
    expect(envOf(block('web'))['WORDPRESS_DB_HOST']).toBe('db001');
    expect(JSON.stringify(block('db-ready')['entrypoint'])).toContain('-hdb001 ');
  });

  test('readyTimeoutSeconds is the time of the check', () => {
    const block = containersOf({ database: { readyTimeoutSeconds: 90 } });
    expect(JSON.stringify(block('db-ready')['entrypoint'])).toContain('+ 90)');
  });

  test('a misspelt variable in an env file is noticed before deploy', () => {
    const stack = shop();
    new WordPress(stack, 'blog', ENV_FILES);
    expect(findFindings(topologyOf(stack))).toContainEqual(
      expect.objectContaining({
        code: 'IMAGE_VARIABLE_MISSPELT',
        problem: 'the image mysql does not read MSYQL_PASSWORD',
      }),
    );
  });
});

/** A wrong value, the code of its error, and what the message names. */
type Wrong = readonly [props: object, code: string, message: string];

const database = (props: object): object => ({ database: props });
const install = (props: object): object => ({ install: { ...INSTALL, ...props } });

test.each<Wrong>([
  [{ colour: 1 }, 'PROP_UNKNOWN', "shop/blog: there is no property 'colour'"],
  [{ version: 8 }, 'PROP_TYPE', 'shop/blog: version is 8'],
  [{ version: '' }, 'PROP_EMPTY', 'shop/blog: version is empty'],
  [{ version: 'cli' }, 'PROP_CHOICE', "shop/blog: version 'cli' serves no web page"],
  [{ version: 'php8.3-fpm' }, 'PROP_CHOICE', "version 'php8.3-fpm' serves no web page"],
  [{ version: 'a b' }, 'IMAGE_REFERENCE_MALFORMED', "'wordpress:a b'"],
  [{ host: 'nas' }, 'PROP_TYPE', 'shop/blog/back: host is not a DockerHost'],
  [{ publish: '80:x' }, 'PORT_MALFORMED', "shop/blog/web: container port is 'x'"],
  [{ siteUrl: 'blog.example.org' }, 'URL_MALFORMED', "siteUrl is 'blog.example.org'"],
  [{ siteUrl: 'https://x/?a=1' }, 'URL_MALFORMED', "siteUrl is 'https://x/?a=1'"],
  [{ tablePrefix: 'wp-' }, 'NAME_MALFORMED', "shop/blog: tablePrefix is 'wp-'"],
  [{ debug: 'yes' }, 'PROP_TYPE', "shop/blog: debug is 'yes'"],
  [{ configExtra: ['x'] }, 'PROP_TYPE', 'shop/blog: configExtra is a list'],
  [{ subnet: { cidr: '10.0.0.1/24' } }, 'CIDR_HOST_BITS', 'shop/blog/back: '],
  [{ networks: 'front' }, 'PROP_TYPE', "shop/blog: networks is 'front'"],
  [{ links: [] }, 'PROP_EMPTY', 'shop/blog: links is empty'],
  [{ links: [7] }, 'PROP_TYPE', 'shop/blog: links is 7'],
  [{ links: ['a b'] }, 'NAME_MALFORMED', "'a b'"],
  [{ content: '/data:/x' }, 'PROP_TYPE', "shop/blog: content is '/data:/x'"],
  [{ envFiles: 'x.list' }, 'PROP_TYPE', "shop/blog: envFiles is 'x.list'"],
  [{ envFiles: ['/nowhere'] }, 'FILE_UNREADABLE', '/nowhere'],
  [{ install: 'yes' }, 'PROP_TYPE', "shop/blog: install is 'yes'"],
  [{ install: { title: 'Sea' } }, 'PROP_MISSING', 'shop/blog: install: adminUser is missing'],
  [install({ title: '' }), 'PROP_EMPTY', 'shop/blog: install: title is empty'],
  [install({ adminEmail: 'captain' }), 'PROP_CHOICE', "install: adminEmail is 'captain'"],
  [install({ adminPassword: 'x' }), 'SECRET_IN_PLAIN_TEXT', 'install: adminPassword is not'],
  [install({ locale: 'de' }), 'PROP_UNKNOWN', "install: there is no property 'locale'"],
  [{ database: null }, 'PROP_TYPE', 'shop/blog: database is null'],
  [database({ engine: 'postgres' }), 'PROP_CHOICE', "database: engine is 'postgres'"],
  [database({ version: '' }), 'PROP_EMPTY', 'shop/blog: database: version is empty'],
  [database({ generation: 0 }), 'PROP_RANGE', 'shop/blog: database: generation is 0'],
  [database({ generation: 1.5 }), 'PROP_RANGE', 'database: generation is 1.5'],
  [database({ generation: '2' }), 'PROP_TYPE', "database: generation is '2'"],
  [database({ data: 'data:/x' }), 'PROP_TYPE', "database: data is 'data:/x'"],
  [database({ protect: 1 }), 'PROP_TYPE', 'database: protect is 1'],
  [database({ settings: [] }), 'PROP_TYPE', 'database: settings is a list'],
  [database({ settings: { a: true } }), 'PROP_TYPE', "database: settings has 'a': true"],
  [database({ settings: { a: 'b\nc=d' } }), 'PROP_TYPE', "settings has 'a': 'b c=d'"],
  [database({ files: {} }), 'PROP_TYPE', 'database: files is an object'],
  [database({ volumes: ['x'] }), 'PATH_NOT_ABSOLUTE', 'shop/blog/db: '],
  [database({ aliases: [] }), 'PROP_EMPTY', 'database: aliases is empty'],
  [database({ aliases: ['a b'] }), 'NAME_MALFORMED', "'a b'"],
  [database({ readyTimeoutSeconds: 0 }), 'PROP_RANGE', 'readyTimeoutSeconds is 0'],
  [database({ readyTimeoutSeconds: 2000 }), 'PROP_RANGE', 'from 1 to 1000'],
  [database({ password: 'x' }), 'PROP_UNKNOWN', "database: there is no property 'password'"],
  [
    database({ envFiles: [fixture('wordpress-misspelt.list')] }),
    'PROP_MISSING',
    'shop/blog: envFiles is missing',
  ],
])('rejects %j', (props, code, message) => {
  const make = (): unknown => new WordPress(shop(), 'blog', props);
  expect(make).toThrow(ConfigError);
  expect(make).toThrow(message);
  expect(make).toThrow(`[${code}]`);
});

test('the README names every property', () => {
  const source = readFileSync(join(root, 'stacks', 'wordpress', 'wordpress-props.ts'), 'utf8');
  const names = [...source.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name ?? '');
  const readme = readFileSync(join(root, 'stacks', 'wordpress', 'README.md'), 'utf8');
  expect(names.length).toBeGreaterThan(25);
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
