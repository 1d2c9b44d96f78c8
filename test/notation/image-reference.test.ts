import * as fc from 'fast-check';
import { parseImageReference, type ImageReference } from '../../src/notation/image-reference';

const SHA256 = `sha256:${'a'.repeat(64)}`;
const SHA384 = `sha384:${'b'.repeat(96)}`;
const SHA512 = `sha512:${'c'.repeat(128)}`;

test.each<[string, ImageReference]>([
  ['nginx', { repository: 'nginx' }],
  ['nginx:1.27', { repository: 'nginx', tag: '1.27' }],
  ['library/nginx', { repository: 'library/nginx' }],
  ['a/b/c', { repository: 'a/b/c' }],
  [`nginx@${SHA256}`, { repository: 'nginx', digest: SHA256 }],
  [`nginx@${SHA384}`, { repository: 'nginx', digest: SHA384 }],
  [`nginx@${SHA512}`, { repository: 'nginx', digest: SHA512 }],
  [`nginx:1@${SHA256}`, { repository: 'nginx', tag: '1', digest: SHA256 }],
  ['docker.io/nginx', { registry: 'docker.io', repository: 'nginx' }],
  ['localhost/app', { registry: 'localhost', repository: 'app' }],
  ['localhost:5000/app:1', { registry: 'localhost:5000', repository: 'app', tag: '1' }],
  ['reg:5000/app', { registry: 'reg:5000', repository: 'app' }],
  ['reg.example:123456/app', { registry: 'reg.example:123456', repository: 'app' }],
  ['Reg.Example/app', { registry: 'Reg.Example', repository: 'app' }],
  ['Reg/app', { registry: 'Reg', repository: 'app' }],
  ['[fd00::1]:5000/app', { registry: '[fd00::1]:5000', repository: 'app' }],
  ['reg/app', { repository: 'reg/app' }],
  ['a_b', { repository: 'a_b' }],
  ['a__b', { repository: 'a__b' }],
  ['a--b', { repository: 'a--b' }],
  ['a.b', { repository: 'a.b' }],
  ['nginx:_x', { repository: 'nginx', tag: '_x' }],
  ['nginx:Alpine', { repository: 'nginx', tag: 'Alpine' }],
  [`nginx:${'x'.repeat(128)}`, { repository: 'nginx', tag: 'x'.repeat(128) }],
])('reads %s', (text, reference) => {
  expect(parseImageReference(text, 'shop/web')).toEqual(reference);
});

const NAME = "write a name such as 'nginx:1.27'";
const DIGEST = 'write sha256: and 64 hexadecimal digits';
test.each([
  ['', `image '' has the repository name ''; ${NAME}`],
  ['Nginx', "image 'Nginx' has the repository name 'Nginx'; write nginx"],
  ['reg.example/App', "image 'reg.example/App' has the repository name 'App'; write app"],
  ['nginx:', "image 'nginx:' has the tag ''; write letters, digits, _, . and -, at most 128"],
  ['nginx:-x', "image 'nginx:-x' has the tag '-x'; write letters, digits, _, . and -, at most 128"],
  [
    'nginx:1:2',
    "image 'nginx:1:2' has the tag '1:2'; write letters, digits, _, . and -, at most 128",
  ],
  ['nginx@', `image 'nginx@' has the digest ''; ${DIGEST}`],
  ['nginx@sha256:abc', `image 'nginx@sha256:abc' has the digest 'sha256:abc'; ${DIGEST}`],
  [
    'my_host.x/app',
    "image 'my_host.x/app' has the registry 'my_host.x'; write a host with an optional port",
  ],
  ['a..b/app', "image 'a..b/app' has the registry 'a..b'; write a host with an optional port"],
])('rejects %j', (text, message) => {
  expect(() => parseImageReference(text, 'shop/web')).toThrow(
    `shop/web: ${message} [IMAGE_REFERENCE_MALFORMED]`,
  );
});

test.each([
  'nginx ',
  'ngi nx',
  'é',
  '/nginx',
  'a//b',
  'a/',
  '.a',
  'a.',
  '-a',
  'a-',
  '_a',
  'a___b',
  'a._b',
  'a.-b',
  'http://reg.example/app',
  'a-.b/app',
  '-a.b/app',
  'a.b-/app',
  'reg.example:/app',
  'reg.example:http/app',
  'a.b:5000/',
  '[fd00::1%eth0]/app',
  '[fd00::1/app',
  `nginx@${SHA256}@${SHA256}`,
  `nginx@SHA256:${'a'.repeat(64)}`,
  `nginx@sha256:${'A'.repeat(64)}`,
  `nginx@sha256:${'a'.repeat(65)}`,
  `nginx@sha512:${'a'.repeat(64)}`,
  `nginx@md5:${'a'.repeat(32)}`,
  `nginx:${'x'.repeat(129)}`,
])('rejects %j', (text) => {
  expect(() => parseImageReference(text, 'shop/web')).toThrow('IMAGE_REFERENCE_MALFORMED');
});

describe('a name of at most 255 characters, with what Docker puts before it', () => {
  test.each([
    ['docker.io/library/', ''],
    ['docker.io/', 'team/'],
    ['', 'reg.example/'],
  ])("of which %j is Docker's own", (implied, prefix) => {
    const longest = 'a'.repeat(255 - implied.length - prefix.length);
    expect(parseImageReference(`${prefix}${longest}:1`, 'shop/web').tag).toBe('1');
    expect(() => parseImageReference(`${prefix}${longest}a:1`, 'shop/web')).toThrow(
      'has a name of 256 characters; write at most 255, docker.io/library/ included [IMAGE_REFERENCE_MALFORMED]',
    );
  });
});

test('what is printed is read back', () => {
  const part = fc.stringMatching(/^[a-z0-9]{1,5}(?:(?:[._]|__|-{1,3})[a-z0-9]{1,5}){0,2}$/);
  const reference = fc.record(
    {
      registry: fc.constantFrom('localhost', 'localhost:5000', 'reg.example', 'Reg-1.example:443'),
      repository: fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
      tag: fc.stringMatching(/^\w[\w.-]{0,20}$/),
      digest: fc.constantFrom(SHA256, SHA512),
    },
    { requiredKeys: ['repository'] },
  );
  fc.assert(
    fc.property(reference, (any) => {
      const { registry, repository, tag, digest } = any;
      // A first part with a dot is a registry; that is Docker's own ambiguity.
      fc.pre(registry !== undefined || !/^(?:localhost|[^/]*\.[^/]*)\//.test(repository));
      const text = `${registry === undefined ? '' : `${registry}/`}${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
      expect(parseImageReference(text, '')).toEqual(any);
    }),
  );
});
