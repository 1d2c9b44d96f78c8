import { App } from 'cdktf';
import { DockerStack } from 'portolan';
import { WordPress } from 'portolan/stacks';

const app = new App();
const stack = new DockerStack(app, 'wordpress');

new WordPress(stack, 'blog', {
  publish: '127.0.0.1:8080:80',
  subnet: { cidr: '172.27.0.0/16', gateway: '172.27.0.1' },
});

app.synth();
