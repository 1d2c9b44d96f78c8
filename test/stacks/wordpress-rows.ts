import type { Deployer, Deployment, Env } from '../support/deployers';
import { inspectContainer } from '../support/deployers-inspect';
import { testProgram } from '../support/deployers-project';
import { docker, eventually } from '../support/docker';
import { describeDeployed } from '../support/recipes';
import { addressOf, idOf, inside, withAddressTaken } from '../support/recipes-probes';
import { Site } from './wordpress-site';

const [DB, WEB] = ['wordpress-blog-blog-db', 'wordpress-blog-blog-web'] as const;
const [INSTALL, BACK] = ['wordpress-blog-blog-install', 'wordpress-blog-blog-back'] as const;
const LINK = 'wordpress-blog-blog-web-link-blog-db';
const POST = 'The first voyage';

/** A WordPress on its way through everything that happens to one. */
export interface Blog {
  readonly deployment: Deployment;
  readonly site: Site;

  /** Network in which WordPress reaches the database. */
  readonly network: string;
}

/** Deploys the blog in the variant that the environment says, and runs the rows on it. */
export function describeBlog(
  title: string,
  deployer: Deployer,
  env: Env,
  rows: readonly ((blog: Blog) => void)[],
): void {
  const program = testProgram('wordpress-blog');
  const network = env['LINKS'] === undefined ? BACK : LINK;
  const site = new Site('http://localhost:8082');
  const body = (deployment: Deployment): void => {
    for (const row of rows) row({ deployment, site, network });
  };
  describeDeployed(title, deployer, program, body, env);
}

/** W1: answers, is installed, a post can be written. */
export function answers({ site }: Blog): void {
  test('W1 the front page answers within 15 seconds of the apply, with the title', async () => {
    expect(await eventually(() => site.frontPage(), 15_000)).toContain('Sea stories');
  });

  test('W1 the administrator logs in and publishes a post', async () => {
    await site.logIn('captain', await adminPassword());
    await site.publish(POST);
    expect(await site.titles()).toContain(POST);
  });
}

/** W2: the database is killed, as by the kernel that runs out of memory. */
export function survivesKills({ site }: Blog): void {
  test.each([1, 2, 3, 4, 5])(
    'W2 the post is there within 5 seconds of the restart of a killed database, %i',
    async () => {
      const { State: before } = await inspectContainer(DB);
      const kill = ['kill', '-9', String(before.Pid)];
      await docker('run', '--rm', '--pid', 'host', 'busybox:1.36', ...kill);
      expect(await eventually(() => site.titles(), 20_000)).toContain(POST);
      const backAt = Date.now();
      // Docker waits longer from restart to restart: that is not counted.
      const { State: after } = await inspectContainer(DB);
      expect(after.StartedAt).not.toBe(before.StartedAt);
      expect(backAt - Date.parse(after.StartedAt)).toBeLessThan(5_000);
    },
  );
}

/** The commands of the README; for MariaDB. */
export function survivesRestore({ site }: Blog): void {
  test('a backup by the README brings back what was lost', async () => {
    const login = '-u"$MARIADB_USER" "$MARIADB_DATABASE"';
    const onDatabase = (command: string): Promise<string> =>
      docker('exec', DB, 'sh', '-c', `export MYSQL_PWD="$MARIADB_PASSWORD"; ${command}`);
    await onDatabase(`mariadb-dump --single-transaction ${login} > /tmp/blog.sql`);
    await onDatabase(`mariadb ${login} -e 'drop table wp_posts'`);
    await expect(site.titles()).resolves.not.toContain(POST);
    await onDatabase(`mariadb ${login} < /tmp/blog.sql`);
    expect(await site.titles()).toContain(POST);
  });
}

/** W3: both containers are made anew. */
export function survivesRecreation({ deployment, site, network }: Blog): void {
  test('W3 the post is there within 5 seconds after both were re-created on other addresses', async () => {
    const addresses = (): Promise<string[]> =>
      Promise.all([addressOf(DB, network), addressOf(WEB, network)]);
    const [db, web] = await addresses();
    await docker('rm', '-f', '-v', DB, WEB);
    await withAddressTaken(network, () => deployment.deploy());
    expect(await eventually(() => site.titles(), 5_000)).toContain(POST);
    const [newDb, newWeb] = await addresses();
    expect(newDb).not.toBe(db);
    expect(newWeb).not.toBe(web);
    expect(await site.isLoggedIn()).toBe(true);
  });
}

/** W5: a newer WordPress on the same content. */
export function survivesUpgrade({ deployment, site }: Blog): void {
  test('W5 a newer core keeps posts, content and login', async () => {
    const [database, before] = [await idOf(DB), await coreVersion()];
    await docker('exec', WEB, 'sh', '-c', 'echo kept > wp-content/uploads.txt');
    await deployment.deploy({ WORDPRESS_VERSION: '6.8-apache' });
    expect(before).toMatch(/^6\.1/);
    expect(await coreVersion()).toMatch(/^6\.8/);
    await site.upgradeTables();
    expect(await site.titles()).toContain(POST);
    expect(await site.isLoggedIn()).toBe(true);
    expect(await docker('exec', WEB, 'cat', 'wp-content/uploads.txt')).toBe('kept');
    expect(await idOf(DB)).toBe(database);
  });
}

/** W6: links outlive their target. */
export function linksSurvive({ deployment, site, network }: Blog): void {
  test('W6 the links work on after the database was re-created, and after a restart of WordPress', async () => {
    const [before, web] = [await addressOf(DB, network), await idOf(WEB)];
    await docker('rm', '-f', '-v', DB);
    await withAddressTaken(network, () => deployment.deploy());
    expect(await addressOf(DB, network)).not.toBe(before);
    expect(await idOf(WEB)).toBe(web);
    expect(await inside(WEB).resolve('db004')).toEqual([await addressOf(DB, network)]);
    expect(await eventually(() => site.titles(), 15_000)).toContain(POST);
    await docker('restart', WEB);
    expect(await eventually(() => site.titles(), 15_000)).toContain(POST);
  });
}

/** Password of the administrator, where the installer has it. */
export async function adminPassword(): Promise<string> {
  const { Config } = await inspectContainer(INSTALL);
  const variable = Config.Env.find((line) => line.startsWith('WP_PASSWORD=')) ?? '';
  return variable.replace('WP_PASSWORD=', '');
}

function coreVersion(): Promise<string> {
  const program = 'require "/var/www/html/wp-includes/version.php"; echo $wp_version;';
  return docker('exec', WEB, 'php', '-r', program);
}
