import type { DockerStack } from 'portolan';
import {
  BridgeNetwork,
  Container,
  DockerHost,
  Healthcheck,
  MacvlanNetwork,
  Mount,
  Network,
  NetworkMode,
  OneShot,
  OverlayNetwork,
  Secret,
  Volume,
  type ContainerProps,
} from 'portolan';
import { dockerCommands, renderDockerCommands } from 'portolan/export';
import { shop, topologyOf } from '../support/synth';

function linesOf(stack: DockerStack, host = 'local'): string[] {
  return renderDockerCommands(topologyOf(stack), host).split('\n').slice(0, -1);
}

/** The options of `docker create` for one container with the properties. */
function createOptions(props: Partial<ContainerProps>): string {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', networkMode: NetworkMode.none, ...props });
  const line = linesOf(stack).find((each) => each.startsWith('docker create ')) ?? '';
  return line.replace('docker create --name shop-web --network none ', '');
}

test('makes networks, volumes, then containers', () => {
  const stack = shop();
  const network = new BridgeNetwork(stack, 'net', { subnets: [{ cidr: '172.27.0.0/16' }] });
  const data = new Volume(stack, 'data');
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks: [{ network, ipv4: '172.27.0.10', aliases: ['www'] }],
    volumes: [data.at('/data')],
  });
  expect(linesOf(stack)).toEqual([
    'docker network create --driver bridge --subnet 172.27.0.0/16 --gateway 172.27.0.1 shop-net',
    'docker volume create shop-data',
    'docker create --name shop-web --network shop-net --ip 172.27.0.10 --network-alias web --network-alias www --stop-timeout 10 --volume shop-data:/data nginx:1.27',
    'docker start shop-web',
  ]);
});

test('writes every option of a network', () => {
  const stack = shop();
  new BridgeNetwork(stack, 'net', {
    subnets: [
      { cidr: '172.27.0.0/16', ipRange: '172.27.1.0/24', auxAddresses: { router: '172.27.0.2' } },
      { cidr: 'fd00:27::/64', gateway: 'fd00:27::1' },
    ],
    ipv6: true,
    internal: true,
    icc: false,
    mtuBytes: 1400,
    bridgeName: 'br-shop',
    ipamDriver: 'default',
    ipamOptions: { a: 'b' },
    labels: { team: 'shop' },
  });
  const [line = ''] = linesOf(stack);
  expect(line.split(' --')).toEqual([
    'docker network create',
    'driver bridge',
    'internal',
    'ipv6',
    'subnet 172.27.0.0/16',
    expect.stringMatching(/^gateway 172\.27\./),
    'ip-range 172.27.1.0/24',
    'aux-address router=172.27.0.2',
    'subnet fd00:27::/64',
    'gateway fd00:27::1',
    'ipam-driver default',
    'ipam-opt a=b',
    'opt com.docker.network.bridge.enable_icc=false',
    'opt com.docker.network.bridge.name=br-shop',
    'opt com.docker.network.driver.mtu=1400',
    'label team=shop shop-net',
  ]);
});

test('writes networks of other drivers', () => {
  const stack = shop();
  new MacvlanNetwork(stack, 'lan', { parent: 'eth0', subnets: [{ cidr: '192.168.1.0/24' }] });
  new OverlayNetwork(stack, 'wide', { attachable: true });
  const [lan = '', wide = ''] = linesOf(stack);
  expect(lan).toContain('--driver macvlan --subnet 192.168.1.0/24');
  expect(lan).toContain('--opt parent=eth0');
  expect(wide).toBe('docker network create --driver overlay --attachable shop-wide');
});

test('makes no network that exists already', () => {
  const stack = shop();
  const network = Network.fromName(stack, 'old', 'old-net');
  new Container(stack, 'web', { image: 'nginx:1.27', networks: [network] });
  expect(linesOf(stack)).toEqual([
    expect.stringContaining('docker create --name shop-web --network old-net --network-alias web'),
    'docker start shop-web',
  ]);
});

test('connects a container to its further networks before it starts', () => {
  const stack = shop();
  const [front, back] = ['front', 'back'].map((id) => new BridgeNetwork(stack, id));
  new Container(stack, 'web', {
    image: 'nginx:1.27',
    networks: [front!, { network: back!, aliases: ['www'] }, NetworkMode.bridge],
  });
  expect(linesOf(stack).slice(2)).toEqual([
    expect.stringContaining('--network shop-front --network-alias web '),
    'docker network connect --alias web --alias www shop-back shop-web',
    'docker network connect bridge shop-web',
    'docker start shop-web',
  ]);
});

test('shares the network of another container by its name, and starts that one first', () => {
  const stack = shop();
  const later = new Container(stack, 'z', { image: 'nginx:1.27' });
  new Container(stack, 'a', { image: 'nginx:1.27', networkMode: NetworkMode.container(later) });
  const starts = linesOf(stack).filter((line) => line.startsWith('docker start'));
  expect(starts).toEqual(['docker start shop-z', 'docker start shop-a']);
  expect(linesOf(stack).join('\n')).toContain('--network container:shop-z');
});

test('makes a container after those it depends on and those whose volumes it takes over', () => {
  const stack = shop();
  const image = 'nginx:1.27';
  const web = new Container(stack, 'a-web', {
    image,
    volumes: [Mount.fromContainer('shop-y-donor')],
  });
  const db = new Container(stack, 'z-db', { image });
  new Container(stack, 'y-donor', { image });
  web.dependsOn(db);
  const starts = linesOf(stack).filter((line) => line.startsWith('docker start'));
  expect(starts).toEqual([
    'docker start shop-z-db',
    'docker start shop-y-donor',
    'docker start shop-a-web',
  ]);
});

test('waits for the end of a one-shot', () => {
  const stack = shop();
  new OneShot(stack, 'migrate', { image: 'app', command: ['migrate'] });
  expect(linesOf(stack).at(-1)).toBe('docker start --attach shop-migrate');
});

test('leaves out what is on other hosts', () => {
  const stack = shop();
  const nas = DockerHost.ssh('ssh://root@10.0.0.5', { name: 'nas' });
  new Container(stack, 'web', { image: 'nginx:1.27' });
  new Container(stack, 'files', { image: 'nginx:1.27', host: nas });
  expect(linesOf(stack).join('\n')).not.toContain('shop-files');
  expect(linesOf(stack, 'nas').at(-1)).toBe('docker start shop-files');
});

test('names secret variables without their values', () => {
  expect(createOptions({ env: { TOKEN: Secret.variable('token'), A: 'b' } })).toContain(
    '--env A=b --env TOKEN ',
  );
});

test.each<[string, Partial<ContainerProps>]>([
  ['--publish 127.0.0.1:8080:80', { networkMode: undefined, publish: ['127.0.0.1:8080:80'] }],
  ['--publish 53/udp', { networkMode: undefined, publish: ['53/udp'] }],
  ['--publish-all', { networkMode: undefined, publishAll: true }],
  ['--expose 9000/tcp', { expose: [9000] }],
  ['--hostname web1 --domainname example.org', { hostname: 'web1', domainname: 'example.org' }],
  [
    '--dns 10.0.0.53 --dns-search example.org --dns-option ndots:2',
    { dns: ['10.0.0.53'], dnsSearch: ['example.org'], dnsOptions: ['ndots:2'] },
  ],
  ['--add-host db:10.0.0.5', { extraHosts: { db: '10.0.0.5' } }],
  ["--env 'GREETING=good morning'", { env: { GREETING: 'good morning' } }],
  ["--env 'WORD=it'\\''s'", { env: { WORD: "it's" } }],
  ['--restart on-failure:5', { restart: 'on-failure:5' }],
  ['--restart unless-stopped', { restart: 'unless-stopped' }],
  [
    "--health-cmd 'curl -f localhost' --health-interval 5s --health-retries 4",
    { healthcheck: Healthcheck.shell('curl -f localhost', { interval: '5s', retries: 4 }) },
  ],
  ['--no-healthcheck', { healthcheck: Healthcheck.none() }],
  ['--user 1000:1000 --workdir /srv', { user: '1000:1000', workingDir: '/srv' }],
  ['--stop-signal SIGINT --stop-timeout 30', { stopSignal: 'SIGINT', stopGraceSeconds: 30 }],
  ['--init --tty --interactive', { init: true, tty: true, stdinOpen: true }],
  ['--label team=shop', { labels: { team: 'shop' } }],
  [
    '--log-driver json-file --log-opt max-size=1m',
    { logDriver: 'json-file', logOptions: { 'max-size': '1m' } },
  ],
  ['--volume /srv:/data:ro', { volumes: ['/srv:/data:ro'] }],
  [
    '--volume /srv:/data:rslave',
    { volumes: [Mount.bind('/srv', '/data', { propagation: 'rslave' })] },
  ],
  ['--tmpfs /run:size=1048576', { volumes: [Mount.tmpfs('/run', { size: '1m' })] }],
  ['--volumes-from other', { volumes: [Mount.fromContainer('other')] }],
  ['--cap-add CAP_NET_ADMIN --cap-drop CAP_CHOWN', { capAdd: ['NET_ADMIN'], capDrop: ['CHOWN'] }],
  ['--device /dev/fuse:/dev/fuse:rwm', { devices: ['/dev/fuse'] }],
  ['--security-opt no-new-privileges', { securityOpts: ['no-new-privileges'] }],
  ['--sysctl net.core.somaxconn=1024', { sysctls: { 'net.core.somaxconn': 1024 } }],
  [
    '--group-add audio --privileged --read-only',
    { groupAdd: ['audio'], privileged: true, readOnly: true },
  ],
  ['--pid host --ipc host', { pidMode: 'host', ipcMode: 'host' }],
  ['--memory 67108864 --memory-swap 134217728', { memory: '64m', memorySwap: '128m' }],
  ['--memory-swap -1', { memory: '64m', memorySwap: -1 }],
  ['--shm-size 67108864 --cpus 1.5', { shmSize: '64m', cpus: 1.5 }],
  ['--cpu-shares 512 --cpuset-cpus 0-1', { cpuShares: 512, cpusetCpus: '0-1' }],
  ['--ulimit nofile=512:1024', { ulimits: { nofile: { soft: 512, hard: 1024 } } }],
  ['nginx:1.27 nginx -g ', { command: ['nginx', '-g', 'daemon off;'] }],
  [
    "--entrypoint sh nginx:1.27 -c 'echo $HOME'",
    { entrypoint: ['sh', '-c'], command: ['echo $HOME'] },
  ],
])('writes %s', (options, props) => {
  expect(`${createOptions(props)} `).toContain(` ${options}`.trimStart());
});

test('gives words for a program, and quoted lines for a shell', () => {
  const stack = shop();
  new Container(stack, 'web', { image: 'nginx:1.27', command: ['echo', 'a b', '*', '$x'] });
  const topology = topologyOf(stack);
  expect(dockerCommands(topology, 'local')[0]?.slice(-4)).toEqual(['echo', 'a b', '*', '$x']);
  expect(renderDockerCommands(topology, 'local')).toContain(" nginx:1.27 echo 'a b' '*' '$x'\n");
});
