import { byDockerCommands } from '../support/deployers-docker';
import { describeWithEngine } from '../support/needs';
import {
  answers,
  describeBlog,
  linksSurvive,
  survivesKills,
  survivesRecreation,
  survivesRestore,
  survivesUpgrade,
} from './wordpress-rows';
import { describeWrongState, HALF_MADE, STALE, withoutDatabase } from './wordpress-wrong-states';

const PASSWORD = 'the-database-password';

/** What Terraform would generate. */
const SECRETS = {
  MARIADB_PASSWORD: PASSWORD,
  MARIADB_ROOT_PASSWORD: 'the-root-password',
  MYSQL_PASSWORD: PASSWORD,
  MYSQL_ROOT_PASSWORD: 'the-root-password',
  WORDPRESS_DB_PASSWORD: PASSWORD,
  WP_PASSWORD: 'the-password-of-the-captain',
  ...Object.fromEntries(
    ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
      [`WORDPRESS_${name}_KEY`, `${name} key, long enough for a test`],
      [`WORDPRESS_${name}_SALT`, `${name} salt, long enough for a test`],
    ]),
  ),
};

describeWithEngine('the WordPress stack', () => {
  jest.setTimeout(120_000);
  const deployer = byDockerCommands(SECRETS);

  describeBlog('with MariaDB', deployer, { ENGINE: 'mariadb' }, [
    answers,
    survivesRestore,
    survivesKills,
    survivesRecreation,
    survivesUpgrade,
  ]);

  // W7: MySQL; here over links, too.
  const overLinks = { ENGINE: 'mysql', LINKS: 'db001 db002 db003 db004' };
  describeBlog('W7 with MySQL over links', deployer, overLinks, [
    answers,
    survivesKills,
    linksSurvive,
    survivesRecreation,
  ]);

  describeWrongState(STALE, 'mariadb', deployer);
  describeWrongState(HALF_MADE, 'mysql', deployer);
  describeWrongState(withoutDatabase(PASSWORD), 'mariadb', deployer);
});
