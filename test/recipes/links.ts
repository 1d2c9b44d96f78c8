import type { Deployer } from '../support/deployers';
import { exampleProgram, testProgram } from '../support/deployers-project';
import { docker } from '../support/docker';
import { describeDeployed } from '../support/recipes';
import { addressOf, idOf, inside, withAddressTaken } from '../support/recipes-probes';

const [CLIENT, CENTOS01, DB001] = ['links-client', 'links-centos01', 'links-db001'] as const;
const [TO_CENTOS01, TO_DB001] = ['links-client-link-centos01', 'links-client-link-db001'] as const;

/** R05 links. */
export function linksRecipes(deployer: Deployer): void {
  describeDeployed('R05 links', deployer, exampleProgram('links'), (deployment) => {
    test.each([
      ['centos01', CENTOS01, TO_CENTOS01],
      ['centos01-alias', CENTOS01, TO_CENTOS01],
      [CENTOS01, CENTOS01, TO_CENTOS01],
      ['db001', DB001, TO_DB001],
      ['db002', DB001, TO_DB001],
      ['db003', DB001, TO_DB001],
      ['db004', DB001, TO_DB001],
    ])('R05 the client pings %s', async (name, target, network) => {
      expect(await inside(CLIENT).resolve(name)).toEqual([await addressOf(target, network)]);
      expect(await inside(CLIENT).canPing(name)).toBe(true);
    });

    test.each(['client', 'db001', 'db002'])('R05 centos01 does not know %s', async (name) => {
      expect(await inside(CENTOS01).resolve(name)).toEqual([]);
    });

    // What --link did not do: Docker's name server knows every container of a network.
    test("R05 centos01 knows the client's Docker name alone", async () => {
      const address = await addressOf(CLIENT, TO_CENTOS01);
      expect(await inside(CENTOS01).resolve(CLIENT)).toEqual([address]);
    });

    test('R05 a container that is not linked knows none of the names', async () => {
      expect(await inside(DB001).resolve('centos01')).toEqual([]);
      expect(await inside(DB001).canPing(await addressOf(CENTOS01, TO_CENTOS01))).toBe(false);
    });

    test('R05 the client finds a target that was re-created with another address', async () => {
      const [before, client] = [await addressOf(DB001, TO_DB001), await idOf(CLIENT)];
      await docker('rm', '-f', DB001);
      await withAddressTaken(TO_DB001, () => deployment.deploy());
      const now = await addressOf(DB001, TO_DB001);
      expect(now).not.toBe(before);
      expect(await inside(CLIENT).resolve('db003')).toEqual([now]);
      expect(await inside(CLIENT).canPing('db001')).toBe(true);
      expect(await idOf(CLIENT)).toBe(client);
    });

    test('R05 a restarted client still finds its targets', async () => {
      await docker('restart', CLIENT);
      expect(await inside(CLIENT).canPing('centos01-alias')).toBe(true);
      expect(await inside(CLIENT).canPing('db004')).toBe(true);
    });
  });

  describeDeployed(
    'R05 a linked target with a new name',
    deployer,
    testProgram('renamed-target'),
    (deployment) => {
      test('R05 the client finds a target that was re-created with another name', async () => {
        const client = await idOf('renamed-target-client');
        expect(await inside('renamed-target-client').canPing('store')).toBe(true);
        await deployment.deploy({ NAME: 'second-store' });
        const view = inside('renamed-target-client');
        expect(await view.canPing('store')).toBe(true);
        expect(await view.canPing('db001')).toBe(true);
        expect(await view.resolve('second-store')).toHaveLength(1);
        expect(await view.resolve('first-store')).toEqual([]);
        expect(await idOf('renamed-target-client')).toBe(client);
      });
    },
    { NAME: 'first-store' },
  );
}
