import { App } from 'cdktf';
import { join } from 'node:path';
import { DockerStack } from 'portolan';
import { WordPress } from 'portolan/stacks';

const app = new App();
const stack = new DockerStack(app, 'wordpress-env-files');

const file = (name: string): string => join(__dirname, name);

// docker run --env-file env_mysql.list -v $PWD/my.cnf:/etc/mysql/conf.d/my.cnf:ro mysql:8.4
// docker run --env-file env_wordpress.list -p 80:80 wordpress:php8.3-apache
new WordPress(stack, 'blog', {
  publish: '80:80',
  database: {
    engine: 'mysql',
    version: '8.4',
    aliases: ['mysql'],
    envFiles: [file('env_mysql.list')],
    volumes: [`${file('my.cnf')}:/etc/mysql/conf.d/my.cnf:ro`],
  },
  envFiles: [file('env_wordpress.list')],
});

app.synth();
