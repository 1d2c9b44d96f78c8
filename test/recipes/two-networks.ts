import type { Deployer } from '../support/deployers';
import { exampleProgram, testProgram } from '../support/deployers-project';
import { describeDeployed } from '../support/recipes';
import { addressOf, inside } from '../support/recipes-probes';

const NET = 'two-networks-test-net';
const [C1, C2, C3, C4] = [1, 2, 3, 4].map((n) => `two-networks-centos0${String(n)}`) as [
  string,
  string,
  string,
  string,
];

const [JOIN_NET, J1, J2] = ['joining-test-net', 'joining-centos01', 'joining-centos02'] as const;

/** R06 joining a second network. */
export function twoNetworksRecipes(deployer: Deployer): void {
  describeDeployed('R06 two-networks', deployer, exampleProgram('two-networks'), () => {
    test('R06 a container is on the default bridge and on a user network at once', async () => {
      for (const container of [C1, C2]) {
        expect(await addressOf(container, 'bridge')).toMatch(/^172\./);
        expect(await addressOf(container, NET)).toMatch(/^172\.27\./);
      }
    });

    test.each([
      [C1, 'centos02'],
      [C2, 'from-the-bridge'],
      [C1, 'centos04'],
      [C4, 'centos01'],
    ])('R06 %s pings %s by name on the user network', async (from, name) => {
      expect(await inside(from).canPing(name)).toBe(true);
    });

    test('R06 who joined the default bridge reaches by address, not by name', async () => {
      expect(await inside(C2).canPing(await addressOf(C3, 'bridge'))).toBe(true);
      expect(await inside(C3).canPing(await addressOf(C2, 'bridge'))).toBe(true);
      expect(await inside(C2).resolve(C3)).toEqual([]);
    });

    test('R06 who joined nothing reaches nothing of the other network', async () => {
      expect(await inside(C3).canPing(await addressOf(C4, NET))).toBe(false);
      expect(await inside(C4).canPing(await addressOf(C3, 'bridge'))).toBe(false);
      expect(await inside(C3).resolve('centos04')).toEqual([]);
    });
  });

  describeDeployed('R06 joining and leaving', deployer, testProgram('joining'), (deployment) => {
    const reachNothing = async (): Promise<void> => {
      const [first, second] = [await addressOf(J1, 'bridge'), await addressOf(J2, JOIN_NET)];
      expect(await inside(J1).canPing(second)).toBe(false);
      expect(await inside(J2).canPing(first)).toBe(false);
      expect(await inside(J1).resolve('centos02')).toEqual([]);
      expect(await inside(J2).resolve('centos01')).toEqual([]);
    };

    test('R06 before joining the two reach nothing of each other', reachNothing);

    test('R06 from the default bridge into a user network: by address and by name', async () => {
      await deployment.deploy({ JOINS: 'centos01' });
      expect(await inside(J1).canPing(await addressOf(J2, JOIN_NET))).toBe(true);
      expect(await inside(J1).canPing('centos02')).toBe(true);
      expect(await inside(J2).canPing('centos01')).toBe(true);
    });

    test('R06 after leaving again they reach nothing of each other', async () => {
      await deployment.deploy({ JOINS: '' });
      await reachNothing();
    });

    test('R06 from a user network onto the default bridge: by address alone', async () => {
      await deployment.deploy({ JOINS: 'centos02' });
      expect(await inside(J1).canPing(await addressOf(J2, 'bridge'))).toBe(true);
      expect(await inside(J2).canPing(await addressOf(J1, 'bridge'))).toBe(true);
      expect(await inside(J1).resolve(J2)).toEqual([]);
    });

    test('R06 after leaving the default bridge they reach nothing of each other', async () => {
      await deployment.deploy({ JOINS: '' });
      await reachNothing();
    });
  });
}
