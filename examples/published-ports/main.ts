import { App, TerraformOutput } from 'cdktf';
import { Container, DockerStack } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'published-ports');

const image = 'nginx:1.27';

new Container(stack, 'same', { image, publish: ['80:80'] });
new Container(stack, 'other', { image, publish: ['8080:80'] });
new Container(stack, 'local', { image, publish: ['127.0.0.1:8081:80'] });
new Container(stack, 'local-any', { image, publish: ['127.0.0.1::80'] });
new Container(stack, 'all', { image, publishAll: true });
new Container(stack, 'many', {
  image: 'busybox:1.36',
  command: ['sleep', 'infinity'],
  init: true,
  publish: ['5353:53/udp', '9000-9002:9000-9002', '[::1]:8082:80', { container: 443, host: 8443 }],
});

// Docker picks the port; it is known after the apply.
const any = new Container(stack, 'any', { image, publish: ['80'] });
new TerraformOutput(stack, 'port', { value: any.hostPort(80) });

app.synth();
