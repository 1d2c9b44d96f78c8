import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'custom-network');

const testNet = new BridgeNetwork(stack, 'test-net', {
  name: 'test-net',
  subnets: [{ cidr: '172.27.0.0/16', gateway: '172.27.0.1' }],
});

// Without a gateway, Portolan writes the one that Docker would choose: 172.26.0.1.
new BridgeNetwork(stack, 'other-net', { subnets: [{ cidr: '172.26.0.0/16' }] });

// Addresses outside the private ranges work, but hide the real owners of them: a note says so.
new BridgeNetwork(stack, 'public-net', { subnets: [{ cidr: '172.10.0.0/16' }] });

// The same address after every restart and every re-creation.
new Container(stack, 'centos01', {
  image: 'centos:7',
  command: ['sleep', 'infinity'],
  init: true,
  networks: [{ network: testNet, ipv4: '172.27.0.101' }],
});

app.synth();
