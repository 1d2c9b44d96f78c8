import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack, NetworkMode } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'two-networks');

const testNet = new BridgeNetwork(stack, 'test-net', { subnets: [{ cidr: '172.27.0.0/16' }] });
const box = { image: 'centos:7', command: ['sleep', 'infinity'], init: true };

// docker network connect test-net centos01: it keeps its place on the default bridge.
const centos01 = new Container(stack, 'centos01', box);
centos01.connect(testNet, { aliases: ['from-the-bridge'] });

// And the other way round: from a network of its own onto the default bridge, too.
const centos02 = new Container(stack, 'centos02', { ...box, networks: [testNet] });
centos02.connect(NetworkMode.bridge);

// These two stay where they are: they do not reach each other, and synth would fail if they did.
const centos03 = new Container(stack, 'centos03', box);
const centos04 = new Container(stack, 'centos04', { ...box, networks: [testNet] });
stack.intents.neverReaches(centos03, centos04);
stack.intents.reaches(centos01, centos04);

app.synth();
