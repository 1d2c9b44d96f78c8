import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'names');

const testNet = new BridgeNetwork(stack, 'test-net', { subnets: [{ cidr: '172.27.0.0/16' }] });
const box = { image: 'busybox:1.36', command: ['sleep', 'infinity'], init: true };

// On a network of your own, each finds the other as test1, test2 and www, whatever its address is now.
new Container(stack, 'test1', { ...box, networks: [testNet] });
new Container(stack, 'test2', { ...box, networks: [{ network: testNet, aliases: ['www'] }] });

// On the default bridge there are addresses but no names.
new Container(stack, 'nameless1', box);
new Container(stack, 'nameless2', box);

app.synth();
