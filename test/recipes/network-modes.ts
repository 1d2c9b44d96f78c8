import type { Deployer } from '../support/deployers';
import { exampleProgram } from '../support/deployers-project';
import { tryDocker } from '../support/docker';
import { describeDeployed } from '../support/recipes';
import { addressOf, inside, insideNetwork } from '../support/recipes-probes';

const container = (id: string): string => `network-modes-${id}`;
const OWN = 'network-modes-own';

/** R07 the five network modes. */
export function networkModesRecipes(deployer: Deployer): void {
  describeDeployed('R07 network-modes', deployer, exampleProgram('network-modes'), () => {
    test('R07 bridge: an address, a way out, no names', async () => {
      const view = inside(container('bridge'));
      expect(await view.ip('-4', 'address', 'show', 'eth0')).toContain(
        `inet ${await addressOf(container('bridge'))}/`,
      );
      expect(await view.ip('route', 'show', 'default')).toMatch(/^default via 172\./);
      expect(await view.resolve('first')).toEqual([]);
    });

    test("R07 host: nginx is on the host's port 80, and sees the host's interfaces", async () => {
      const answer = await fetch('http://127.0.0.1:80/');
      expect(await answer.text()).toContain('Welcome to nginx!');
      expect(await inside(container('host')).ip('-brief', 'link')).toMatch(/^docker0 /m);
    });

    test('R07 none: loopback alone', async () => {
      const links = await inside(container('none')).ip('-brief', 'link');
      expect(links.split('\n').map((line) => line.split(' ')[0])).toEqual(['lo']);
    });

    test('R07 container: one address for both', async () => {
      const [first, second] = [inside(container('first')), inside(container('second'))];
      const addresses = await first.ip('-4', '-brief', 'address');
      expect(addresses).toContain(await addressOf(container('first')));
      expect(await second.ip('-4', '-brief', 'address')).toBe(addresses);
    });

    test.each([
      ['first', 8002],
      ['second', 8001],
    ])('R07 container: %s reaches the other as 127.0.0.1:%i', async (from, port) => {
      expect(await inside(container(from)).canConnect('127.0.0.1', port)).toBe(true);
    });

    test('R07 container: others reach both at the one address', async () => {
      const [view, address] = [inside(container('bridge')), await addressOf(container('first'))];
      expect(await view.canConnect(address, 8001)).toBe(true);
      expect(await view.canConnect(address, 8002)).toBe(true);
    });

    test('R07 container: rejects a third server on a port that one of them has', async () => {
      const { status, stderr } = await tryDocker(
        ...['run', '--rm', '--network', `container:${container('first')}`, 'busybox:1.36'],
        ...['httpd', '-f', '-p', '8001'],
      );
      expect(status).not.toBe(0);
      expect(stderr).toMatch(/address (?:already )?in use/i);
    });

    test('R07 user-defined: an address of the block, and names', async () => {
      const address = await addressOf(container('user-defined'), OWN);
      expect(address).toMatch(/^172\.27\./);
      expect(await insideNetwork(OWN).resolve('user-defined')).toEqual([address]);
      expect(await insideNetwork(OWN).canPing('user-defined')).toBe(true);
    });
  });
}
