import type { Deployer } from '../support/deployers';
import { DeployFailed } from '../support/deployers';
import { inspectContainer } from '../support/deployers-inspect';
import { testProgram } from '../support/deployers-project';
import { docker, eventually, newBench, tryDocker } from '../support/docker';

type Engine = 'mariadb' | 'mysql';

const [CHECK, WEB] = ['wordpress-mistakes-blog-db-ready', 'wordpress-mistakes-blog-web'] as const;
const IMAGE = { mariadb: 'mariadb:11.4.2', mysql: 'mysql:8.4' } as const;
const TIMEOUT_MS = 240_000;

/** How long the check may take; the program says twenty seconds. */
const CHECK_MS = 25_000;

/** A volume as it is found, and what the apply must say about it. */
export interface WrongState {
  readonly title: string;
  readonly prepare: (engine: Engine, volume: string) => Promise<unknown>;
  readonly said: RegExp;
}

/** Another installation's volume: its password is another one. */
export const STALE: WrongState = {
  title: 'a volume that was made with another password',
  prepare: (engine, volume) => makeData(engine, volume, { password: 'another-one' }),
  said: /cannot use its database after 20 seconds: ERROR 1045[\s\S]*Raise database.generation/,
};

/** What is left when the first start is killed before the account is made. */
export const HALF_MADE: WrongState = {
  title: 'a volume whose first start was killed',
  prepare: (engine, volume) => {
    const [program, ...words] = {
      mariadb: ['mariadb-install-db', '--user=mysql', '--datadir=/var/lib/mysql'],
      mysql: ['mysqld', '--initialize-insecure', '--user=mysql'],
    }[engine];
    const mount = `${volume}:/var/lib/mysql`;
    return docker(
      ...['run', '--rm', '-v', mount, '--entrypoint', program ?? '', IMAGE[engine]],
      ...words,
    );
  },
  said: /cannot use its database after 20 seconds: ERROR 1(045|130)[\s\S]*Raise database.generation/,
};

/** The account is there, and no database for it. */
export function withoutDatabase(password: string): WrongState {
  return {
    title: 'a volume with the account and without its database',
    prepare: (engine, volume) => makeData(engine, volume, { password, database: 'another' }),
    said: /cannot use its database after 20 seconds: ERROR 10(44|49)[\s\S]*Raise database.generation/,
  };
}

/** W4: a wrong state fails the apply with the cause, and the next apply puts it right. */
export function describeWrongState(
  { title, prepare, said }: WrongState,
  engine: Engine,
  deployer: Deployer,
): void {
  describe(`${title}, of ${engine}, ${deployer.title}`, () => {
    const bench = newBench('old-data');
    const volume = bench.name('data');
    const deployment = deployer.prepare(testProgram('wordpress-mistakes'), {
      ENGINE: engine,
      OLD_DATA: volume,
      MISTAKE: 'old-data',
    });

    beforeAll(() => prepare(engine, volume), TIMEOUT_MS);

    afterAll(async () => {
      await deployment.abandon();
      await bench.clean();
    }, TIMEOUT_MS);

    test(
      'W4 fails the apply within its time, with the cause and the way out',
      async () => {
        const failure = await deployment.deploy().then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure).toBeInstanceOf(DeployFailed);
        expect((failure as DeployFailed).output.replace(/[│\n ]+/g, ' ')).toMatch(said);
        expect(await runTimeOf(CHECK)).toBeLessThan(CHECK_MS);
        expect((await tryDocker('container', 'inspect', WEB)).status).toBe(1);
      },
      TIMEOUT_MS,
    );

    test(
      'W4 works after the next apply, with a volume of its own',
      async () => {
        await deployment.deploy({ MISTAKE: 'none' });
        await eventually(async () => {
          const answer = await fetch('http://localhost:8083/', {
            signal: AbortSignal.timeout(3_000),
          });
          expect(answer.url).toContain('/wp-admin/install.php');
        }, 60_000);
      },
      TIMEOUT_MS,
    );
  });
}

/** Lets a server make its data, and stops it. */
async function makeData(
  engine: Engine,
  volume: string,
  { password, database = 'wordpress' }: { password: string; database?: string },
): Promise<void> {
  const env = {
    ROOT_PASSWORD: 'another',
    USER: 'wordpress',
    PASSWORD: password,
    DATABASE: database,
  };
  const id = await docker(
    ...['run', '-d', '-v', `${volume}:/var/lib/mysql`],
    ...Object.entries(env).flatMap(([name, value]) => ['-e', `MYSQL_${name}=${value}`]),
    IMAGE[engine],
  );
  try {
    const client = engine === 'mysql' ? 'mysql' : 'mariadb';
    // Over TCP: the temporary server of the first start has none.
    const login = `MYSQL_PWD=${password} ${client} -h127.0.0.1 -uwordpress -e 'select 1'`;
    await eventually(() => docker('exec', id, 'sh', '-c', login), 60_000);
    await docker('stop', '--time', '30', id);
  } finally {
    await docker('rm', '-f', '-v', id);
  }
}

async function runTimeOf(container: string): Promise<number> {
  const { State } = await inspectContainer(container);
  const finishedAt = await docker('inspect', '--format', '{{.State.FinishedAt}}', container);
  return Date.parse(finishedAt) - Date.parse(State.StartedAt);
}
