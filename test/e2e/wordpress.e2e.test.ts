import { byTerraform } from '../support/deployers-terraform';
import { describeWithProvider } from '../support/needs';
import {
  adminPassword,
  answers,
  describeBlog,
  linksSurvive,
  survivesKills,
  survivesRecreation,
  survivesUpgrade,
  type Blog,
} from '../stacks/wordpress-rows';
import { describeWrongState, HALF_MADE, STALE } from '../stacks/wordpress-wrong-states';

describeWithProvider(['3.6.2', '4.5.0'], 'the WordPress stack', ({ version }) => {
  describeBlog('with MariaDB', byTerraform(version), { ENGINE: 'mariadb' }, [
    answers,
    handsOutPassword,
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

/** What only a deployment by Terraform can do. */
interface RunsTerraform {
  terraform(command: string, ...words: readonly string[]): Promise<{ readonly output: string }>;
}

function handsOutPassword({ deployment }: Blog): void {
  test('W1 the output has the generated password', async () => {
    const byOutput = deployment as unknown as RunsTerraform;
    const { output } = await byOutput.terraform('output', '-raw', 'admin-password');
    expect(output).toMatch(/^\w{32}$/);
    expect(output).toBe(await adminPassword());
  });
}
