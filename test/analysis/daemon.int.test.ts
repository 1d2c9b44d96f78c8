import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker, tryDocker } from '../support/docker';
import { LanEngine } from '../support/lan-engine';
import { Namespace } from '../support/lan-namespace';
import { asRoot } from '../support/lan-root';
import { describeWithNamespaces } from '../support/needs';
import { IMAGE } from './refusal';

/** Longer than an engine needs to start and to load the image. */
const ENGINE_TIMEOUT_MS = 120_000;

const TEST_TIMEOUT_MS = 30_000;

describeWithNamespaces('settings of the daemon, on an engine of its own', () => {
  const namespace = new Namespace('daemon');
  const folder = join(tmpdir(), namespace.name);
  const engine = new LanEngine(namespace, join(folder, 'engine'));
  const at = engine.connection;

  beforeAll(async () => {
    await namespace.create();
    await engine.start([
      '--mtu',
      '1400',
      '--ip',
      '127.0.0.1',
      '--default-address-pool',
      'base=10.213.176.0/23,size=25',
    ]);
    await engine.load(IMAGE);
  }, ENGINE_TIMEOUT_MS);

  afterAll(async () => {
    await engine.remove();
    await namespace.remove();
    await asRoot('rm', '-rf', folder);
  }, ENGINE_TIMEOUT_MS);

  const mtuOn = (network: string): Promise<string> =>
    docker(...at, 'run', '--rm', '--network', network, IMAGE, 'cat', '/sys/class/net/eth0/mtu');

  test(
    'V6 the mtu of the daemon is for the default bridge alone',
    async () => {
      await docker(...at, 'network', 'create', '--subnet', '10.213.178.0/24', 'back');
      expect([await mtuOn('bridge'), await mtuOn('back')]).toEqual(['1400', '1500']);
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'H15 the ip of the daemon is for ports of the default bridge alone',
    async () => {
      await docker(...at, 'network', 'create', '--subnet', '10.213.179.0/24', 'front');
      const portsOf = async (network: string): Promise<string> => {
        const run = ['run', '--detach', '--rm', '--network', network, '--publish', '80'];
        const id = await docker(...at, ...run, IMAGE, 'sleep', '60');
        const ports = await docker(...at, 'port', id);
        await docker(...at, 'rm', '--force', id);
        return ports;
      };
      expect(await portsOf('bridge')).toMatch(/^80\/tcp -> 127\.0\.0\.1:\d+$/);
      expect(await portsOf('front')).toMatch(/^80\/tcp -> 0\.0\.0\.0:\d+/);
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'N12 the engine refuses the network that finds its pools used up',
    async () => {
      // Four blocks, one of which the default bridge has.
      for (const name of ['a', 'b', 'c']) await docker(...at, 'network', 'create', name);
      const { stderr } = await tryDocker(...at, 'network', 'create', 'd');
      expect(stderr).toMatch(
        /could not find an available, non-overlapping IPv4 address pool|all predefined address pools have been fully subnetted/,
      );
    },
    TEST_TIMEOUT_MS,
  );
});
