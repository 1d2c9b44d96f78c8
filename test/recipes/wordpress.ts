import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deployer } from '../support/deployers';
import { inspectContainer } from '../support/deployers-inspect';
import { exampleProgram, testProgram } from '../support/deployers-project';
import { docker, eventually } from '../support/docker';
import { describeDeployed } from '../support/recipes';
import {
  addressOf,
  idOf,
  inside,
  insideNetwork,
  withAddressTaken,
} from '../support/recipes-probes';

const NET = 'wordpress_net';
const [LINKED_DB, LINKED_WEB] = ['wordpress-links-blog-db', 'wordpress-links-blog-web'] as const;
const LINK = 'wordpress-links-blog-web-link-blog-db';
const LINK_NAMES = ['db001', 'db002', 'db003', 'db004'] as const;
const [FILES_DB, FILES_WEB] = [
  'wordpress-env-files-blog-db',
  'wordpress-env-files-blog-web',
] as const;

/** R10 to R12: WordPress on a user network, over links, and with env files; and the stack's defaults. */
export function wordpressRecipes(deployer: Deployer): void {
  stackRecipe(deployer);
  plainRecipe(deployer);
  linksRecipe(deployer);
  envFilesRecipe(deployer);
  classicMistakes(deployer);
}

/** The stack with its defaults. */
function stackRecipe(deployer: Deployer): void {
  describeDeployed('wordpress', deployer, exampleProgram('wordpress'), () => {
    test('W1 the install page answers within 15 seconds of the apply', async () => {
      await answersWithInstallPage(15_000, 'http://127.0.0.1:8080');
    });

    test('the database has no way out, and nobody on the default bridge a way in', async () => {
      const web = await addressOf('wordpress-blog-web', 'bridge');
      expect(await insideNetwork('bridge').canConnect(web, 80)).toBe(true);
      expect(await inside('wordpress-blog-db').canConnect(web, 80)).toBe(false);
      const address = await addressOf('wordpress-blog-db', 'wordpress-blog-back');
      const view = insideNetwork('bridge');
      expect(await view.canConnect(address, 3306)).toBe(false);
    });
  });
}

/** R10: bare constructs, data on the host. */
function plainRecipe(deployer: Deployer): void {
  const data = mkdtempSync(join(tmpdir(), 'portolan-data-'));
  const env = { DATA: data };

  describeDeployed(
    'wordpress-plain',
    deployer,
    exampleProgram('wordpress-plain'),
    () => {
      // The servers write as users of their own, whose files only root can delete.
      afterAll(async () => {
        const remove = 'rm -rf /data/mysql /data/wordpress';
        await docker('run', '--rm', '-v', `${data}:/data`, 'busybox:1.36', 'sh', '-c', remove);
        rmSync(data, { recursive: true });
      });

      test('R10 the install page answers on port 80', async () => {
        await answersWithInstallPage(50_000);
      });

      test('R10 WordPress finds the database by its name', async () => {
        expect(await docker('exec', 'wordpress', 'printenv', 'WORDPRESS_DB_HOST')).toBe('db001');
        expect(await inside('wordpress').resolve('db001')).toEqual([await addressOf('db001', NET)]);
        expect(await inside('wordpress').canConnect('db001', 3306)).toBe(true);
      });

      test.each([
        ['db001', 'mysql', '/var/lib/mysql'],
        ['wordpress', 'wordpress', '/var/www/html'],
      ])("R10 %s keeps its data in the host's folder %s", async (name, folder, path) => {
        const { HostConfig } = await inspectContainer(name);
        const binds = (HostConfig.Binds ?? []).map((bind) => bind.replace(/:rw$/, ''));
        expect(binds).toContain(`${data}/${folder}:${path}`);
        expect(HostConfig.RestartPolicy.Name).toBe('always');
      });

      test('R10 it answers again after both were restarted', async () => {
        await docker('restart', 'db001', 'wordpress');
        await answersWithInstallPage(30_000);
      });
    },
    env,
  );
}

/** R11: the database's names are known to WordPress alone. */
function linksRecipe(deployer: Deployer): void {
  const program = exampleProgram('wordpress-links');
  describeDeployed('wordpress-links', deployer, program, (deployment) => {
    test('R11 the install page answers on port 80', async () => {
      await answersWithInstallPage();
    });

    test.each(LINK_NAMES)('R11 WordPress reaches the database as %s', async (name) => {
      const view = inside(LINKED_WEB);
      expect(await view.resolve(name)).toEqual([await addressOf(LINKED_DB, LINK)]);
      expect(await view.canConnect(name, 3306)).toBe(true);
    });

    test('R11 the first name is the database host', async () => {
      const host = await docker('exec', LINKED_WEB, 'printenv', 'WORDPRESS_DB_HOST');
      expect(host).toBe(LINK_NAMES[0]);
    });

    test('R11 the database publishes nothing', async () => {
      expect(await docker('port', LINKED_DB)).toBe('');
    });

    test('R11 nobody else on the default bridge finds or reaches the database', async () => {
      const stranger = await docker('run', '-d', '--init', 'busybox:1.36', 'sleep', '600');
      try {
        const view = inside(stranger);
        for (const name of LINK_NAMES) expect(await view.resolve(name)).toEqual([]);
        for (const network of [LINK, 'wordpress-links-blog-back']) {
          expect(await view.canConnect(await addressOf(LINKED_DB, network), 3306)).toBe(false);
        }
      } finally {
        await docker('rm', '-f', stranger);
      }
    });

    test('R11 the links survive a re-creation of the database on another address', async () => {
      const [before, web] = [await addressOf(LINKED_DB, LINK), await idOf(LINKED_WEB)];
      await docker('rm', '-f', '-v', LINKED_DB);
      await withAddressTaken(LINK, () => deployment.deploy());
      expect(await addressOf(LINKED_DB, LINK)).not.toBe(before);
      expect(await idOf(LINKED_WEB)).toBe(web);
      await answersWithInstallPage();
    });
  });
}

/** R12: MySQL, env files, a mounted my.cnf. */
function envFilesRecipe(deployer: Deployer): void {
  const program = exampleProgram('wordpress-env-files');
  describeDeployed('wordpress-env-files', deployer, program, () => {
    test('R12 the install page answers on port 80', async () => {
      await answersWithInstallPage();
    });

    test.each([
      [FILES_DB, 'MYSQL_USER', 'wpuser'],
      [FILES_DB, 'MYSQL_PASSWORD', 'wppass'],
      [FILES_WEB, 'WORDPRESS_DB_HOST', 'mysql:3306'],
      [FILES_WEB, 'WORDPRESS_DB_USER', 'wpuser'],
      [FILES_WEB, 'WORDPRESS_DB_PASSWORD', 'wppass'],
    ])('R12 %s has %s from its env file', async (name, variable, value) => {
      expect(await docker('exec', name, 'printenv', variable)).toBe(value);
    });

    test('R12 the server has the settings of my.cnf', async () => {
      const login = 'MYSQL_PWD="$MYSQL_ROOT_PASSWORD" exec mysql -uroot -N -e';
      const query = `${login} 'select @@server_id, @@log_bin, @@log_bin_basename'`;
      const said = await docker('exec', FILES_DB, 'sh', '-c', query);
      expect(said.split('\t')).toEqual(['100', '1', '/var/lib/mysql/mysql-bin']);
    });
  });
}

/** R12: what people get wrong, and what they are told. */
function classicMistakes(deployer: Deployer): void {
  const program = testProgram('wordpress-mistakes');

  describe(`wordpress-mistakes ${deployer.title}`, () => {
    const deployment = deployer.prepare(program);

    afterAll(() => deployment.abandon());

    test('R12 rejects MSYQL_PASSWORD at the apply, with what the server said and what to do', async () => {
      await expect(deployment.deploy({ MISTAKE: 'misspelt' })).rejects.toMatchObject({
        output: expect.stringMatching(
          /cannot use its database after 20 seconds: .*1045[\s\S]*a variable is misspelt/,
        ) as string,
      });
    });

    test('R12 rejects an image variant that serves no web page before anything is made', async () => {
      await expect(deployment.deploy({ MISTAKE: 'cli' })).rejects.toMatchObject({
        output: expect.stringContaining("version 'cli' serves no web page") as string,
      });
    });
  });
}

/** The page that a WordPress without tables shows; it needs the database. */
function answersWithInstallPage(deadlineMs = 15_000, url = 'http://127.0.0.1:80'): Promise<void> {
  return eventually(async () => {
    // A request that meets a server on its way up may hang.
    const answer = await fetch(`${url}/`, { signal: AbortSignal.timeout(5_000) });
    expect(answer.url).toContain('/wp-admin/install.php');
    expect(await answer.text()).toContain('<form id="setup"');
  }, deadlineMs);
}
