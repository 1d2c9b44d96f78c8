import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderDaemonJson, type DaemonConfig } from 'portolan/host';
import { isKnownTo } from '../../../src/host/daemon/key';
import { DAEMON_KEYS, settingOf } from '../../../src/host/daemon/keys';
import { PASSED_OVER } from '../../../src/host/daemon/passed-over';
import { asRoot, rootWords } from '../../support/lan-root';
import { Namespace } from '../../support/lan-namespace';
import { describeWithNamespaces } from '../../support/needs';

/** Longer than dockerd needs to start, or to say why it does not. */
const TEST_TIMEOUT_MS = 60_000;

describeWithNamespaces('daemon.json, read by dockerd', () => {
  const namespace = new Namespace('daemon-json');
  const folder = mkdtempSync(join(tmpdir(), 'portolan-daemon-json-'));

  beforeAll(() => namespace.create());

  afterAll(async () => {
    await namespace.remove();
    const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
    const left = mounts.map((line) => line.split(' ')[1] ?? '');
    for (const path of left.filter((mount) => mount.startsWith(folder)).toReversed()) {
      await asRoot('umount', path);
    }
    await asRoot('rm', '-rf', folder);
  });

  /** What dockerd says until it ends by itself; one that starts is ended, and has said so. */
  async function startWith(file: string): Promise<string> {
    const path = join(folder, 'daemon.json');
    writeFileSync(path, file);
    return untilItEnds(
      ...['nsenter', `--net=/run/netns/${namespace.name}`, 'dockerd', '--config-file', path],
      ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
      ...['--pidfile', join(folder, 'pid'), '--host', `unix://${join(folder, 'sock')}`],
    );
  }

  test(
    'the engine names every key that it does not know, and those are the ones of its version',
    async () => {
      const version = (await asRoot('dockerd', '--version')).split(/[ ,+]+/)[2] ?? '';
      const keys = [...Object.values(DAEMON_KEYS).map(({ key }) => key), ...PASSED_OVER.keys()];
      // No engine has the last one, so that none starts.
      const file = Object.fromEntries([...keys, 'portolan-test'].map((key) => [key, 1]));
      const said = await startWith(JSON.stringify(file));
      const [, list = ''] = /any configuration option: (.+)/.exec(said) ?? [];
      const unknown = list.split(', ').filter((key) => key !== 'portolan-test');
      expect(list).toContain('portolan-test');
      // An engine without the setting has no flag for it, either.
      const settings = unknown.map((key) => settingOf(PASSED_OVER.get(key) ?? key));
      expect([...new Set(settings)].sort()).toEqual([...unsupported(version)].sort());
    },
    TEST_TIMEOUT_MS,
  );

  test.each<[string, DaemonConfig | string, RegExp]>([
    ['a bip that is the network', '{"bip": "172.19.0.0/16"}', /failed to allocate gateway/i],
    ['a bip that is broadcast', '{"bip": "172.19.255.255/16"}', /failed to allocate gateway/i],
    ['bridge and bip', { bridge: 'br0', bip: '172.19.0.1/16' }, /mutually exclusive options/],
    ['no icc without iptables', { icc: false, iptables: false }, /set --icc or --iptables to true/],
    [
      'a gateway outside the block',
      { bip: '172.19.0.1/16', defaultGateway: '10.0.0.1' },
      /must belong to the master pool/,
    ],
    [
      'a gateway that is the bridge',
      { bip: '172.19.0.1/16', defaultGateway: '172.19.0.1' },
      /Address already in use/i,
    ],
  ])(
    'the engine does not start with %s',
    async (_what, config, refusal) => {
      const file = typeof config === 'string' ? config : renderDaemonJson(config, '20.10');
      const said = await startWith(file);
      expect(said).toMatch(refusal);
      expect(said).not.toContain('API listen on');
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'the engine starts with a file as it is written',
    async () => {
      const file = renderDaemonJson(
        {
          bip: '172.19.0.1/16',
          fixedCidr: '172.19.1.0/24',
          defaultGateway: '172.19.0.254',
          mtu: 1400,
          dns: ['10.0.0.53'],
          defaultAddressPools: [{ base: '10.200.0.0/16', size: 24 }],
          defaultUlimits: { nofile: { soft: 1024, hard: 4096 } },
          defaultShmSize: 134217728,
          logOpts: { 'max-size': '10m', 'max-file': '3' },
          labels: ['rack=4'],
        },
        '20.10',
      );
      expect(await startWith(file)).toContain('API listen on');
    },
    TEST_TIMEOUT_MS,
  );
});

/** Settings that the table says an engine of the version does not have. */
function unsupported(version: string): readonly string[] {
  return Object.entries(DAEMON_KEYS)
    .filter(([, row]) => !isKnownTo(row, version, 'dockerd'))
    .map(([name]) => name);
}

function untilItEnds(...words: readonly string[]): Promise<string> {
  const [program, rest] = rootWords(...words);
  return new Promise((done, fail) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const hear = (part: string): void => {
      said += part;
      if (said.includes('API listen on')) child.kill();
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', fail);
    child.on('close', () => {
      done(said);
    });
  });
}
