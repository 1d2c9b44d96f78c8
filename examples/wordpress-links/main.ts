import { App } from 'cdktf';
import { DockerStack } from 'portolan';
import { WordPress } from 'portolan/stacks';

const app = new App();
const stack = new DockerStack(app, 'wordpress-links');

// docker run --link db001:"db002 db003 db004" -p 80:80 wordpress: the database has these names for
// WordPress alone.
new WordPress(stack, 'blog', {
  publish: '80:80',
  links: ['db002', 'db003', 'db004'],
});

app.synth();
