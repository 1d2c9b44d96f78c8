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

const TEST_TIMEOUT_MS = 60_000;

describeWithNamespaces('networks of a swarm, on an engine of its own', () => {
  const namespace = new Namespace('swarm');
  const folder = join(tmpdir(), namespace.name);
  const engine = new LanEngine(namespace, join(folder, 'engine'));
  const at = engine.connection;

  beforeAll(async () => {
    await namespace.create();
    await engine.start();
    await engine.load(IMAGE);
    await docker(...at, 'swarm', 'init', '--advertise-addr', '127.0.0.1');
  }, ENGINE_TIMEOUT_MS);

  afterAll(async () => {
    await tryDocker(...at, 'swarm', 'leave', '--force');
    await engine.remove();
    await namespace.remove();
    await asRoot('rm', '-rf', folder);
  }, ENGINE_TIMEOUT_MS);

  const overlay = (name: string, ...options: readonly string[]) =>
    tryDocker(...at, 'network', 'create', '--driver', 'overlay', ...options, name);

  test(
    'N18 the second of two overlapping overlay networks is made, and has no addresses',
    async () => {
      expect((await overlay('front', '--attachable', '--subnet', '10.213.180.0/23')).status).toBe(
        0,
      );
      expect((await overlay('back', '--attachable', '--subnet', '10.213.181.0/24')).status).toBe(0);
      const blocks = '{{range .IPAM.Config}}{{.Subnet}}{{end}}';
      const inspected = await docker(...at, 'network', 'inspect', '-f', blocks, 'front', 'back');
      expect(inspected.split('\n')[0]).toBe('10.213.180.0/23');
      expect(inspected).not.toContain('10.213.181');
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'OVERLAY_NOT_ATTACHABLE the engine refuses a container in a network for services',
    async () => {
      expect((await overlay('mesh')).status).toBe(0);
      const { stderr } = await tryDocker(...at, 'run', '--rm', '--network', 'mesh', IMAGE, 'true');
      expect(stderr).toContain(
        'Could not attach to network mesh: rpc error: code = PermissionDenied desc = network mesh not manually attachable',
      );
    },
    TEST_TIMEOUT_MS,
  );
});
