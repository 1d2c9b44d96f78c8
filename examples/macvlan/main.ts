import { App } from 'cdktf';
import { Container, DockerHost, DockerStack, MacvlanNetwork } from 'portolan';

const app = new App();
const parent = process.env['PARENT'] ?? 'eth0';
const stack = new DockerStack(app, 'macvlan', {
  host: DockerHost.local({ interfaces: [{ name: parent, addresses: ['192.168.1.5/24'] }] }),
});

// The LAN itself. Docker hands addresses out of ipRange alone: keep the LAN's DHCP server out of it.
const lan = new MacvlanNetwork(stack, 'lan', {
  parent,
  subnets: [{ cidr: '192.168.1.0/24', gateway: '192.168.1.1', ipRange: '192.168.1.192/27' }],
});

// A neighbour of every machine on the LAN. The host itself does not reach it: that is how macvlan works.
new Container(stack, 'web', {
  image: 'nginx:1.27',
  networks: [{ network: lan, ipv4: '192.168.1.135' }],
  listens: [80],
});

app.synth();
