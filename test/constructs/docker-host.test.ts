import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerHost, Secret, type DockerHostProps } from 'portolan';
import { planOf, shop, topologyOf, type Block } from '../support/synth';

/** The provider's block for the host, as the own one of a stack. */
function providerOf(host: DockerHost): Block | undefined {
  return planOf(shop({ host })).provider['docker']?.[0];
}

/** Keeps the provider from taking `DOCKER_CONTEXT` or `DOCKER_CERT_PATH` instead. */
const explicit = { context: '', cert_path: '' };

test.each<[string, DockerHost, string, string, Block]>([
  ['local', DockerHost.local(), 'local', 'environment', {}],
  [
    'a socket',
    DockerHost.local({ socket: '/run/docker.sock' }),
    'local',
    'unix:///run/docker.sock',
    { host: 'unix:///run/docker.sock', ...explicit },
  ],
  [
    'a socket URL',
    DockerHost.local({ socket: 'unix:///run/docker.sock' }),
    'local',
    'unix:///run/docker.sock',
    { host: 'unix:///run/docker.sock', ...explicit },
  ],
  [
    'tcp',
    DockerHost.tcp('tcp://10.0.0.5:2375'),
    '10.0.0.5',
    'tcp://10.0.0.5:2375',
    { host: 'tcp://10.0.0.5:2375', ...explicit },
  ],
  [
    'tcp to an IPv6 address',
    DockerHost.tcp('tcp://[fd00::5]:2375'),
    'fd00--5',
    'tcp://[fd00::5]:2375',
    { host: 'tcp://[fd00::5]:2375', ...explicit },
  ],
  [
    'tcp with a folder',
    DockerHost.tcp('tcp://nas.lan:2376', { tls: { certPath: '/certs' } }),
    'nas.lan',
    'tcp://nas.lan:2376',
    { host: 'tcp://nas.lan:2376', context: '', cert_path: '/certs' },
  ],
  [
    'tcp with material',
    DockerHost.tcp('tcp://nas:2376', {
      tls: { ca: 'CA', cert: 'CERT', key: Secret.variable('key') },
    }),
    'nas',
    'tcp://nas:2376',
    {
      host: 'tcp://nas:2376',
      ...explicit,
      ca_material: 'CA',
      cert_material: 'CERT',
      key_material: '${var.key}',
    },
  ],
  [
    'ssh',
    DockerHost.ssh('ssh://root@10.0.0.5:22'),
    '10.0.0.5',
    'ssh://root@10.0.0.5:22',
    { host: 'ssh://root@10.0.0.5:22', ...explicit },
  ],
  [
    'ssh with options',
    DockerHost.ssh('ssh://root@nas', { sshOptions: ['-i', '~/.ssh/id', '-o', 'ControlPath=${x}'] }),
    'nas',
    'ssh://root@nas',
    {
      host: 'ssh://root@nas',
      ...explicit,
      ssh_opts: ['-i', '~/.ssh/id', '-o', 'ControlPath=$${x}'],
    },
  ],
  ['a context', DockerHost.context('nas'), 'nas', 'context:nas', { context: 'nas' }],
  [
    'no daemon check',
    DockerHost.local({ disableDaemonCheck: true }),
    'local',
    'environment',
    { disable_docker_daemon_check: true },
  ],
])('writes %s', (_, host, name, endpoint, block) => {
  expect(host.name).toBe(name);
  expect(host.description.endpoint).toBe(endpoint);
  expect(providerOf(host)).toEqual(block);
});

test.each([
  ['10.0.0.5', 'host-10-0-0-5'],
  ['nas', 'nas'],
  ['nas.lan', 'nas-lan'],
  ['_x', undefined],
])('makes an alias of %s', (name, alias) => {
  if (alias === undefined) expect(() => DockerHost.local({ name })).toThrow('NAME_MALFORMED');
  else expect(DockerHost.local({ name }).alias).toBe(alias);
});

test('describes the machine in the topology', () => {
  const known: DockerHostProps = {
    name: 'nas',
    engineVersion: '28.5',
    kind: 'rootless',
    interfaces: [
      { name: 'eth0', addresses: ['192.168.1.5/24'], mtuBytes: 1400 },
      { name: 'wlan0', wireless: true },
    ],
    routes: [{ destination: '0.0.0.0/0', via: '192.168.1.1', interface: 'eth0' }],
    services: [{ port: 22, protocol: 'tcp', address: '0.0.0.0', name: 'sshd' }],
    addressPools: [{ base: '10.128.0.0/9', size: 24 }],
    daemon: { bip: '172.19.0.1/16', dns: ['10.0.0.53'], icc: false, mtu: 1400 },
  };
  const host = DockerHost.local(known);
  const { name: id, interfaces, ...rest } = known;
  expect(topologyOf(shop({ host })).hosts).toEqual([
    {
      id,
      endpoint: 'environment',
      ...rest,
      interfaces: [interfaces?.[0], { name: 'wlan0', addresses: [], wireless: true }],
    },
  ]);
});

test('an interface without addresses has none', () => {
  const host = DockerHost.local({ interfaces: [{ name: 'eth0', addresses: undefined }] });
  expect(host.description.interfaces).toEqual([{ name: 'eth0', addresses: [] }]);
});

test('one host may serve several apps', () => {
  const host = DockerHost.tcp('tcp://nas:2376', {
    tls: { ca: 'CA', cert: 'C', key: Secret.variable('key') },
  });
  expect(providerOf(host)).toEqual(providerOf(host));
});

test('rejects a value that only Terraform knows where a check needs it', () => {
  const engineVersion = '${TfToken[TOKEN.0]}';
  expect(() => DockerHost.local({ engineVersion })).toThrow(
    'DockerHost.local: engineVersion has a value that only Terraform knows; write what it is: the checks before the deploy need it [PROP_TYPE]',
  );
});

test.each([
  ['socket', () => DockerHost.ssh('ssh://nas', { socket: '/x' } as never)],
  ['tls', () => DockerHost.local({ tls: {} } as never)],
  ['sshOptions', () => DockerHost.tcp('tcp://nas:1', { sshOptions: [] } as never)],
])('rejects %s, which is of another kind of host', (prop, make) => {
  expect(make).toThrow(`there is no property '${prop}'`);
});

describe('current', () => {
  const before = { ...process.env };
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'portolan-docker-'));
    for (const name of Object.keys(process.env))
      if (name.startsWith('DOCKER_')) Reflect.deleteProperty(process.env, name);
    process.env['DOCKER_CONFIG'] = folder;
  });
  afterEach(() => {
    process.env = { ...before };
    rmSync(folder, { recursive: true });
  });

  /** A context as `docker context create` keeps it. */
  function addContext(name: string, host: string, withTls = false): string {
    const key = createHash('sha256').update(name).digest('hex');
    const meta = join(folder, 'contexts', 'meta', key);
    const tls = join(folder, 'contexts', 'tls', key, 'docker');
    mkdirSync(meta, { recursive: true });
    writeFileSync(
      join(meta, 'meta.json'),
      JSON.stringify({ Name: name, Endpoints: { docker: { Host: host } } }),
    );
    if (withTls) mkdirSync(tls, { recursive: true });
    return tls;
  }

  function useContext(name: string): void {
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ currentContext: name }));
  }

  test('is the local engine when nothing is said', () => {
    const host = DockerHost.current({ engineVersion: '28.5' });
    expect(host.description).toMatchObject({
      id: 'local',
      endpoint: 'environment',
      engineVersion: '28.5',
    });
    expect(providerOf(host)).toEqual({});
  });

  test('is DOCKER_HOST', () => {
    Object.assign(process.env, { DOCKER_HOST: 'ssh://root@nas', DOCKER_CONTEXT: 'ignored' });
    const host = DockerHost.current();
    expect([host.name, host.description.endpoint]).toEqual(['environment', 'ssh://root@nas']);
    expect(providerOf(host)).toEqual({ host: 'ssh://root@nas', ...explicit });
  });

  test('is DOCKER_HOST with the TLS material of DOCKER_CERT_PATH', () => {
    Object.assign(process.env, {
      DOCKER_HOST: 'tcp://nas:2376',
      DOCKER_TLS_VERIFY: '1',
      DOCKER_CERT_PATH: '/certs',
    });
    expect(providerOf(DockerHost.current())).toEqual({
      host: 'tcp://nas:2376',
      context: '',
      cert_path: '/certs',
    });
  });

  test('finds the TLS material where the command line keeps it', () => {
    Object.assign(process.env, { DOCKER_HOST: 'tcp://nas:2376', DOCKER_TLS_VERIFY: '1' });
    expect(providerOf(DockerHost.current())).toMatchObject({ cert_path: folder });
  });

  test('takes no TLS material without DOCKER_TLS_VERIFY', () => {
    Object.assign(process.env, { DOCKER_HOST: 'tcp://nas:2375', DOCKER_CERT_PATH: '/certs' });
    expect(providerOf(DockerHost.current())).toEqual({ host: 'tcp://nas:2375', ...explicit });
  });

  test('is the context of DOCKER_CONTEXT, with its TLS material', () => {
    const tls = addContext('nas', 'tcp://nas:2376', true);
    addContext('other', 'tcp://other:2376');
    useContext('other');
    process.env['DOCKER_CONTEXT'] = 'nas';
    const host = DockerHost.current();
    expect(host.name).toBe('nas');
    expect(providerOf(host)).toEqual({ host: 'tcp://nas:2376', context: '', cert_path: tls });
  });

  test('is the context that docker context use names', () => {
    addContext('rootless', 'unix:///run/user/1000/docker.sock');
    useContext('rootless');
    const host = DockerHost.current();
    expect([host.name, host.description.endpoint]).toEqual([
      'rootless',
      'unix:///run/user/1000/docker.sock',
    ]);
  });

  test('the context default is the local engine', () => {
    useContext('default');
    expect(DockerHost.current().description.endpoint).toBe('environment');
  });

  test('may have another name', () => {
    addContext('nas', 'ssh://root@nas');
    useContext('nas');
    expect(DockerHost.current({ name: 'storage' }).name).toBe('storage');
  });

  test('rejects a context that is not there', () => {
    useContext('gone');
    expect(() => DockerHost.current()).toThrow(
      /^DockerHost\.current: cannot read the docker context 'gone' \(.*\); see docker context ls, or use DockerHost\.local, DockerHost\.tcp or DockerHost\.ssh \[CONTEXT_UNREADABLE\]$/,
    );
  });

  test.each([
    ['is not JSON', '{'],
    ['names no engine', '{"Endpoints":{}}'],
  ])('rejects a context that %s', (_, text) => {
    addContext('nas', 'x');
    writeFileSync(
      join(
        folder,
        'contexts',
        'meta',
        createHash('sha256').update('nas').digest('hex'),
        'meta.json',
      ),
      text,
    );
    useContext('nas');
    expect(() => DockerHost.current()).toThrow('CONTEXT_UNREADABLE');
  });

  test('rejects a configuration that is not JSON', () => {
    writeFileSync(join(folder, 'config.json'), '{');
    expect(() => DockerHost.current()).toThrow("the docker command line's configuration");
  });
});
