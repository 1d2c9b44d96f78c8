import type {
  DockerHost,
  FileProps,
  Mount,
  Network,
  PortMapping,
  Secret,
  SubnetProps,
} from 'portolan';

/** The database server of a {@link WordPress}. */
export interface WordPressDatabaseProps {
  /**
   * Kind of server.
   *
   * @default 'mariadb'
   */
  readonly engine?: 'mariadb' | 'mysql';

  /**
   * Tag of the image.
   *
   * @default - `11.4.2` of mariadb, `8.4` of mysql
   */
  readonly version?: string;

  /**
   * Number of the data. A new number makes a new, empty volume together with new passwords; raise it
   * when the old volume is half-initialised or its password is lost. The old volume is then destroyed;
   * `data` is not, and wants another place with the new number.
   *
   * @default 1
   */
  readonly generation?: number;

  /**
   * Where the data is kept, at `/var/lib/mysql`.
   *
   * @default - a named volume for each generation
   */
  readonly data?: Mount;

  /**
   * Whether Terraform refuses every plan that would destroy the data.
   *
   * @default false
   */
  readonly protect?: boolean;

  /**
   * Settings of the server's `[mysqld]` section, put into a file in `/etc/mysql/conf.d`:
   * `{ 'server-id': 100, 'log-bin': 'mysql-bin' }`.
   *
   * @default - none
   */
  readonly settings?: Readonly<Record<string, string | number>>;

  /**
   * Further files and mounts of the server, for instance a `my.cnf` of your own or
   * `docker-entrypoint-initdb.d` scripts.
   *
   * @default - none
   */
  readonly files?: readonly FileProps[];

  /**
   * Further mounts of the server, for instance `/data/conf.d:/etc/mysql/conf.d:ro`.
   *
   * @default - none
   */
  readonly volumes?: readonly (Mount | string)[];

  /**
   * Env files with `MYSQL_DATABASE`, `MYSQL_USER`, `MYSQL_PASSWORD` and `MYSQL_ROOT_PASSWORD`, instead
   * of generated passwords. The same values must be in `envFiles` of the WordPress.
   *
   * @default - the database `wordpress`, the user `wordpress` and generated passwords
   */
  readonly envFiles?: readonly string[];

  /**
   * Names of the server in the private network.
   *
   * @default ['db']
   */
  readonly aliases?: readonly string[];

  /**
   * Seconds that the server may take until WordPress can log in; the first start of an empty volume is
   * the longest. The apply fails after that, with what the server said.
   *
   * @default 60
   */
  readonly readyTimeoutSeconds?: number;
}

/** An installation of WordPress that needs no visit of its install page. */
export interface WordPressInstallProps {
  /** Title of the site. */
  readonly title: string;

  /** Name of the administrator. */
  readonly adminUser: string;

  /** Mail address of the administrator. */
  readonly adminEmail: string;

  /**
   * Password of the administrator.
   *
   * @default - a generated one, see `WordPress.adminPassword`
   */
  readonly adminPassword?: Secret;
}

/** Settings of a {@link WordPress}. */
export interface WordPressProps {
  /**
   * Tag of the image `wordpress`; one with Apache, as `fpm` and `cli` serve no web page.
   *
   * @default 'php8.3-apache'
   */
  readonly version?: string;

  /**
   * The engine that everything runs on.
   *
   * @default - the stack's host
   */
  readonly host?: DockerHost;

  /**
   * The database server.
   *
   * @default - MariaDB
   */
  readonly database?: WordPressDatabaseProps;

  /**
   * Where the site is opened on the host. Port 80 of all addresses would be `80:80`; a published port
   * passes ufw and firewalld.
   *
   * @default '127.0.0.1:8080:80'
   */
  readonly publish?: string | PortMapping;

  /**
   * Address that visitors use, for instance `https://blog.example.org`; without it WordPress keeps the
   * first address it is visited under.
   *
   * @default - the first visit decides
   */
  readonly siteUrl?: string;

  /**
   * Beginning of the table names.
   *
   * @default 'wp_'
   */
  readonly tablePrefix?: string;

  /**
   * Whether errors are shown on pages.
   *
   * @default false
   */
  readonly debug?: boolean;

  /**
   * PHP lines for `wp-config.php`.
   *
   * @default - none
   */
  readonly configExtra?: string;

  /**
   * Installs WordPress during the apply, under `siteUrl` or else `http://localhost` with the published
   * port.
   *
   * @default - the first visitor installs it
   */
  readonly install?: WordPressInstallProps;

  /**
   * Address block of the private network.
   *
   * @default - Docker picks one
   */
  readonly subnet?: SubnetProps;

  /**
   * Networks that WordPress is in beside the private one.
   *
   * @default - the default bridge, so that ports can be published and updates fetched
   */
  readonly networks?: readonly Network[];

  /**
   * Reaches the database over links instead of the private network's names: every name in the list is
   * a name of the database that only WordPress knows; the first is used. See `Container.link`.
   *
   * @default - by the database's alias
   */
  readonly links?: readonly string[];

  /**
   * Where plugins, themes and uploads are kept, at `/var/www/html/wp-content`. Not the whole
   * `/var/www/html`: that would keep the first version of WordPress for ever.
   *
   * @default - a named volume
   */
  readonly content?: Mount;

  /**
   * Env files for WordPress. A database whose passwords come from env files needs one here, with
   * `WORDPRESS_DB_HOST`, `WORDPRESS_DB_USER`, `WORDPRESS_DB_PASSWORD` and `WORDPRESS_DB_NAME`.
   *
   * @default - none
   */
  readonly envFiles?: readonly string[];
}
