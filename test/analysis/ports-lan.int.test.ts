import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docker } from '../support/docker';
import { Lan } from '../support/lan';
import { LanEngine } from '../support/lan-engine';
import { Namespace } from '../support/lan-namespace';
import { asRoot, hostIp } from '../support/lan-root';
import { describeWithNamespaces } from '../support/needs';
import { insideNetwork } from '../support/recipes-probes';
import { IMAGE, isBefore } from './refusal';

/** Longer than an engine needs to start and to load the image. */
const ENGINE_TIMEOUT_MS = 120_000;

const TEST_TIMEOUT_MS = 30_000;

const SERVE = [IMAGE, 'httpd', '-f'] as const;

describeWithNamespaces('ports on loopback, seen from the LAN', () => {
  const lan = new Lan('192.168.218.1/24');
  const host = lan.addTlsHost('loopback', '192.168.218.2');
  const at = host.engine.connection;

  beforeAll(async () => {
    await lan.start(IMAGE);
    await docker(...at, 'network', 'create', '--subnet', '10.213.112.0/24', 'front');
    // A neighbour that sends packets for containers to their host.
    await hostIp('route', 'add', '10.213.112.0/24', 'via', host.address);
  }, ENGINE_TIMEOUT_MS);
  afterAll(() => lan.remove(), ENGINE_TIMEOUT_MS);

  test(
    'M19 an engine before 28 lets a neighbour pass to a port on loopback',
    async () => {
      const options = ['--network', 'front', '--ip', '10.213.112.10', '-p', '127.0.0.1::80'];
      await docker(...at, 'run', '-d', ...options, ...SERVE);
      const neighbour = insideNetwork('host');
      const version = await docker(...at, 'version', '--format', '{{.Server.Version}}');
      expect(await neighbour.canConnect('10.213.112.10', 80)).toBe(isBefore({ version }, [28]));
      expect(await neighbour.canConnect('10.213.112.10', 81)).toBe(false);
    },
    TEST_TIMEOUT_MS,
  );
});

describeWithNamespaces('published ports without the userland proxy', () => {
  const namespace = new Namespace('proxy-off');
  const folder = join(tmpdir(), namespace.name);
  const engine = new LanEngine(namespace, join(folder, 'engine'));
  const at = engine.connection;

  beforeAll(async () => {
    await namespace.create();
    await engine.start(['--userland-proxy=false']);
    await engine.load(IMAGE);
    await docker(...at, 'network', 'create', '--subnet', '10.213.113.0/24', 'front');
    await docker(...at, 'network', 'create', '--subnet', '10.213.114.0/24', 'jobs');
  }, ENGINE_TIMEOUT_MS);

  afterAll(async () => {
    await engine.remove();
    await namespace.remove();
    await asRoot('rm', '-rf', folder);
  }, ENGINE_TIMEOUT_MS);

  test(
    'M26 an engine before 29 closes them to the containers of other bridges',
    async () => {
      await docker(...at, 'run', '-d', '--network', 'front', '-p', '8080:80', ...SERVE);
      const version = await docker(...at, 'version', '--format', '{{.Server.Version}}');
      expect(await answers('front', '10.213.113.1')).toBe(true);
      expect(await answers('jobs', '10.213.114.1')).toBe(!isBefore({ version }, [29]));
    },
    TEST_TIMEOUT_MS,
  );

  /** Whether a web server answers a container of the network on port 8080 of the address. */
  async function answers(network: string, address: string): Promise<boolean> {
    const ask = `printf 'GET / HTTP/1.0\\r\\n\\r\\n' | nc -w 2 ${address} 8080 || true`;
    const run = [...at, 'run', '--rm', '--network', network, IMAGE, 'sh', '-c', ask];
    return (await docker(...run)).startsWith('HTTP/1.');
  }
});
