import * as fc from 'fast-check';
import { parseVolumeSpec, PROPAGATIONS, type VolumeSpec } from '../../src/notation/volume-spec';

const plain = { readOnly: false, noCopy: false };

test.each<[string, VolumeSpec]>([
  ['/var/cache', { target: '/var/cache', ...plain }],
  ['data:/var/lib/mysql', { source: 'data', target: '/var/lib/mysql', ...plain }],
  ['/data:/var/lib/mysql', { source: '/data', target: '/var/lib/mysql', ...plain }],
  ['data:/x:ro', { source: 'data', target: '/x', ...plain, readOnly: true }],
  ['data:/x:rw', { source: 'data', target: '/x', ...plain }],
  ['data:/x:nocopy', { source: 'data', target: '/x', ...plain, noCopy: true }],
  [
    'data:/x:Z,ro,nocopy',
    { source: 'data', target: '/x', readOnly: true, noCopy: true, selinux: 'Z' },
  ],
  ['/data:/x:z', { source: '/data', target: '/x', ...plain, selinux: 'z' }],
  [
    '/data:/x:rslave,ro',
    { source: '/data', target: '/x', ...plain, readOnly: true, propagation: 'rslave' },
  ],
  ['/data:/x:cached', { source: '/data', target: '/x', ...plain }],
  ['/data:/x:consistent,ro', { source: '/data', target: '/x', ...plain, readOnly: true }],
])('reads -v %s', (text, spec) => {
  expect(parseVolumeSpec(text, 'shop/db')).toEqual(spec);
});

const FIX = "write 'name:/path', '/host/path:/path' or '/host/path:/path:ro'";
test.each([
  ['', "volume '' has an empty part"],
  [':/x', "volume ':/x' has an empty part"],
  ['data:', "volume 'data:' has an empty part"],
  ['data:/x:', "volume 'data:/x:' has an empty part"],
  ['data:/x:ro:z', "volume 'data:/x:ro:z' has too many colons"],
  ['/x:ro', "volume '/x:ro' has options, but only one path"],
  ['data:nocopy,ro', "volume 'data:nocopy,ro' has options, but only one path"],
  ['data:/x:readonly', "volume 'data:/x:readonly' has the option 'readonly'"],
  ['data:/x:RO', "volume 'data:/x:RO' has the option 'RO'"],
  ['data:/x:copy', "volume 'data:/x:copy' has the option 'copy'"],
  ['data:/x:ro,,z', "volume 'data:/x:ro,,z' has the option ''"],
  ['data:/x:,', "volume 'data:/x:,' has the option ''"],
  ['data:/x:ro,rw', "volume 'data:/x:ro,rw' has both the options 'ro' and 'rw'"],
  ['data:/x:ro,ro', "volume 'data:/x:ro,ro' has both the options 'ro' and 'ro'"],
  ['data:/x:z,Z', "volume 'data:/x:z,Z' has both the options 'z' and 'Z'"],
  [
    '/data:/x:private,rprivate',
    "volume '/data:/x:private,rprivate' has both the options 'private' and 'rprivate'",
  ],
  [
    '/data:/x:cached,delegated',
    "volume '/data:/x:cached,delegated' has both the options 'cached' and 'delegated'",
  ],
  [
    'data:/x:nocopy,nocopy',
    "volume 'data:/x:nocopy,nocopy' has both the options 'nocopy' and 'nocopy'",
  ],
  ['data:/x:rshared', "volume 'data:/x:rshared' has the option 'rshared', which is for host paths"],
  [
    '/data:/x:nocopy',
    "volume '/data:/x:nocopy' has the option 'nocopy', which is for named volumes",
  ],
  ['data:/', "volume 'data:/' is mounted over the whole file system of the container"],
  ['data:/x/..', "volume 'data:/x/..' is mounted over the whole file system of the container"],
  ['/', "volume '/' is mounted over the whole file system of the container"],
])('rejects -v %j', (text, message) => {
  expect(() => parseVolumeSpec(text, 'shop/db')).toThrow(
    `shop/db: ${message}; ${FIX} [MOUNT_MALFORMED]`,
  );
});

test('options may come in any order', () => {
  const words = fc.shuffledSubarray(['ro', 'z', 'rslave', 'cached']);
  fc.assert(
    fc.property(words, (options) => {
      const text = ['/data:/x', ...(options.length > 0 ? [options.join(',')] : [])].join(':');
      expect(parseVolumeSpec(text, '')).toEqual({
        source: '/data',
        target: '/x',
        readOnly: options.includes('ro'),
        noCopy: false,
        ...(options.includes('rslave') ? { propagation: 'rslave' } : {}),
        ...(options.includes('z') ? { selinux: 'z' } : {}),
      });
    }),
  );
});

test.each(PROPAGATIONS)('knows the propagation %s', (propagation) => {
  expect(parseVolumeSpec(`/data:/x:${propagation}`, '').propagation).toBe(propagation);
});
