import { findFindings } from 'portolan/topology';
import type { Deployer } from '../support/deployers';
import { inspectNetwork } from '../support/deployers-inspect';
import { exampleProgram } from '../support/deployers-project';
import { docker } from '../support/docker';
import { hostIp } from '../support/lan-root';
import { describeDeployed } from '../support/recipes';
import { addressOf, idOf, inside } from '../support/recipes-probes';

const CENTOS01 = 'custom-network-centos01';

/** R01 a network of one's own, R03 a fixed address. */
export function userNetworkRecipes(deployer: Deployer): void {
  describeDeployed(
    'R01 R03 custom-network',
    deployer,
    exampleProgram('custom-network'),
    (deployment) => {
      test.each([
        ['test-net', '172.27.0.0/16', '172.27.0.1'],
        ['custom-network-other-net', '172.26.0.0/16', '172.26.0.1'],
        ['custom-network-public-net', '172.10.0.0/16', '172.10.0.1'],
      ])(
        'R01 %s has its block, its gateway and a route by its bridge',
        async (name, cidr, gateway) => {
          const { Id, IPAM } = await inspectNetwork(name);
          const bridge = `br-${Id.slice(0, 12)}`;
          expect(IPAM.Config).toEqual([
            expect.objectContaining({ Subnet: cidr, Gateway: gateway }),
          ]);
          expect(await hostIp('-brief', 'address', 'show', bridge)).toContain(`${gateway}/16`);
          expect(await hostIp('route', 'show', cidr)).toContain(`dev ${bridge} `);
        },
      );

      test('R01 a note says that the third block is in public space', () => {
        const note = { level: 'note', code: 'SUBNET_UNUSUAL', at: 'custom-network/public-net' };
        const findings = findFindings(deployment.topology);
        expect(findings).toContainEqual(expect.objectContaining(note));
      });

      test('R01 the gateway is the way out of a container', async () => {
        expect(await inside(CENTOS01).ip('route', 'show', 'default')).toContain('via 172.27.0.1 ');
        expect(await inside(CENTOS01).canPing('172.27.0.1')).toBe(true);
      });

      test('R03 a fixed address is there after a restart', async () => {
        await docker('restart', CENTOS01);
        expect(await addressOf(CENTOS01, 'test-net')).toBe('172.27.0.101');
      });

      test('R03 a fixed address is there after a re-creation', async () => {
        const before = await idOf(CENTOS01);
        await docker('rm', '-f', CENTOS01);
        await deployment.deploy();
        expect(await idOf(CENTOS01)).not.toBe(before);
        expect(await addressOf(CENTOS01, 'test-net')).toBe('172.27.0.101');
      });
    },
  );
}
