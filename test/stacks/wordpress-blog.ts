import { App, TerraformOutput } from 'cdktf';
import { DockerStack } from 'portolan';
import { WordPress } from 'portolan/stacks';

const app = new App();
const stack = new DockerStack(app, 'wordpress-blog');

const links = process.env['LINKS']?.split(' ');

const blog = new WordPress(stack, 'blog', {
  publish: '127.0.0.1:8082:80',
  version: process.env['WORDPRESS_VERSION'] ?? 'php8.3-apache',
  install: { title: 'Sea stories', adminUser: 'captain', adminEmail: 'captain@example.org' },
  database:
    process.env['ENGINE'] === 'mysql' ? { engine: 'mysql', version: '9.7' } : { engine: 'mariadb' },
  ...(links === undefined ? {} : { links }),
  // Tests talk to nobody outside.
  configExtra: "define('WP_HTTP_BLOCK_EXTERNAL', true);\ndefine('DISABLE_WP_CRON', true);",
});

new TerraformOutput(stack, 'admin-password', {
  value: blog.adminPassword?.in(stack),
  sensitive: true,
});

app.synth();
