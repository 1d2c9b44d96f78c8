import type { Deployer } from '../support/deployers';
import { exampleProgram } from '../support/deployers-project';
import { docker, eventually } from '../support/docker';
import { connect, freshInterface, Namespace } from '../support/lan-namespace';
import { describeWithNamespaces } from '../support/needs';
import { describeDeployed } from '../support/recipes';
import { inside } from '../support/recipes-probes';

const container = (id: string): string => `published-ports-${id}`;

/** Where the neighbour's cable ends, here and there. */
const [HERE, THERE] = ['192.168.217.1', '192.168.217.2'] as const;

/** Answers every request with the address that it came from. */
const MIRROR = `
require('node:http').createServer((request, answer) => {
  answer.end(request.socket.remoteAddress.replace('::ffff:', ''));
}).listen(8000);
`;

/** R08 published ports. */
export function publishedPortsRecipes(deployer: Deployer): void {
  describeDeployed('R08 published-ports', deployer, exampleProgram('published-ports'), () => {
    test.each([
      ['same', '80/tcp', ['0.0.0.0:80', '[::]:80']],
      ['other', '80/tcp', ['0.0.0.0:8080', '[::]:8080']],
      ['local', '80/tcp', ['127.0.0.1:8081']],
      ['many', '53/udp', ['0.0.0.0:5353', '[::]:5353']],
      ['many', '9001/tcp', ['0.0.0.0:9001', '[::]:9001']],
      ['many', '80/tcp', ['[::1]:8082']],
      ['many', '443/tcp', ['0.0.0.0:8443', '[::]:8443']],
    ])('R08 docker port %s %s is %j', async (id, port, expected) => {
      const lines = (await docker('port', container(id), port)).split('\n');
      // Engines before 20.10 or so write :::80.
      expect(lines.map((line) => line.replace(/^:::/, '[::]:')).sort()).toEqual(expected);
    });

    test.each([
      ['any', /^0\.0\.0\.0:\d+$/],
      ['local-any', /^127\.0\.0\.1:\d+$/],
      ['all', /^0\.0\.0\.0:\d+$/],
    ])('R08 Docker picks a port for %s, and nginx answers there', async (id, form) => {
      const [binding = ''] = (await docker('port', container(id), '80/tcp')).split('\n');
      expect(binding).toMatch(form);
      const answer = await fetch(`http://127.0.0.1:${binding.split(':')[1] ?? ''}/`);
      expect(await answer.text()).toContain('Welcome to nginx!');
    });

    test.each([80, 8080, 8081])('R08 nginx answers on port %i', async (port) => {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/`);
      expect(await answer.text()).toContain('Welcome to nginx!');
    });

    describeWithNamespaces('with a neighbour', () => {
      const neighbour = new Namespace('neighbour');

      beforeAll(async () => {
        await neighbour.create();
        await connect(
          { interface: freshInterface(), address: `${HERE}/24` },
          { namespace: neighbour, interface: 'eth0', address: `${THERE}/24` },
        );
      });

      afterAll(() => neighbour.remove());

      const statusOf = (port: number): Promise<string> =>
        neighbour.run(
          ...['curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', '--max-time', '5'],
          `http://${HERE}:${String(port)}/`,
        );

      test('R08 it reaches a port of all addresses', async () => {
        expect(await statusOf(8080)).toBe('200');
      });

      test('R08 it does not reach a port of 127.0.0.1', async () => {
        await expect(statusOf(8081)).rejects.toThrow('status 7');
      });

      test("R08 a container's traffic comes to it from the host's address", async () => {
        const mirror = neighbour.start('/dev/null', process.execPath, '-e', MIRROR);
        try {
          const view = inside(container('other'));
          const seen = await eventually(() => view.get(`http://${THERE}:8000/`));
          expect(seen).toBe(HERE);
        } finally {
          mirror();
        }
      });
    });
  });
}
