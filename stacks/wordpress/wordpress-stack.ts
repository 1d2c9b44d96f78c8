import { Construct } from 'constructs';
import {
  BridgeNetwork,
  Container,
  Healthcheck,
  NetworkMode,
  OneShot,
  Secret,
  Volume,
  type DefaultBridge,
  type EnvValue,
  type Network,
} from 'portolan';
import { checkWordPress } from './check-props';
import { DatabaseServer, LOGS } from './database-server';
import { INSTALL_SCRIPT } from './install-script';
import type { WordPressInstallProps, WordPressProps } from './wordpress-props';

/**
 * WordPress with a MariaDB or MySQL of its own in a private network; only WordPress is published.
 * The apply is done when WordPress can log in to its database and answers, and fails with the cause
 * otherwise. Passwords and salts are generated and kept in Terraform's state.
 *
 * @throws ConfigError naming the construct and the wrong value
 * @example
 * ```ts
 * const blog = new WordPress(stack, 'blog', { publish: '127.0.0.1:8080:80' });
 * ```
 */
export class WordPress extends Construct {
  /** The web server. */
  readonly web: Container;

  /** The database server. */
  readonly database: Container;

  /** The network that the two share; it has no way out. */
  readonly network: BridgeNetwork;

  /** Password of the administrator, when `install` is given. */
  readonly adminPassword: Secret | undefined;

  constructor(scope: Construct, id: string, props: WordPressProps = {}) {
    super(scope, id);
    checkWordPress(props, this.node.path);
    const { host, subnet } = props;
    this.network = new BridgeNetwork(this, 'back', {
      internal: true,
      host,
      ...(subnet === undefined ? {} : { subnets: [subnet] }),
    });
    const server = new DatabaseServer(this, this.network, { ...props.database, host });
    this.database = server.container;
    this.web = this.createWeb(props, server);
    this.adminPassword = this.addInstaller(props.install);
  }

  private createWeb(props: WordPressProps, server: DatabaseServer): Container {
    const { version = 'php8.3-apache', host, links, envFiles, content } = props;
    const isLinked = links !== undefined;
    const outside: readonly (Network | DefaultBridge)[] = props.networks ?? [NetworkMode.bridge];
    const web = new Container(this, 'web', {
      image: `wordpress:${version}`,
      host,
      networks: isLinked ? outside : [...outside, this.network],
      publish: [props.publish ?? '127.0.0.1:8080:80'],
      env: { ...server.access, ...this.webEnv(props, links?.[0] ?? server.name) },
      envFiles,
      volumes: [content ?? new Volume(this, 'content', { host }).at('/var/www/html/wp-content')],
      healthcheck: Healthcheck.shell('curl -fsS -o /dev/null http://127.0.0.1/wp-login.php', {
        interval: '5s',
        timeout: '10s',
        startPeriod: '30s',
      }),
      waitHealthy: { timeoutSeconds: 120 },
      restart: 'unless-stopped',
      securityOpts: ['no-new-privileges'],
      ...LOGS,
    });
    if (isLinked) web.link(this.database, ...links);
    web.dependsOn(server.ready, 'completed');
    return web;
  }

  private webEnv(props: WordPressProps, databaseHost: string): Record<string, EnvValue> {
    const { database, tablePrefix, debug } = props;
    return {
      ...(database?.envFiles === undefined ? { WORDPRESS_DB_HOST: databaseHost } : {}),
      ...(tablePrefix === undefined ? {} : { WORDPRESS_TABLE_PREFIX: tablePrefix }),
      ...(debug === true ? { WORDPRESS_DEBUG: 1 } : {}),
      WORDPRESS_CONFIG_EXTRA: configExtra(props),
      ...this.salts(),
    };
  }

  /** Without them each new container would log everybody out. */
  private salts(): Record<string, Secret> {
    const names = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'];
    const keys = names.flatMap((name) => [`WORDPRESS_${name}_KEY`, `WORDPRESS_${name}_SALT`]);
    return Object.fromEntries(
      keys.map((key) => [key, Secret.generated(this, key.toLowerCase(), { length: 64 })]),
    );
  }

  private addInstaller(install: WordPressInstallProps | undefined): Secret | undefined {
    if (install === undefined) return undefined;
    const { title, adminUser, adminEmail } = install;
    const port = this.web.hostPort(80);
    const adminPassword = install.adminPassword ?? Secret.generated(this, 'admin-password');
    const installer = new OneShot(this, 'install', {
      image: this.web.resource.imageInput ?? '',
      host: this.web.host,
      entrypoint: ['php', '-r', INSTALL_SCRIPT],
      env: {
        WP_TITLE: title,
        WP_USER: adminUser,
        WP_EMAIL: adminEmail,
        WP_PASSWORD: adminPassword,
        WP_HOST: port === 80 ? 'localhost' : `localhost:${String(port)}`,
        WP_DATABASE: this.database.id,
      },
      networkMode: NetworkMode.container(this.web),
    });
    installer.dependsOn(this.web, 'healthy');
    return adminPassword;
  }
}

function configExtra({ siteUrl, configExtra: extra }: WordPressProps): string {
  const quoted = siteUrl?.replace(/\/$/, '').replace(/['\\]/g, '\\$&');
  return [
    "define('DISALLOW_FILE_EDIT', true);",
    ...(quoted === undefined
      ? []
      : [`define('WP_HOME', '${quoted}');`, `define('WP_SITEURL', '${quoted}');`]),
    ...(extra === undefined ? [] : [extra]),
  ].join('\n');
}
