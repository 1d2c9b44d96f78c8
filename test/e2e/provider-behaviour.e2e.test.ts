import { TerraformOutput } from 'cdktf';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BridgeNetwork,
  Container,
  Healthcheck,
  Image,
  Mount,
  Network,
  NetworkMode,
  OneShot,
  Secret,
  Volume,
  type ContainerProps,
  type DockerStack,
} from 'portolan';
import { docker } from '../support/docker';
import { describeWithProvider } from '../support/needs';
import { deploymentOf } from '../support/terraform';

const VERSIONS = ['3.6.2', '4.5.0'];

/** A container that stays up and ends at once when asked to. */
const idle = {
  image: 'busybox',
  command: ['sleep', '3600'],
  init: true,
  stopGraceSeconds: 1,
} satisfies Partial<ContainerProps>;

/** Settings whose second plan must be empty, and what the engine must say of them. */
const SETTINGS: Record<string, { props: Partial<ContainerProps>; config?: object; host?: object }> =
  {
    'two-bindings': {
      props: { publish: ['127.0.0.1::80', '127.0.0.2::80', '81', '53/udp'] },
      host: { PortBindings: expect.objectContaining({ '80/tcp': expect.any(Array) }) },
    },
    'ipv6-extra-host': {
      props: {
        extraHosts: { six: 'fd00::5', gate: 'host-gateway', four: ['10.0.0.5', '10.0.0.6'] },
      },
      host: {
        ExtraHosts: expect.arrayContaining(['six:fd00::5', 'four:10.0.0.5', 'four:10.0.0.6']),
      },
    },
    memory: { props: { memory: '64m' }, host: { Memory: 67108864, MemorySwap: 134217728 } },
    'memory-swap-off': { props: { memory: '64m', memorySwap: -1 }, host: { MemorySwap: -1 } },
    'memory-swap': { props: { memory: '64m', memorySwap: '64m' }, host: { MemorySwap: 67108864 } },
    cpus: { props: { cpus: 0.5 }, host: { CpuQuota: 50000, CpuPeriod: 100000 } },
    'cpu-limits': {
      props: { cpuShares: 512, cpuPeriod: 50000, cpuQuota: 25000, cpusetCpus: '0' },
      host: { CpuShares: 512, CpuPeriod: 50000, CpuQuota: 25000, CpusetCpus: '0' },
    },
    ulimits: {
      props: { ulimits: { nofile: { soft: 512, hard: 1024 }, core: -1 } },
      host: { Ulimits: expect.arrayContaining([{ Name: 'nofile', Soft: 512, Hard: 1024 }]) },
    },
    restart: {
      props: { restart: 'on-failure:3' },
      host: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 3 } },
    },
    logs: {
      props: { logDriver: 'json-file', logOptions: { 'max-size': '1m', 'max-file': '2' } },
      host: { LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '2' } } },
    },
    tmpfs: {
      props: {
        volumes: [Mount.tmpfs('/run', { size: '4m', mode: '1777' }), Mount.tmpfs('/var/cache')],
      },
      host: { Tmpfs: { '/run': 'size=4194304,mode=1777', '/var/cache': '' } },
    },
    mounts: {
      props: {
        volumes: [
          '/etc/hostname:/etc/on-host:ro',
          '/anonymous',
          '/slash/',
          Mount.bind('/usr/share', '/private', { propagation: 'rprivate' }),
          Mount.bind('/usr/share', '/existing', { createHostPath: false, readOnly: true }),
        ],
      },
    },
    'healthcheck-none': {
      props: { healthcheck: Healthcheck.none() },
      config: { Healthcheck: { Test: ['NONE'] } },
    },
    healthcheck: {
      props: {
        healthcheck: Healthcheck.shell('test -z "${NOTHING}"', {
          interval: '60s',
          timeout: '1500ms',
          startPeriod: '1h',
          retries: 4,
        }),
      },
      config: {
        Healthcheck: {
          Test: ['CMD-SHELL', 'test -z "${NOTHING}"'],
          Interval: 60e9,
          Timeout: 1.5e9,
          StartPeriod: 3600e9,
          Retries: 4,
        },
      },
    },
    'wait-healthy': {
      props: {
        healthcheck: Healthcheck.exec(['true'], { interval: '1s' }),
        waitHealthy: { timeoutSeconds: 30 },
      },
    },
    names: {
      props: {
        hostname: 'www',
        domainname: 'shop.example',
        dns: ['10.255.255.53'],
        dnsSearch: ['shop.example'],
        dnsOptions: ['ndots:2'],
      },
      config: { Hostname: 'www', Domainname: 'shop.example' },
      host: { Dns: ['10.255.255.53'], DnsSearch: ['shop.example'], DnsOptions: ['ndots:2'] },
    },
    text: {
      props: {
        env: { DOLLAR: '${HOME} $${x} %{if} $x', EMPTY: '', NUMBER: 1, FLAG: true },
        labels: { 'com.example.text': '${x} %{y}' },
        command: ['sh', '-c', 'echo ${HOME} > /tmp/home; exec sleep 3600'],
      },
      config: {
        Env: expect.arrayContaining([
          'DOLLAR=${HOME} $${x} %{if} $x',
          'EMPTY=',
          'NUMBER=1',
          'FLAG=true',
        ]),
        Labels: expect.objectContaining({ 'com.example.text': '${x} %{y}' }),
      },
    },
    process: {
      props: {
        user: '1000:1000',
        workingDir: '/tmp//app/',
        groupAdd: ['1001'],
        tty: true,
        stdinOpen: true,
        readOnly: true,
        stopSignal: 'int',
        shmSize: '32m',
        entrypoint: ['/bin/sleep'],
        command: ['3600'],
      },
      config: {
        User: '1000:1000',
        WorkingDir: '/tmp/app',
        Tty: true,
        OpenStdin: true,
        StopSignal: 'SIGINT',
      },
      host: { GroupAdd: ['1001'], ReadonlyRootfs: true, ShmSize: 33554432 },
    },
    isolation: {
      props: {
        capAdd: ['net_admin'],
        capDrop: ['CAP_MKNOD', 'chown'],
        sysctls: { 'net.core.somaxconn': 512 },
        devices: ['/dev/null:/dev/nothing:r'],
        securityOpts: ['no-new-privileges'],
        ipcMode: 'shareable',
        pidMode: 'host',
        cgroupnsMode: 'private',
      },
      host: {
        CapAdd: ['CAP_NET_ADMIN'],
        Sysctls: { 'net.core.somaxconn': '512' },
        IpcMode: 'shareable',
        PidMode: 'host',
      },
    },
    nothing: {
      props: {
        publish: [],
        volumes: [],
        files: [],
        env: {},
        labels: {},
        sysctls: {},
        ulimits: {},
        extraHosts: {},
        devices: [],
        capAdd: [],
        capDrop: [],
        dns: [],
        dnsSearch: [],
        dnsOptions: [],
        securityOpts: [],
        groupAdd: [],
        logOptions: {},
        storageOptions: {},
        entrypoint: [],
      },
    },
    'no-init': { props: { init: false } },
    'host-mode': { props: { networkMode: NetworkMode.host } },
    'none-mode': { props: { networkMode: NetworkMode.none } },
  };

describeWithProvider(VERSIONS, 'every setting is as declared, and stays', (provider) => {
  const deployment = deploymentOf('settings', provider);
  const folder = mkdtempSync(join(tmpdir(), 'portolan-settings-'));
  const isV4 = provider.version.startsWith('4.');

  beforeAll(async () => {
    writeFileSync(join(folder, 'app.env'), 'FROM_FILE=${HOME} "quoted" %{x}\nSECOND=2\n');
    writeFileSync(join(folder, 'secret'), 'p4ss ${word}\n');
    writeFileSync(join(folder, 'my.cnf'), '[mysqld]\nserver-id=100\n');
    await docker(
      'run',
      '-d',
      '--name',
      deployment.name('existing'),
      '--label',
      deployment.bench.label,
      '--init',
      'busybox',
      'sleep',
      '3600',
    );
    await docker('volume', 'create', deployment.name('existing'));
    await docker('network', 'create', deployment.name('existing'));
    await deployment.apply(define);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function define(stack: DockerStack): void {
    for (const [id, { props }] of Object.entries(SETTINGS))
      new Container(stack, id, { ...idle, ...props });
    defineNetworks(stack);
    defineFiles(stack);
    new Container(stack, 'publish-all', {
      image: 'nginx:1.27',
      publishAll: true,
      stopGraceSeconds: 1,
    });
    new Container(stack, 'not-started', { ...idle, start: false });
    new Container(stack, 'same-network', {
      ...idle,
      networkMode: NetworkMode.container(
        Container.fromName(stack, 'existing', deployment.name('existing')),
      ),
    });
    const image = Image.fromName(stack, 'image', 'busybox:1.36');
    new Container(stack, 'from-image', { ...idle, image });
    const job = new OneShot(stack, 'job', { image: 'busybox', command: ['sh', '-c', 'echo done'] });
    const after = new Container(stack, 'after-job', { ...idle, env: { JOB: job.id } });
    after.dependsOn(job, 'completed');
    if (isV4) {
      new Container(stack, 'platform', { ...idle, platform: 'linux/amd64' });
      new Container(stack, 'memory-reservation', {
        ...idle,
        memory: '64m',
        memoryReservation: '32m',
      });
    }
  }

  function defineNetworks(stack: DockerStack): void {
    const front = new BridgeNetwork(stack, 'front', {
      subnets: [
        {
          cidr: '10.231.0.0/24',
          ipRange: '10.231.0.128/25',
          auxAddresses: { router: '10.231.0.2' },
        },
      ],
      mtuBytes: 1400,
      labels: { 'com.example.text': '${x}' },
    });
    const dual = new BridgeNetwork(stack, 'dual', {
      subnets: [{ cidr: '10.231.1.0/24' }, { cidr: 'fd00:231::/64' }],
      internal: true,
    });
    const auto = new BridgeNetwork(stack, 'auto');
    const existing = Network.fromName(stack, 'existing-net', deployment.name('existing'));
    const web = new Container(stack, 'web', {
      ...idle,
      networks: [
        { network: front, ipv4: '10.231.0.10', aliases: ['www'] },
        { network: dual, ipv6: 'fd00:231::10' },
        auto,
      ],
      publish: ['80'],
    });
    const db = new Container(stack, 'db', idle);
    db.connect(existing, { aliases: ['database'] });
    web.link(db, 'mysql', 'mariadb');
    new Container(stack, 'beside', { ...idle, networkMode: NetworkMode.container(web) });
    new TerraformOutput(stack, 'fixed', { value: web.ipv4(front), staticId: true });
    new TerraformOutput(stack, 'fixed6', { value: web.ipv6(dual), staticId: true });
    new TerraformOutput(stack, 'dynamic', { value: web.ipv4(auto), staticId: true });
    new TerraformOutput(stack, 'bridged', { value: db.ipv4(NetworkMode.bridge), staticId: true });
    new TerraformOutput(stack, 'port', { value: web.hostPort(80), staticId: true });
  }

  function defineFiles(stack: DockerStack): void {
    const data = new Volume(stack, 'data', { labels: { 'com.example.text': '${x}' } });
    new Container(stack, 'files', {
      ...idle,
      volumes: [
        data.at('/data'),
        Volume.fromName(stack, 'old', deployment.name('existing')).at('/old', { readOnly: true }),
      ],
      envFiles: [join(folder, 'app.env')],
      env: {
        SECRET: Secret.fromFile(join(folder, 'secret')),
        MADE: Secret.generated(stack, 'made'),
      },
      files: [
        { path: '/etc/motd', content: 'hello ${USER} %{x}\n', mode: '0600' },
        { path: '/etc/my.cnf', source: join(folder, 'my.cnf') },
        {
          path: '/run.sh',
          contentBase64: Buffer.from('echo ${x}').toString('base64'),
          executable: true,
        },
        { path: '/etc/secret', content: Secret.fromFile(join(folder, 'secret')) },
      ],
    });
  }

  test.each(Object.entries(SETTINGS))('%s', async (id, { config = {}, host = {} }) => {
    const data = await deployment.container(id);
    expect(data.State.Running).toBe(true);
    expect(data.Config).toMatchObject(config);
    expect(data.HostConfig).toMatchObject(host);
  });

  test('a second plan is empty', async () => {
    expect(await deployment.plan()).toEqual([]);
  });

  test('addresses, aliases and names of links are as declared', async () => {
    const [web, db] = await Promise.all([deployment.container('web'), deployment.container('db')]);
    expect(web.NetworkSettings.Networks[deployment.name('front')]).toMatchObject({
      IPAddress: '10.231.0.10',
      Aliases: expect.arrayContaining(['web', 'www']),
    });
    expect(web.NetworkSettings.Networks[deployment.name('dual')]).toMatchObject({
      GlobalIPv6Address: 'fd00:231::10',
    });
    expect(Object.keys(db.NetworkSettings.Networks)).toEqual(
      expect.arrayContaining([
        'bridge',
        deployment.name('existing'),
        deployment.name('web-link-db'),
      ]),
    );
    const mysql = await docker('exec', deployment.name('web'), 'nslookup', 'mysql');
    expect(mysql).toContain(db.NetworkSettings.Networks[deployment.name('web-link-db')]?.IPAddress);
  });

  test('hands out addresses and ports', async () => {
    const [outputs, web, db] = await Promise.all([
      deployment.outputs(),
      deployment.container('web'),
      deployment.container('db'),
    ]);
    expect(outputs).toEqual({
      fixed: '10.231.0.10',
      fixed6: 'fd00:231::10',
      dynamic: web.NetworkSettings.Networks[deployment.name('auto')]?.IPAddress,
      bridged: db.NetworkSettings.Networks['bridge']?.IPAddress,
      port: Number(
        web.NetworkSettings.Ports['80/tcp']?.find(({ HostIp }) => HostIp === '0.0.0.0')?.HostPort,
      ),
    });
  });

  test('containers share a network by construct and by name', async () => {
    const [beside, web, same, existing] = await Promise.all(
      ['beside', 'web', 'same-network', 'existing'].map((id) => deployment.container(id)),
    );
    expect(beside!.HostConfig['NetworkMode']).toBe(`container:${web!.Id}`);
    expect(same!.HostConfig['NetworkMode']).toBe(`container:${existing!.Id}`);
  });

  test('publishes every exposed port', async () => {
    const { NetworkSettings } = await deployment.container('publish-all');
    expect(Number(NetworkSettings.Ports['80/tcp']?.[0]?.HostPort)).toBeGreaterThan(0);
  });

  test('publishes on both families where no address is named', async () => {
    const { NetworkSettings } = await deployment.container('two-bindings');
    expect(NetworkSettings.Ports['81/tcp']?.map(({ HostIp }) => HostIp).sort()).toEqual([
      '0.0.0.0',
      '::',
    ]);
    expect(NetworkSettings.Ports['80/tcp']?.map(({ HostIp }) => HostIp).sort()).toEqual([
      '127.0.0.1',
      '127.0.0.2',
    ]);
  });

  test('makes a container without starting it', async () => {
    expect((await deployment.container('not-started')).State.Status).toBe('created');
  });

  test('puts files in, and hands env files and secrets over as they are', async () => {
    const read = (path: string): Promise<string> =>
      docker('exec', deployment.name('files'), 'cat', path);
    expect(await read('/etc/motd')).toBe('hello ${USER} %{x}');
    expect(await read('/etc/my.cnf')).toBe('[mysqld]\nserver-id=100');
    expect(await read('/run.sh')).toBe('echo ${x}');
    expect(await read('/etc/secret')).toBe('p4ss ${word}');
    expect(
      await docker(
        'exec',
        deployment.name('files'),
        'stat',
        '-c',
        '%a %n',
        '/etc/motd',
        '/etc/my.cnf',
        '/run.sh',
      ),
    ).toBe('600 /etc/motd\n644 /etc/my.cnf\n744 /run.sh');
    const { Config } = await deployment.container('files');
    expect(Config.Env).toEqual(
      expect.arrayContaining([
        'FROM_FILE=${HOME} "quoted" %{x}',
        'SECOND=2',
        'SECRET=p4ss ${word}',
        expect.stringMatching(/^MADE=[a-zA-Z0-9]{32}$/),
      ]),
    );
  });

  test('mounts what is asked for', async () => {
    const { Mounts } = await deployment.container('mounts');
    const of = (destination: string): unknown =>
      Mounts.find(({ Destination }) => Destination === destination);
    expect(of('/etc/on-host')).toMatchObject({ Type: 'bind', Source: '/etc/hostname', RW: false });
    expect(of('/anonymous')).toMatchObject({ Type: 'volume', RW: true });
    expect(of('/private')).toMatchObject({ Type: 'bind', Propagation: 'rprivate' });
    expect(of('/existing')).toMatchObject({ Type: 'bind', RW: false });
  });

  test('a plan works while a container whose outputs are used is stopped', async () => {
    await docker('stop', deployment.name('web'), deployment.name('db'));
    await expect(deployment.plan()).resolves.toEqual(expect.any(Array));
  });
});

/** A change that the provider would not make by itself. */
const CHANGES: Record<string, [Partial<ContainerProps>, Partial<ContainerProps>]> = {
  'healthcheck-changed': [
    { healthcheck: Healthcheck.shell('true') },
    { healthcheck: Healthcheck.shell('true', { interval: '5s' }) },
  ],
  'healthcheck-added': [{}, { healthcheck: Healthcheck.shell('true') }],
  'healthcheck-removed': [{ healthcheck: Healthcheck.shell('true') }, {}],
  'tmpfs-changed': [
    { volumes: [Mount.tmpfs('/run', { size: '1m' })] },
    { volumes: [Mount.tmpfs('/run', { size: '2m' })] },
  ],
  'init-changed': [{ init: false }, { init: true }],
  'cpus-changed': [{ cpus: 0.5 }, { cpus: 0.75 }],
  'env-removed': [{ env: { A: '1' } }, {}],
  'env-changed': [{ env: { A: '1', B: '1' } }, { env: { A: '1' } }],
  'command-removed': [
    { entrypoint: ['sleep', '3600'], command: ['1'] },
    { entrypoint: ['sleep', '3600'], command: [] },
  ],
  'hostname-removed': [{ hostname: 'www' }, {}],
  'memory-removed': [{ memory: '64m' }, {}],
  'ports-changed': [{ publish: ['127.0.0.1::80'] }, { publish: ['127.0.0.1::81'] }],
  'mount-changed': [
    { volumes: [Mount.bind('/usr/share', '/a', { propagation: 'rprivate' })] },
    { volumes: [Mount.bind('/usr/share', '/a', { propagation: 'private' })] },
  ],
  'ipv6-host-changed': [{ extraHosts: { six: 'fd00::5' } }, { extraHosts: { six: 'fd00::6' } }],
};

/** A change that the provider makes in the running container. */
const IN_PLACE: Record<string, [Partial<ContainerProps>, Partial<ContainerProps>]> = {
  'memory-raised': [{ memory: '64m' }, { memory: '128m' }],
  'restart-changed': [{ restart: 'no' }, { restart: 'always' }],
  'grace-changed': [{ stopGraceSeconds: 1 }, { stopGraceSeconds: 1 }],
};

describeWithProvider(VERSIONS, 'a change reaches the engine', (provider) => {
  const deployment = deploymentOf('changes', provider);
  const all = { ...CHANGES, ...IN_PLACE };
  const before = new Map<string, string>();

  const define =
    (index: 0 | 1) =>
    (stack: DockerStack): void => {
      for (const [id, versions] of Object.entries(all))
        new Container(stack, id, { ...idle, ...versions[index] });
    };

  beforeAll(async () => {
    await deployment.apply(define(0));
    for (const id of Object.keys(all)) before.set(id, (await deployment.container(id)).Id);
    await deployment.apply(define(1));
  });

  test.each(Object.keys(CHANGES))('%s replaces the container', async (id) => {
    expect((await deployment.container(id)).Id).not.toBe(before.get(id));
  });

  test.each(Object.keys(IN_PLACE))('%s keeps the container', async (id) => {
    expect((await deployment.container(id)).Id).toBe(before.get(id));
  });

  test('a plan after the change is empty', async () => {
    expect(await deployment.plan()).toEqual([]);
  });
});

describeWithProvider(VERSIONS, 'a container gets its time to end', (provider) => {
  const deployment = deploymentOf('grace', provider);
  const folder = mkdtempSync(join(tmpdir(), 'portolan-grace-'));

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const define =
    (version: string) =>
    (stack: DockerStack): void => {
      new Container(stack, 'slow', {
        image: 'busybox',
        command: [
          'sh',
          '-c',
          'trap "sleep 2; echo $VERSION >> /out/ended; exit 0" TERM; while :; do sleep 0.1; done',
        ],
        env: { VERSION: version },
        volumes: [Mount.bind(folder, '/out')],
      });
    };

  test('when it is replaced and when it is destroyed', async () => {
    await deployment.apply(define('one'));
    await deployment.apply(define('two'));
    expect(readFileSync(join(folder, 'ended'), 'utf8')).toBe('one\n');
    await deployment.destroy();
    expect(readFileSync(join(folder, 'ended'), 'utf8')).toBe('one\ntwo\n');
  });
});

describeWithProvider(VERSIONS, 'a OneShot that fails', (provider) => {
  const deployment = deploymentOf('oneshot', provider);

  const define =
    (code: number) =>
    (stack: DockerStack): void => {
      const job = new OneShot(stack, 'job', {
        image: 'busybox',
        command: ['sh', '-c', `echo "cannot reach \${HOST}"; echo oops >&2; exit ${String(code)}`],
      });
      new TerraformOutput(stack, 'code', { value: job.exitCode, staticId: true });
    };

  test('fails the apply with what it said, and runs again at the next one', async () => {
    const { status, text } = await deployment.tryApply(define(3));
    expect(status).toBe(1);
    expect(text).toContain(`${deployment.name('job')} ended with exit code 3 and said:`);
    expect(text).toMatch(/cannot reach\s[^]*oops|oops[^]*cannot reach\s/);
    const again = await deployment.tryApply(define(3));
    expect(again.text).toContain('ended with exit code 3');
    await deployment.apply(define(0));
    expect(await deployment.outputs()).toEqual({ code: 0 });
    expect(await deployment.plan()).toEqual([]);
  });
});
