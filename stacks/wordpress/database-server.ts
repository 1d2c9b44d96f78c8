import type { Construct } from 'constructs';
import {
  Container,
  Healthcheck,
  OneShot,
  Secret,
  Volume,
  type BridgeNetwork,
  type ContainerProps,
  type DockerHost,
  type EnvValue,
  type FileProps,
} from 'portolan';
import { checkLogin, LOGIN, type DatabaseEngine } from './login-check';
import type { WordPressDatabaseProps } from './wordpress-props';

/** Log files of at most 10 MB, three of them. */
export const LOGS = {
  logDriver: 'json-file',
  logOptions: { 'max-size': '10m', 'max-file': '3' },
} as const;

/** Account and database that WordPress uses. */
const NAME = 'wordpress';

const DEFAULT_VERSION = { mariadb: '11.4.2', mysql: '8.4' };
const HEALTH_TIMES = { interval: '5s', timeout: '5s', startPeriod: '60s', retries: 3 };

/** A MariaDB or MySQL server in a private network, and a check that WordPress can log in to it. */
export class DatabaseServer {
  readonly container: Container;

  /** Completes when WordPress's account can use its database; fails with the cause. */
  readonly ready: OneShot;

  /** Name of the server in the private network. */
  readonly name: string;

  /** `WORDPRESS_DB_*` variables less the host; none when env files bring them. */
  readonly access: Readonly<Record<string, EnvValue>>;

  private readonly engine: DatabaseEngine;
  private readonly common: Pick<ContainerProps, 'image' | 'host' | 'env' | 'envFiles'>;

  constructor(
    private readonly scope: Construct,
    private readonly network: BridgeNetwork,
    private readonly props: WordPressDatabaseProps & { readonly host?: DockerHost },
  ) {
    const { engine = 'mariadb', version = DEFAULT_VERSION[engine], envFiles, host } = props;
    const passwords = envFiles === undefined ? this.generatePasswords() : undefined;
    const env = passwords === undefined ? {} : accountEnv(engine, passwords.user);
    this.engine = engine;
    this.name = props.aliases?.[0] ?? 'db';
    this.access = passwords === undefined ? {} : clientEnv(passwords.user);
    this.common = { image: `${engine}:${version}`, host, env, envFiles };
    this.container = this.createServer(passwords?.root);
    this.ready = this.createCheck();
  }

  private createServer(rootPassword: Secret | undefined): Container {
    const { network, props, engine, common } = this;
    const { aliases = [this.name], volumes = [], files = [], settings } = props;
    const upgrade: Record<string, EnvValue> =
      engine === 'mariadb' ? { MARIADB_AUTO_UPGRADE: 1 } : {};
    const root = rootPassword === undefined ? {} : rootEnv(engine, rootPassword);
    return new Container(this.scope, 'db', {
      ...common,
      env: { ...common.env, ...root, ...upgrade },
      networks: [{ network, aliases }],
      volumes: [props.data ?? this.dataVolume().at('/var/lib/mysql'), ...volumes],
      files: [...settingsFile(settings), ...files],
      healthcheck: Healthcheck.shell(`${LOGIN[engine]} -h127.0.0.1 -e 'select 1'`, HEALTH_TIMES),
      restart: 'unless-stopped',
      securityOpts: ['no-new-privileges'],
      stopGraceSeconds: 30,
      ...LOGS,
    });
  }

  private createCheck(): OneShot {
    const { readyTimeoutSeconds = 60 } = this.props;
    return new OneShot(this.scope, 'db-ready', {
      ...this.common,
      entrypoint: ['sh', '-c', checkLogin(this.engine, this.name, readyTimeoutSeconds)],
      // The id makes the check run again for a server that was replaced.
      env: { ...this.common.env, DB_CONTAINER: this.container.id },
      networks: [this.network],
      ...LOGS,
    });
  }

  /** Passwords belong to the data they were written into, so they carry its number. */
  private generatePasswords(): Passwords {
    const id = `password-${String(this.props.generation ?? 1)}`;
    return {
      user: Secret.generated(this.scope, id),
      root: Secret.generated(this.scope, `root-${id}`),
    };
  }

  private dataVolume(): Volume {
    const { generation = 1, protect = false } = this.props;
    return new Volume(this.scope, `db-data-${String(generation)}`, {
      protect,
      host: this.props.host,
    });
  }
}

interface Passwords {
  readonly user: Secret;
  readonly root: Secret;
}

const PREFIX = { mariadb: 'MARIADB', mysql: 'MYSQL' } as const;

/** What the server makes WordPress's account from, and what the check logs in with. */
function accountEnv(engine: DatabaseEngine, password: Secret): Record<string, EnvValue> {
  const prefix = PREFIX[engine];
  return {
    [`${prefix}_DATABASE`]: NAME,
    [`${prefix}_USER`]: NAME,
    [`${prefix}_PASSWORD`]: password,
  };
}

/** Root may log in inside the container alone. */
function rootEnv(engine: DatabaseEngine, password: Secret): Record<string, EnvValue> {
  const prefix = PREFIX[engine];
  return { [`${prefix}_ROOT_PASSWORD`]: password, [`${prefix}_ROOT_HOST`]: 'localhost' };
}

function clientEnv(password: Secret): Record<string, EnvValue> {
  return {
    WORDPRESS_DB_USER: NAME,
    WORDPRESS_DB_PASSWORD: password,
    WORDPRESS_DB_NAME: NAME,
  };
}

function settingsFile(settings: WordPressDatabaseProps['settings']): FileProps[] {
  if (settings === undefined) return [];
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${String(value)}`);
  return [{ path: '/etc/mysql/conf.d/portolan.cnf', content: `[mysqld]\n${lines.join('\n')}\n` }];
}
