import { ConfigError } from '../../src/errors';
import {
  checkAlias,
  checkHostname,
  checkNetworkName,
  checkObjectName,
  isAlias,
} from '../../src/notation/names';
import { benchOf, docker, tryDocker } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { isCreated } from './agreement';

/** Small blocks that are in nobody's way, one for each network of these tests. */
const blocks = Array.from({ length: 16 }, (_, index) => `10.231.117.${String(index * 16)}/28`);

describeWithEngine('names', () => {
  const bench = benchOf('names');

  test.each(['a_', 'a.', 'a-b.C_d', 'x'.repeat(200)])(
    'containers and volumes can be named as we allow: ...%s',
    async (end) => {
      const name = bench.name(end);
      expect(() => {
        checkObjectName(name, 'web', 'name');
      }).not.toThrow();
      expect(await isCreated(bench, ['--name', name])).toBe(true);
      expect((await tryDocker('volume', 'create', name)).status).toBe(0);
    },
  );

  test.each(['a', '_ab', '.ab', '-ab', 'a b', 'a/b', 'a:b', 'a@b', 'é1'])(
    'neither containers nor volumes can be named %j',
    async (name) => {
      expect(await isCreated(bench, ['--name', name])).toBe(false);
      expect((await tryDocker('volume', 'create', '--label', bench.label, '--', name)).status).toBe(
        1,
      );
      expect(() => {
        checkObjectName(name, 'web', 'name');
      }).toThrow(ConfigError);
    },
  );

  test('Docker drops a slash before the name of a container, which we refuse', async () => {
    const name = `/${bench.name('slash')}`;
    expect(await isCreated(bench, ['--name', name])).toBe(true);
    expect(() => {
      checkObjectName(name, 'web', 'name');
    }).toThrow(ConfigError);
  });

  const createNetwork = async (name: string): Promise<boolean> => {
    const subnet = blocks.shift() ?? '';
    const args = ['--internal', '--subnet', subnet, '--label', bench.label, '--', name];
    return (await tryDocker('network', 'create', ...args)).status === 0;
  };

  test.each(['a_', 'a.b-C'])('networks can be named as we allow: ...%s', async (end) => {
    const name = bench.name(end);
    expect(await createNetwork(name)).toBe(true);
    expect(() => {
      checkNetworkName(name, 'back');
    }).not.toThrow();
  });

  test.each(['', ' ', 'bridge', 'host', 'none', 'default'])(
    'no network of ours can be named %j',
    async (name) => {
      expect(await createNetwork(name)).toBe(false);
      expect(() => {
        checkNetworkName(name, 'back');
      }).toThrow(ConfigError);
    },
  );

  test.each(['x y', 'x/y', 'é'])(
    'the engine takes any other text for the name of a network, and we keep to one rule: %j',
    async (end) => {
      const name = bench.name(end);
      expect(await createNetwork(name)).toBe(true);
      expect(() => {
        checkNetworkName(name, 'back');
      }).toThrow(ConfigError);
    },
  );

  const hostnameInside = async (hostname: string): Promise<string | undefined> => {
    const options = ['--rm', '--pull', 'never', '--network', 'none', '--label', bench.label];
    const program = ['busybox:latest', 'hostname'];
    const result = await tryDocker('run', ...options, '--hostname', hostname, ...program);
    return result.status === 0 ? result.stdout.trimEnd() : undefined;
  };

  test.each(['a', 'web-1.example', '_a', 'a_', 'a-', 'x'.repeat(63), 'x'.repeat(64)])(
    'a container starts with the hostname %s, which we allow',
    async (hostname) => {
      expect(await hostnameInside(hostname)).toBe(hostname);
      expect(() => {
        checkHostname(hostname, 'web');
      }).not.toThrow();
    },
  );

  test('no container starts with a hostname of 65 bytes, and we refuse it', async () => {
    expect(await hostnameInside('x'.repeat(65))).toBeUndefined();
    expect(() => {
      checkHostname('x'.repeat(65), 'web');
    }).toThrow(ConfigError);
  });

  test.each(['-a', 'a b', 'a/b', 'ä'])(
    'Docker takes the hostname %j, and we refuse what programs do not expect',
    async (hostname) => {
      expect(await hostnameInside(hostname)).toBe(hostname);
      expect(() => {
        checkHostname(hostname, 'web');
      }).toThrow(ConfigError);
    },
  );

  test('a container is found by the aliases that we allow, and by no other', async () => {
    const long = 'x'.repeat(63);
    const aliases = [
      ...[
        'db',
        'a_',
        '_a',
        'x-',
        'A_B',
        'a.b',
        'a.-b',
        long,
        `${long}.${long}.${long}.${'y'.repeat(61)}`,
      ],
      ...['-x', 'a..b', '.a', 'a.', 'ä', 'a b', 'a/b', '*', '1', '1.2', `${long}x`, `a.${long}x`],
      `${long}.${long}.${long}.${'y'.repeat(62)}`,
    ];
    const network = bench.name('aliases');
    expect(await createNetwork(network)).toBe(true);
    const common = ['--pull', 'never', '--label', bench.label, '--network', network];
    const named = aliases.flatMap((alias) => ['--network-alias', alias]);
    const ip = ['--ip', '10.231.117.250'];
    await docker('network', 'rm', network);
    await docker(
      'network',
      'create',
      '--subnet',
      '10.231.117.240/28',
      '--label',
      bench.label,
      network,
    );
    await docker('run', '-d', ...common, ...ip, ...named, 'busybox:latest', 'sleep', '60');
    const script =
      'for name in "$@"; do echo "$(getent ahostsv4 -- "$name" | head -n 1)"; done; echo end';
    const answers = await docker(
      'run',
      '--rm',
      ...common,
      'debian:12',
      'sh',
      '-c',
      script,
      'sh',
      ...aliases,
    );
    const found = answers.split('\n');
    for (const [index, alias] of aliases.entries()) {
      expect([alias, found[index]?.startsWith('10.231.117.250 ')]).toEqual([alias, isAlias(alias)]);
    }
    expect(() => {
      checkAlias('db', 'web');
    }).not.toThrow();
  });
});
