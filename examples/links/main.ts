import { App } from 'cdktf';
import { Container, DockerStack } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'links');

const box = { image: 'centos:7', command: ['sleep', 'infinity'], init: true };
const centos01 = new Container(stack, 'centos01', box);
const db001 = new Container(stack, 'db001', box);
const client = new Container(stack, 'client', box);

// docker run --link centos01:centos01-alias --link db001:"db002 db003 db004"
client.link(centos01, 'centos01-alias');
client.link(db001, 'db002', 'db003', 'db004');

app.synth();
