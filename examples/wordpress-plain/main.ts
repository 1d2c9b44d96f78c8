import { App } from 'cdktf';
import { BridgeNetwork, Container, DockerStack, Secret } from 'portolan';

const app = new App();
const stack = new DockerStack(app, 'wordpress-plain');

// Where the data is kept on the host.
const data = process.env['DATA'] ?? '/data';
const password = Secret.generated(stack, 'password');

// docker network create --subnet 172.27.0.0/16 --gateway 172.27.0.1 wordpress_net
const network = new BridgeNetwork(stack, 'net', {
  name: 'wordpress_net',
  subnets: [{ cidr: '172.27.0.0/16', gateway: '172.27.0.1' }],
});

// docker run -d --name db001 --network wordpress_net -e MYSQL_... -v /data/mysql:/var/lib/mysql mariadb:11.4.2
const db = new Container(stack, 'db001', {
  name: 'db001',
  image: 'mariadb:11.4.2',
  networks: [network],
  env: {
    MYSQL_ROOT_PASSWORD: Secret.generated(stack, 'root-password'),
    MYSQL_DATABASE: 'wordpress',
    MYSQL_USER: 'wordpress',
    MYSQL_PASSWORD: password,
  },
  volumes: [`${data}/mysql:/var/lib/mysql`],
  restart: 'always',
});

// docker run -d --name wordpress --network wordpress_net -p 80:80 ... wordpress:php8.3-apache
const wordpress = new Container(stack, 'wordpress', {
  name: 'wordpress',
  image: 'wordpress:php8.3-apache',
  networks: [network],
  publish: ['80:80'],
  env: {
    WORDPRESS_DB_HOST: 'db001',
    WORDPRESS_DB_USER: 'wordpress',
    WORDPRESS_DB_PASSWORD: password,
    WORDPRESS_DB_NAME: 'wordpress',
  },
  volumes: [`${data}/wordpress:/var/www/html`],
  restart: 'always',
});
wordpress.dependsOn(db);

// What it is meant to be, checked with every synth.
stack.intents.reaches(wordpress, db.port(3306));
stack.intents.onlyReachedBy(db, [wordpress]);

app.synth();
