import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack, NetworkMode } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'joining');

const testNet = new BridgeNetwork(stack, 'test-net', { subnets: [{ cidr: '172.27.0.0/16' }] });
const box = { image: 'centos:7', command: ['sleep', 'infinity'], init: true };
const centos01 = new Container(stack, 'centos01', box);
const centos02 = new Container(stack, 'centos02', { ...box, networks: [testNet] });

const joins = process.env['JOINS'];
if (joins === 'centos01') centos01.connect(testNet);
if (joins === 'centos02') centos02.connect(NetworkMode.bridge);

app.synth();
