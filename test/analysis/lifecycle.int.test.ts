import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseVersion } from '../../src/notation/version';
import { benchOf, docker, inspect, tryDocker } from '../support/docker';
import { callEngine } from '../support/docker-api';
import { describeWithEngine } from '../support/needs';

describeWithEngine('names of things, their order, and what an engine refuses', ({ version }) => {
  const bench = benchOf('life');
  const [major = 0] = parseVersion(version, 'the engine');

  const refusal = async (...args: readonly string[]): Promise<string> => {
    const { status, stderr } = await tryDocker(...args);
    expect(status).not.toBe(0);
    return stderr;
  };

  const create = (...options: readonly string[]): Promise<string> =>
    docker('create', '--label', bench.label, ...options, 'busybox', 'sleep', '600');
  const createRefusal = (...options: readonly string[]): Promise<string> =>
    refusal('create', '--label', bench.label, ...options, 'busybox', 'sleep', '600');

  /** What the engine says when it makes or starts a container, past the checks of the command. */
  const engineSays = async (id: string, settings: object): Promise<unknown> => {
    const path = `/containers/create?name=${bench.name(id)}`;
    const made = await callEngine('POST', path, {
      Image: 'busybox',
      Cmd: ['sleep', '600'],
      ...settings,
    });
    if (made.status !== 201) return made.body;
    return (await callEngine('POST', `/containers/${bench.name(id)}/start`, {})).body;
  };

  describe('names', () => {
    test('N11 the engine refuses a second network of one name', async () => {
      const name = bench.name('taken');
      await docker('network', 'create', '--subnet', '10.213.243.0/28', name);
      expect(await refusal('network', 'create', '--subnet', '10.213.243.16/28', name)).toContain(
        `network with name ${name} already exists`,
      );
    });

    test('N11 the engine refuses a network of the name of its own bridge', async () => {
      expect(await refusal('network', 'create', 'bridge')).toContain(
        'operation is not permitted on predefined bridge network',
      );
    });

    test('L6 the engine refuses a second container of one name', async () => {
      const name = bench.name('taken');
      const id = await create('--name', name);
      expect(await createRefusal('--name', name)).toContain(
        `Conflict. The container name "/${name}" is already in use by container "${id}". You have to remove (or rename) that container to be able to reuse that name.`,
      );
    });

    test('L6 the engine hands out a volume that is there as if it were new', async () => {
      const name = bench.name('taken');
      await docker('volume', 'create', '--label', 'owner=first', name);
      await docker('volume', 'create', '--label', 'owner=second', name);
      expect(await inspect('volume', name)).toMatchObject({ Labels: { owner: 'first' } });
    });

    test('VOLUME_ON_OTHER_HOST the engine makes an empty volume for a name it does not know', async () => {
      const name = bench.name('unknown');
      await create('-v', `${name}:/data`);
      expect(await inspect('volume', name)).toMatchObject({ Name: name });
    });
  });

  describe('values', () => {
    test('L1 the engine refuses a name of one letter', async () => {
      expect(await createRefusal('--name', 'a')).toContain(
        'Invalid container name (a), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed',
      );
    });

    test('L3 the engine refuses a host name of 65 letters, up to 28 not before the start', async () => {
      const said = await engineSays('long', { Hostname: 'x'.repeat(65) });
      expect(said).toMatchObject({ message: expect.stringMatching(/hostname/i) as string });
    });

    test('N6 the engine keeps a block with host bits up to 24, and then refuses it', async () => {
      const name = bench.name('bits');
      const { status } = await tryDocker(
        ...['network', 'create', '--subnet', '10.213.243.37/28', name],
      );
      if (major >= 25) {
        expect(status).not.toBe(0);
        return;
      }
      expect(await inspect('network', name)).toMatchObject({
        IPAM: { Config: [{ Subnet: '10.213.243.37/28' }] },
      });
    });

    test('N16 the engine refuses a Linux bridge of 16 letters', async () => {
      const option = 'com.docker.network.bridge.name=br-0123456789abc';
      const args = ['--subnet', '10.213.243.48/28', '-o', option, bench.name('bridge')];
      expect(await refusal('network', 'create', ...args)).toMatch(
        /numerical result out of range|exceeds|too long/i,
      );
    });

    test('A14 the engine refuses a MAC address that is none', async () => {
      expect(await engineSays('mac', { MacAddress: 'zz' })).toMatchObject({
        message: expect.stringContaining('invalid MAC address') as string,
      });
    });

    const testOn20 = major === 20 ? test : test.skip;

    testOn20(
      'M17 engine 20.10 opens a port with a host address that is none on every address',
      async () => {
        const said = await engineSays('host-ip', {
          ExposedPorts: { '80/tcp': {} },
          HostConfig: { PortBindings: { '80/tcp': [{ HostIp: '127.0.0', HostPort: '' }] } },
        });
        expect(said).toBeUndefined();
        expect(await docker('port', bench.name('host-ip'), '80')).toMatch(/^0\.0\.0\.0:/m);
      },
    );
  });

  describe('order', () => {
    test('L7 neither of two containers that share the network of each other can start', async () => {
      const [a, b] = [bench.name('a'), bench.name('b')];
      await create('--name', a, '--network', `container:${b}`);
      await create('--name', b, '--network', `container:${a}`);
      for (const name of [a, b]) {
        expect(await refusal('start', name)).toContain(
          'cannot join network of a non running container',
        );
      }
    });

    test('L8 a container without a healthcheck never tells whether it is healthy', async () => {
      const [none, off] = [bench.name('no-check'), bench.name('check-off')];
      await create('--name', none);
      await create('--name', off, '--no-healthcheck');
      for (const name of [none, off]) {
        expect((await inspect<{ State: object }>('container', name)).State).not.toHaveProperty(
          'Health',
        );
      }
    });

    test('START_INTERVAL_UNSUPPORTED an engine before 25 has no start interval', async () => {
      const args = ['create', '--label', bench.label, '--health-cmd', 'true'];
      const { stderr } = await tryDocker(...args, '--health-start-interval', '2s', 'busybox');
      if (major < 25) expect(stderr).toContain('requires API version 1.44');
      else expect(stderr).toBe('');
    });
  });

  describe('mounts and files', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'portolan-files-'));
    afterAll(() => {
      rmSync(scratch, { recursive: true, force: true });
    });

    /** Puts a file in as the provider does: in an archive for the root folder. */
    const upload = (id: string, path: string): ReturnType<typeof tryDocker> => {
      const folder = mkdtempSync(join(scratch, 'upload-'));
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), 'uploaded\n');
      return tryDocker('cp', `${folder}/.`, `${id}:/`);
    };

    test('MOUNT_TARGET_TAKEN the engine refuses two mounts at one path', async () => {
      const volume = ['-v', `${bench.name('data')}:/data/`];
      for (const other of [
        ['-v', '/srv:/data'],
        ['--tmpfs', '/data'],
      ]) {
        expect(await createRefusal(...volume, ...other)).toContain('Duplicate mount point: /data');
      }
    });

    test('FILES_ON_READ_ONLY the engine refuses a file for a read-only container, even in a volume', async () => {
      const id = await create('--read-only', '-v', `${bench.name('data')}:/data`);
      expect((await upload(id, '/data/x')).stderr).toContain(
        'container rootfs is marked read-only',
      );
    });

    test('FILES_ON_READ_ONLY the engine refuses a file in a read-only mount', async () => {
      const id = await create('-v', `${scratch}:/conf:ro`);
      expect((await upload(id, '/conf/site.conf')).stderr).toContain('read-only file system');
    });

    test('FILE_LOST files disappear below what is mounted at the start, and nobody says so', async () => {
      const paths = [
        '/etc/hosts',
        '/etc/hostname',
        '/etc/resolv.conf',
        '/run/x',
        '/dev/x',
        '/proc/x',
        '/sys/x',
      ];
      const id = await create('--tmpfs', '/run', '-v', `${bench.name('kept')}:/run/kept`);
      for (const path of [...paths, '/run/kept/x', '/etc/kept']) {
        expect(await upload(id, path)).toMatchObject({ status: 0 });
      }
      await docker('start', id);
      const found = await docker(
        'exec',
        id,
        'sh',
        '-c',
        `grep -ls uploaded ${paths.join(' ')} /run/kept/x /etc/kept; true`,
      );
      expect(found).toBe('/run/kept/x\n/etc/kept');
    });

    test('FILE_WRITTEN_TO_HOST a file goes through a mount to the host, and stays there', async () => {
      const folder = mkdtempSync(join(scratch, 'host-'));
      const id = await create('-v', `${folder}:/conf`);
      expect(await upload(id, '/conf/site.conf')).toMatchObject({ status: 0 });
      await docker('rm', id);
      expect(readFileSync(join(folder, 'site.conf'), 'utf8')).toBe('uploaded\n');
    });
  });

  describe('limits', () => {
    test.each([
      [
        'MEMORY_SWAP_TOO_SMALL',
        ['--memory', '512m', '--memory-swap', '256m'],
        'Minimum memoryswap limit should be larger than memory limit, see usage',
      ],
      [
        'MEMORY_LIMIT_MISSING',
        ['--memory-swap', '256m'],
        'You should always set the Memory limit when using Memoryswap limit, see usage',
      ],
      [
        'MEMORY_RESERVATION_TOO_LARGE',
        ['--memory', '256m', '--memory-reservation', '512m'],
        'Minimum memory limit can not be less than memory reservation limit, see usage',
      ],
      [
        'CPU_LIMITS_CONFLICT',
        ['--cpus', '1.5', '--cpu-quota', '50000'],
        'Conflicting options: Nano CPUs and CPU Quota cannot both be set',
      ],
    ])('%s the engine refuses %j', async (_, options, text) => {
      expect(await createRefusal(...options)).toContain(text);
    });

    test.each([
      ['vm.max_map_count', {}, 'is not in a separate kernel namespace'],
      ['kernel.hostname', {}, 'conflicts with the OCI'],
      ['kernel.shmmax', { IpcMode: 'host' }, 'is not allowed in the hosts ipc namespace'],
    ])('SYSCTL_NOT_NAMESPACED the runtime refuses %s with %j', async (name, settings, text) => {
      const said = await engineSays(`sysctl-${name}`, {
        HostConfig: { Sysctls: { [name]: '262144' }, ...settings },
      });
      expect(said).toMatchObject({ message: expect.stringContaining(text) as string });
    });

    test.each(['kernel.domainname', 'kernel.shmmax', 'net.core.somaxconn'])(
      'SYSCTL_NOT_NAMESPACED the runtime takes %s',
      async (name) => {
        const settings = { HostConfig: { Sysctls: { [name]: '4096' } } };
        expect(await engineSays(`own-${name}`, settings)).toBeUndefined();
      },
    );
  });
});
