import { App } from 'cdktf';
import { Container, DockerStack } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'web-server');

new Container(stack, 'web001', {
  name: 'web001',
  image: 'busybox:1.36',
  workingDir: '/tmp',
  command: ['sh', '-c', 'echo 12345 > index.html; exec httpd -v -f'],
  init: true,
  publish: ['8080:80'],
});

app.synth();
