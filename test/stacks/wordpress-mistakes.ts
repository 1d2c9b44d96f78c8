import { App } from 'cdktf';
import { join } from 'node:path';
import { DockerStack, Volume } from 'portolan';
import { WordPress, type WordPressDatabaseProps, type WordPressProps } from 'portolan/stacks';

const app = new App();
const stack = new DockerStack(app, 'wordpress-mistakes');

const oldData = process.env['OLD_DATA'] ?? '';
const file = (name: string): string => join(__dirname, name);
const database: WordPressDatabaseProps = {
  engine: process.env['ENGINE'] === 'mysql' ? 'mysql' : 'mariadb',
  readyTimeoutSeconds: 20,
};

const propsOf: Readonly<Record<string, () => WordPressProps>> = {
  none: () => ({ database }),
  cli: () => ({ database, version: 'cli' }),
  // MSYQL_PASSWORD for MYSQL_PASSWORD.
  misspelt: () => ({
    database: { ...database, engine: 'mysql', envFiles: [file('wordpress-misspelt.list')] },
    envFiles: [file('wordpress-site.list')],
  }),
  // A volume that another installation has made, or that was left half-made.
  'old-data': () => ({
    database: { ...database, data: Volume.fromName(stack, 'old', oldData).at('/var/lib/mysql') },
  }),
};

const props = propsOf[process.env['MISTAKE'] ?? 'none']?.();
new WordPress(stack, 'blog', { publish: '127.0.0.1:8083:80', ...props });

app.synth();
