import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack, NetworkMode } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'network-modes');

const box = { image: 'busybox:1.36', command: ['sleep', 'infinity'], init: true };
const webServer = (port: number): string[] => ['httpd', '-f', '-h', '/etc', '-p', String(port)];

// bridge: the default. An address, a way out, no names.
new Container(stack, 'bridge', { ...box, networkMode: NetworkMode.bridge });

// host: the host's own addresses and ports; nothing needs to be published.
new Container(stack, 'host', { image: 'nginx:1.27', networkMode: NetworkMode.host, listens: [80] });

// none: loopback alone.
new Container(stack, 'none', { ...box, networkMode: NetworkMode.none });

// container: one address for both, so the ports must differ; each reaches the other as 127.0.0.1.
const first = new Container(stack, 'first', {
  image: 'busybox:1.36',
  command: webServer(8001),
  init: true,
  listens: [8001],
});
new Container(stack, 'second', {
  image: 'busybox:1.36',
  command: webServer(8002),
  init: true,
  networkMode: NetworkMode.container(first),
  listens: [8002],
});

// A network of your own.
const own = new BridgeNetwork(stack, 'own', { subnets: [{ cidr: '172.27.0.0/16' }] });
new Container(stack, 'user-defined', { ...box, networks: [own] });

app.synth();
