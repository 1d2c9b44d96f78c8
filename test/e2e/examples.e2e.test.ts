import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { exampleProgram } from '../support/deployers-project';
import { byTerraform } from '../support/deployers-terraform';
import { eventually } from '../support/docker';
import { connect, freshInterface, Namespace } from '../support/lan-namespace';
import { describeWithNamespaces, describeWithProvider } from '../support/needs';
import { describeDeployed } from '../support/recipes';
import { addressOf, inside, insideNetwork } from '../support/recipes-probes';

const root = resolve(__dirname, '..', '..');

/** Examples that the suites with Terraform deploy: what they ask `exampleProgram` for. */
function deployedExamples(): string[] {
  const folders = [join(root, 'test', 'e2e'), join(root, 'test', 'recipes')];
  const files = folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)));
  const suites = files.filter((file) => !file.endsWith('.int.test.ts'));
  const names = suites.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/exampleProgram\(\s*'([\w-]+)'/g)].map(
      ([, name = '']) => name,
    ),
  );
  return [...new Set(names)].sort();
}

test('every example is deployed by a suite', () => {
  expect(deployedExamples()).toEqual(readdirSync(join(root, 'examples')).sort());
});

describeWithProvider(['3.6.2', '4.5.0'], 'examples', ({ version }) => {
  const deployer = byTerraform(version);

  describeDeployed('first-stack', deployer, exampleProgram('first-stack'), () => {
    test('first-stack answers on port 8080 of this machine', async () => {
      const answer = await fetch('http://127.0.0.1:8080/');
      expect(await answer.text()).toContain('Welcome to nginx!');
    });

    test('first-stack has its database at the address, open to the web server', async () => {
      const view = inside('first-stack-web');
      expect(await view.resolve('db')).toEqual(['172.27.0.10']);
      expect(await view.canConnect('db', 3306)).toBe(true);
    });
  });

  describeDeployed('wordpress', deployer, exampleProgram('wordpress'), () => {
    test('wordpress answers with its install page on port 8080 of this machine', async () => {
      await eventually(async () => {
        // A request that meets a server on its way up may hang.
        const signal = AbortSignal.timeout(15_000);
        const answer = await fetch('http://127.0.0.1:8080/', { signal });
        expect(answer.url).toContain('/wp-admin/install.php');
        expect(await answer.text()).toContain('<form id="setup"');
      }, 60_000);
    });
  });

  describeDeployed('address-plan', deployer, exampleProgram('address-plan'), () => {
    test('address-plan lets Docker pick from its range alone', async () => {
      const address = await addressOf('address-plan-batch', 'address-plan-back');
      expect(address).toMatch(/^10\.20\.0\.(3[2-9]|[45]\d|6[0-3])$/);
      expect(await inside('address-plan-batch').resolve('db')).toEqual(['10.20.0.3']);
    });
  });

  describeWithNamespaces('on a LAN', () => {
    const parent = freshInterface();
    const neighbour = new Namespace('neighbour');

    beforeAll(async () => {
      await neighbour.create();
      await connect(
        { interface: parent, address: '192.168.1.5/24' },
        { namespace: neighbour, interface: 'eth0', address: '192.168.1.50/24' },
      );
    });

    afterAll(() => neighbour.remove());

    const program = exampleProgram('macvlan');
    const body = (): void => {
      test('macvlan gives the container a place on the LAN', async () => {
        const page = await neighbour.run('curl', '-sS', '--max-time', '5', 'http://192.168.1.135/');
        expect(page).toContain('Welcome to nginx!');
      });

      test('macvlan hands out addresses of the range, which reach the container', async () => {
        const view = insideNetwork('macvlan-lan');
        expect(await view.ip('-4', 'address', 'show', 'eth0')).toMatch(
          /inet 192\.168\.1\.(?:19[2-9]|2[01]\d|22[0-3])\/24 /,
        );
        expect(await view.canConnect('192.168.1.135', 80)).toBe(true);
      });

      test('macvlan keeps the host and the container apart', async () => {
        const answer = fetch('http://192.168.1.135/', { signal: AbortSignal.timeout(2000) });
        await expect(answer).rejects.toThrow();
      });
    };
    describeDeployed('macvlan', deployer, program, body, { PARENT: parent });
  });
});
