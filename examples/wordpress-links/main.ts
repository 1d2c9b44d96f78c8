import { App } from 'cdktf';
import { DockerStack } from 'portolan';
import { WordPress } from 'portolan/stacks';

const app = new App();
const stack = new DockerStack(app, 'wordpress-links');

// docker run --link db001 --link db001:"db002 db003 db004" -p 80:80 wordpress:php8.3-apache
// The database has these names for WordPress alone; the first one is WORDPRESS_DB_HOST.
new WordPress(stack, 'blog', {
  publish: '80:80',
  links: ['db001', 'db002', 'db003', 'db004'],
});

app.synth();
