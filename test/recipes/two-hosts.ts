import { findFindings } from 'portolan/topology';
import type { Connections, Deployer } from '../support/deployers';
import { exampleProgram } from '../support/deployers-project';
import { docker } from '../support/docker';
import { Lan } from '../support/lan';
import { describeWithNamespaces } from '../support/needs';
import { describeDeployed } from '../support/recipes';
import { addressOf, inside } from '../support/recipes-probes';

const [WEB_A, WEB_B] = ['two-hosts-web-a', 'two-hosts-web-b'] as const;
const IMAGES = ['nginx:1.27', 'centos:7'] as const;

/** Longer than two engines need to start and to load the images. */
const LAN_TIMEOUT_MS = 240_000;

/** R20 two hosts with published ports: one engine behind TCP with TLS, the other behind ssh. */
export function twoHostsRecipes(deployerOn: (connections: Connections) => Deployer): void {
  describeWithNamespaces('two hosts on a LAN', () => {
    const lan = new Lan('192.168.216.1/24');
    const hostA = lan.addTlsHost('host-a', '192.168.216.131');
    const hostB = lan.addSshHost('host-b', '192.168.216.132');
    const [a, b] = [hostA.engine.connection, hostB.engine.connection];
    const env = {
      HOST_A: hostA.url,
      HOST_A_CERTS: hostA.certPath,
      HOST_B: hostB.url,
      HOST_B_SSH: hostB.sshOptions.join(' '),
    };

    beforeAll(() => lan.start(...IMAGES), LAN_TIMEOUT_MS);
    afterAll(() => lan.remove(), LAN_TIMEOUT_MS);

    describeDeployed(
      'R20 two-hosts',
      deployerOn({ 'host-a': a, 'host-b': b }),
      exampleProgram('two-hosts'),
      (deployment) => {
        test('R20 each host has the one container that is its own', async () => {
          expect(await docker(...a, 'ps', '--format', '{{.Names}}')).toBe(WEB_A);
          expect(await docker(...b, 'ps', '--format', '{{.Names}}')).toBe(WEB_B);
        });

        test('R20 both hosts have the same default block', async () => {
          const format = '{{range .IPAM.Config}}{{.Subnet}}{{end}}';
          const show = ['network', 'inspect', 'bridge', '--format', format];
          expect(await docker(...a, ...show)).toBe('172.17.0.0/16');
          expect(await docker(...b, ...show)).toBe('172.17.0.0/16');
        });

        test.each([
          ['web-a', { from: WEB_A, at: a, host: hostA }, { to: WEB_B, at: b, host: hostB }],
          ['web-b', { from: WEB_B, at: b, host: hostB }, { to: WEB_A, at: a, host: hostA }],
        ])(
          "R20 %s reaches the other by host address and published port, from its own host's address",
          async (_, one, other) => {
            const view = inside(one.from, one.at);
            const page = await view.get(`http://${other.host.address}:8080/from-${one.from}`);
            expect(page).toContain('404 Not Found');
            const log = (await docker(...other.at, 'logs', other.to)).split('\n');
            const line = log.find((text) => text.includes(`GET /from-${one.from} `));
            expect(line).toMatch(new RegExp(`^${one.host.address} `));
          },
        );

        test('R20 the address of a container means another container on each host', async () => {
          const address = await addressOf(WEB_A, 'bridge', a);
          expect(await addressOf(WEB_B, 'bridge', b)).toBe(address);
        });

        test('R20 the address of a container does not route to the other host', async () => {
          const stranger = await docker(...b, 'run', '-d', 'nginx:1.27');
          try {
            const address = await addressOf(stranger, 'bridge', b);
            expect(await inside(WEB_B, b).canConnect(address, 80)).toBe(true);
            expect(await inside(WEB_A, a).canConnect(address, 80)).toBe(false);
          } finally {
            await docker(...b, 'rm', '-f', '-v', stranger);
          }
        });

        test('R20 a note says that container addresses do not route', () => {
          const note = { level: 'note', code: 'HOSTS_SHARE_SUBNET' };
          const findings = findFindings(deployment.topology);
          expect(findings).toContainEqual(expect.objectContaining(note));
        });
      },
      env,
    );
  });
}
