import type { Deployer } from '../support/deployers';
import { exampleProgram } from '../support/deployers-project';
import { docker } from '../support/docker';
import { describeDeployed } from '../support/recipes';
import { addressOf, inside, withAddressTaken } from '../support/recipes-probes';

const NET = 'names-test-net';
const [TEST1, TEST2] = ['names-test1', 'names-test2'] as const;
const [NAMELESS1, NAMELESS2] = ['names-nameless1', 'names-nameless2'] as const;

/** R02 names on a network of one's own, R04 none on the default bridge. */
export function namesRecipes(deployer: Deployer): void {
  describeDeployed('R02 R04 names', deployer, exampleProgram('names'), () => {
    test('R02 each pings the other by name', async () => {
      expect(await inside(TEST1).canPing('test2')).toBe(true);
      expect(await inside(TEST2).canPing('test1')).toBe(true);
    });

    test.each(['test2', 'www', TEST2, `test2.${NET}`])(
      'R02 the other is known as %s',
      async (name) => {
        expect(await inside(TEST1).resolve(name)).toEqual([await addressOf(TEST2, NET)]);
      },
    );

    test('R02 each pings the other after a restart with another address', async () => {
      const before = await addressOf(TEST2, NET);
      await docker('stop', TEST2);
      await withAddressTaken(NET, () => docker('start', TEST2));
      expect(await addressOf(TEST2, NET)).not.toBe(before);
      expect(await inside(TEST1).canPing('test2')).toBe(true);
      expect(await inside(TEST2).canPing('test1')).toBe(true);
    });

    test('R04 on the default bridge each pings the other by address', async () => {
      expect(await inside(NAMELESS1).canPing(await addressOf(NAMELESS2))).toBe(true);
      expect(await inside(NAMELESS2).canPing(await addressOf(NAMELESS1))).toBe(true);
    });

    test.each(['nameless2', NAMELESS2])(
      'R04 on the default bridge the other is not known as %s',
      async (name) => {
        expect(await inside(NAMELESS1).resolve(name)).toEqual([]);
      },
    );
  });
}
