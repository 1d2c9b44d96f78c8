import { byTerraform } from '../support/deployers-terraform';
import { describeWithProvider } from '../support/needs';
import {
  answers,
  describeBlog,
  linksSurvive,
  survivesKills,
  survivesRecreation,
  survivesUpgrade,
} from '../stacks/wordpress-rows';
import { describeWrongState, HALF_MADE, STALE } from '../stacks/wordpress-wrong-states';

describeWithProvider(['3.6.2', '4.5.0'], 'the WordPress stack', ({ version }) => {
  describeBlog('with MariaDB', byTerraform(version), { ENGINE: 'mariadb' }, [
    answers,
    survivesKills,
    survivesRecreation,
    survivesUpgrade,
  ]);
});

// W7: MySQL, here over links, too. The other rows take a quarter of an hour with one version each.
describeWithProvider(['4.5.0'], 'the WordPress stack', ({ version }) => {
  const deployer = byTerraform(version);
  const overLinks = { ENGINE: 'mysql', LINKS: 'db001 db002 db003 db004' };
  describeBlog('W7 with MySQL over links', deployer, overLinks, [
    answers,
    survivesKills,
    linksSurvive,
    survivesRecreation,
  ]);
  describeWrongState(HALF_MADE, 'mysql', deployer);
});

describeWithProvider(['3.6.2'], 'the WordPress stack', ({ version }) => {
  describeWrongState(STALE, 'mariadb', byTerraform(version));
});
