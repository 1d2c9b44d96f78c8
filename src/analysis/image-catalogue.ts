/** What an official image is known to read and to answer on. */
export interface CatalogueEntry {
  /** Variables that its start script or program reads. */
  readonly variables: readonly string[];

  /** Whether each of them may end in `_FILE` and name a file with the value. */
  readonly hasFileVariables?: boolean;

  /** TCP ports that it answers on unless it is configured otherwise; absent: only its configuration tells. */
  readonly ports?: readonly number[];

  /** Ports of variants, by a word of the tag. */
  readonly variants?: Readonly<Record<string, readonly number[]>>;

  /** Folders for data; whatever else is mounted may be configuration. */
  readonly dataFolders?: readonly string[];

  /** What whoever reaches it can do damage with, for messages: a database or administration interface. */
  readonly guards?: string;

  /** One of them must be set before it starts on an empty data folder. */
  readonly oneOf?: readonly string[];
}

const MARIADB_PASSWORDS = ['ROOT_PASSWORD', 'ALLOW_EMPTY_ROOT_PASSWORD', 'RANDOM_ROOT_PASSWORD'];
const MYSQL_VARIABLES = [
  'ROOT_PASSWORD',
  'ROOT_HOST',
  'DATABASE',
  'USER',
  'PASSWORD',
  'ALLOW_EMPTY_PASSWORD',
  'RANDOM_ROOT_PASSWORD',
  'INITDB_SKIP_TZINFO',
].map((name) => `MYSQL_${name}`);
const MYSQL_FOLDERS = ['/var/lib/mysql', '/docker-entrypoint-initdb.d'];
const WORDPRESS_SALTS = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
  `${name}_KEY`,
  `${name}_SALT`,
]);

/** Official images by their name on Docker Hub. */
export const CATALOGUE: Readonly<Record<string, CatalogueEntry>> = {
  mariadb: {
    variables: [
      ...MARIADB_PASSWORDS,
      'ROOT_PASSWORD_HASH',
      'ROOT_HOST',
      'DATABASE',
      'USER',
      'PASSWORD',
      'PASSWORD_HASH',
      'USER_HOST',
      'INITDB_SKIP_TZINFO',
      'AUTO_UPGRADE',
      'DISABLE_UPGRADE_BACKUP',
      'HEALTHCHECK_GRANTS',
      'MYSQL_LOCALHOST_USER',
      'MYSQL_LOCALHOST_GRANTS',
      'REPLICATION_USER',
      'REPLICATION_PASSWORD',
      'REPLICATION_PASSWORD_HASH',
      'MASTER_HOST',
      'MASTER_PORT',
    ]
      .map((name) => `MARIADB_${name}`)
      .concat(MYSQL_VARIABLES),
    hasFileVariables: true,
    ports: [3306],
    dataFolders: MYSQL_FOLDERS,
    guards: 'MariaDB',
    oneOf: [
      ...[...MARIADB_PASSWORDS, 'ROOT_PASSWORD_HASH'].map((name) => `MARIADB_${name}`),
      'MYSQL_ROOT_PASSWORD',
      'MYSQL_ALLOW_EMPTY_PASSWORD',
      'MYSQL_RANDOM_ROOT_PASSWORD',
    ],
  },
  mysql: {
    variables: [...MYSQL_VARIABLES, 'MYSQL_ONETIME_PASSWORD'],
    hasFileVariables: true,
    ports: [3306, 33060],
    dataFolders: MYSQL_FOLDERS,
    guards: 'MySQL',
    oneOf: ['MYSQL_ROOT_PASSWORD', 'MYSQL_ALLOW_EMPTY_PASSWORD', 'MYSQL_RANDOM_ROOT_PASSWORD'],
  },
  postgres: {
    variables: [
      'POSTGRES_PASSWORD',
      'POSTGRES_USER',
      'POSTGRES_DB',
      'POSTGRES_INITDB_ARGS',
      'POSTGRES_INITDB_WALDIR',
      'POSTGRES_HOST_AUTH_METHOD',
      'PGDATA',
    ],
    hasFileVariables: true,
    ports: [5432],
    guards: 'PostgreSQL',
    dataFolders: ['/var/lib/postgresql', '/docker-entrypoint-initdb.d'],
    oneOf: ['POSTGRES_PASSWORD', 'POSTGRES_HOST_AUTH_METHOD'],
  },
  wordpress: {
    variables: [
      'DB_HOST',
      'DB_USER',
      'DB_PASSWORD',
      'DB_NAME',
      'DB_CHARSET',
      'DB_COLLATE',
      'TABLE_PREFIX',
      'DEBUG',
      'CONFIG_EXTRA',
      ...WORDPRESS_SALTS,
    ]
      .map((name) => `WORDPRESS_${name}`)
      .concat('APACHE_RUN_USER', 'APACHE_RUN_GROUP'),
    hasFileVariables: true,
    ports: [80],
    variants: { cli: [], fpm: [9000] },
    dataFolders: ['/var/www/html'],
  },
  mongo: {
    variables: [
      'MONGO_INITDB_ROOT_USERNAME',
      'MONGO_INITDB_ROOT_PASSWORD',
      'MONGO_INITDB_DATABASE',
    ],
    hasFileVariables: true,
    ports: [27017],
    guards: 'MongoDB',
    dataFolders: ['/data/db', '/data/configdb', '/docker-entrypoint-initdb.d'],
  },
  redis: { variables: [], ports: [6379], dataFolders: ['/data'], guards: 'Redis' },
  memcached: { variables: [], ports: [11211], guards: 'memcached' },
  rabbitmq: {
    variables: [
      'RABBITMQ_DEFAULT_USER',
      'RABBITMQ_DEFAULT_PASS',
      'RABBITMQ_DEFAULT_VHOST',
      'RABBITMQ_NODENAME',
      'RABBITMQ_ERLANG_COOKIE',
    ],
    ports: [4369, 5671, 5672, 15671, 15672, 15691, 15692, 25672],
    dataFolders: ['/var/lib/rabbitmq'],
  },
  nginx: {
    variables: [
      'NGINX_ENVSUBST_TEMPLATE_DIR',
      'NGINX_ENVSUBST_TEMPLATE_SUFFIX',
      'NGINX_ENVSUBST_OUTPUT_DIR',
      'NGINX_ENVSUBST_FILTER',
      'NGINX_ENTRYPOINT_QUIET_LOGS',
      'NGINX_ENTRYPOINT_WORKER_PROCESSES_AUTOTUNE',
    ],
    ports: [80],
    dataFolders: ['/usr/share/nginx/html'],
  },
  httpd: { variables: [], ports: [80], dataFolders: ['/usr/local/apache2/htdocs'] },
  tomcat: {
    variables: ['CATALINA_OPTS', 'CATALINA_BASE', 'CATALINA_HOME', 'JAVA_OPTS', 'JAVA_HOME'],
    ports: [8080],
    dataFolders: ['/usr/local/tomcat/webapps'],
  },
  haproxy: { variables: [] },
  phpmyadmin: {
    variables: [
      'PMA_HOST',
      'PMA_HOSTS',
      'PMA_PORT',
      'PMA_PORTS',
      'PMA_USER',
      'PMA_PASSWORD',
      'PMA_ARBITRARY',
      'PMA_ABSOLUTE_URI',
      'MYSQL_ROOT_PASSWORD',
      'MYSQL_USER',
      'MYSQL_PASSWORD',
      'UPLOAD_LIMIT',
    ],
    hasFileVariables: true,
    ports: [80],
    guards: 'phpMyAdmin',
    variants: { fpm: [9000] },
  },
};
