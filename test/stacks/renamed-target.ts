import { App } from 'cdktf';
import { Container, DockerStack } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'renamed-target');

const box = { image: 'centos:7', command: ['sleep', 'infinity'], init: true };
const target = new Container(stack, 'store', { ...box, name: process.env['NAME'] });
new Container(stack, 'client', box).link(target, 'db001');

app.synth();
