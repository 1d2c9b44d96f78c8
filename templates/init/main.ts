import { App } from 'cdktf';
import type { Construct } from 'constructs';
import { BridgeNetwork, Container, DockerStack, Healthcheck } from 'portolan';

/** A web server in front of an application, in a network of their own. */
export class ProjectStack extends DockerStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const network = new BridgeNetwork(this, 'net', {
      subnets: [{ cidr: '172.27.0.0/24', gateway: '172.27.0.1' }],
    });

    const app = new Container(this, 'app', {
      image: 'busybox:1.36',
      command: ['sh', '-c', 'echo 12345 > index.html; exec httpd -v -f'],
      networks: [{ network, ipv4: '172.27.0.10', aliases: ['backend'] }],
      healthcheck: Healthcheck.shell('wget -qO- http://127.0.0.1/', { interval: '5s' }),
      listens: [80],
      init: true,
    });

    const web = new Container(this, 'web', {
      image: 'nginx:1.27',
      networks: [{ network, ipv4: '172.27.0.11' }],
      publish: ['127.0.0.1:8080:80'],
    });
    web.dependsOn(app, 'healthy');
  }
}

if (require.main === module) {
  const app = new App();
  new ProjectStack(app, '{{project}}');
  app.synth();
}
