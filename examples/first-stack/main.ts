import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack, Healthcheck, Secret, Volume } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'first-stack');

const network = new BridgeNetwork(stack, 'net', {
  subnets: [{ cidr: '172.27.0.0/16', gateway: '172.27.0.1' }],
});

const db = new Container(stack, 'db', {
  image: 'mariadb:11.4.2',
  networks: [{ network, ipv4: '172.27.0.10' }],
  env: { MARIADB_DATABASE: 'shop', MARIADB_ROOT_PASSWORD: Secret.generated(stack, 'password') },
  volumes: [new Volume(stack, 'data').at('/var/lib/mysql')],
  healthcheck: Healthcheck.shell('healthcheck.sh --connect --innodb_initialized'),
});

const web = new Container(stack, 'web', {
  image: 'nginx:1.27',
  networks: [{ network, ipv4: '172.27.0.11', aliases: ['www'] }],
  publish: ['127.0.0.1:8080:80'],
});
web.dependsOn(db, 'healthy');

app.synth();
