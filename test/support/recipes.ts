import type { Deployer, Deployment, Env } from './deployers';
import { surveyGround, type Ground } from './deployers-ground';
import { readDeployed, readPlanned } from './deployers-inspect';

/** Longer than any deployment takes. */
const DEPLOY_TIMEOUT_MS = 240_000;

/**
 * A suite on a deployed program: what the engine has is what was asked for, then the suite's own
 * tests, and in the end nothing is left.
 *
 * @param title begins with the recipe's row, and so does the title of every test
 */
export function describeDeployed(
  title: string,
  deployer: Deployer,
  program: string,
  body: (deployment: Deployment) => void,
  env: Env = {},
): void {
  describe(`${title} ${deployer.title}`, () => {
    const deployment = deployer.prepare(program, env);
    const { findPendingChanges } = deployment;
    let before: Ground = [];

    beforeAll(async () => {
      before = await surveyGround(await deployment.synth(), deployment.connections);
      await deployment.deploy();
    }, DEPLOY_TIMEOUT_MS);

    afterAll(() => deployment.abandon(), DEPLOY_TIMEOUT_MS);

    test(`${title} is on the engine as the topology says`, async () => {
      const { topology, connections } = deployment;
      expect(await readDeployed(topology, connections)).toEqual(readPlanned(topology));
    });

    if (findPendingChanges !== undefined) {
      test(`${title} has an empty second plan`, async () => {
        expect(await findPendingChanges()).toBe('');
      });
    }

    body(deployment);

    test(
      `${title} leaves nothing when it is destroyed`,
      async () => {
        const { topology, connections } = deployment;
        await deployment.destroy();
        expect(await surveyGround(topology, connections)).toEqual(before);
      },
      DEPLOY_TIMEOUT_MS,
    );
  });
}
