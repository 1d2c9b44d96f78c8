import { App } from 'cdktf';
import { join } from 'node:path';
import { AddressPlan, BridgeNetwork, Container, DockerStack } from 'portolan';

const app = new App();

const plan = new AddressPlan(app, 'addresses', {
  pools: ['10.20.0.0/16'],
  reserved: ['10.20.255.0/24'], // given by hand
  avoid: ['10.20.128.0/17'], // the office's VPN
  lockFile: join(__dirname, 'portolan.lock.json'), // commit it
});

const stack = new DockerStack(app, 'address-plan');
const back = new BridgeNetwork(stack, 'back', { subnets: [plan.subnet({ hosts: 40 })] });
const image = 'busybox:1.36';
const command = ['sleep', 'infinity'];

// Fixed addresses, found by the plan and written down in the lock file.
new Container(stack, 'db', { image, command, init: true, networks: [back] });
new Container(stack, 'cache', { image, command, init: true, networks: [back] });

// An address that is written down wins; one that Docker picks comes from a range of its own.
new Container(stack, 'old', {
  image,
  command,
  init: true,
  networks: [{ network: back, ipv4: '10.20.0.9' }],
});
new Container(stack, 'batch', {
  image,
  command,
  init: true,
  networks: [{ network: back, dynamic: true }],
});

// A network without subnets gets a block of the plan, too.
const front = new BridgeNetwork(stack, 'front');
new Container(stack, 'web', { image, command, init: true, networks: [front] });

app.synth();
