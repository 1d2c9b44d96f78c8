import * as fc from 'fast-check';
import { checkDevice, parseDevice } from '../../src/notation/device';

test.each([
  ['/dev/fuse', '/dev/fuse', '/dev/fuse', 'rwm'],
  ['/dev/fuse:rw', '/dev/fuse', '/dev/fuse', 'rw'],
  ['/dev/sda:/dev/xvda', '/dev/sda', '/dev/xvda', 'rwm'],
  ['/dev/sda:/dev/xvda:r', '/dev/sda', '/dev/xvda', 'r'],
  ['/dev/sda:/dev/xvda:mwr', '/dev/sda', '/dev/xvda', 'mwr'],
])('reads --device %s', (text, hostPath, containerPath, permissions) => {
  expect(parseDevice(text, 'shop/web')).toEqual({ hostPath, containerPath, permissions });
});

const FIX = "write '/dev/fuse', '/dev/sda:/dev/xvda' or '/dev/fuse:/dev/fuse:rw'";
test.each([
  ['fuse', "device 'fuse' is not an absolute path"],
  ['', "device '' is not an absolute path"],
  ['/dev/fuse:', "device '' is not an absolute path"],
  ['/dev/fuse:x', "device 'x' is not an absolute path"],
  ['/dev/fuse:rw:r', "device 'rw' is not an absolute path"],
  ['/dev/fuse:rr', "device 'rr' is not an absolute path"],
  ['fuse:/dev/fuse', "device 'fuse' is not an absolute path"],
  ['/dev/fuse:/dev/x:', "device '' is not a set of permissions (r, w and m, each once)"],
  ['/dev/fuse:/dev/x:q', "device 'q' is not a set of permissions (r, w and m, each once)"],
  ['/dev/fuse:/dev/x:rwr', "device 'rwr' is not a set of permissions (r, w and m, each once)"],
  ['/dev/fuse:/dev/x:rw:z', "device '/dev/fuse:/dev/x:rw:z' has too many colons"],
])('rejects --device %j', (text, message) => {
  expect(() => parseDevice(text, 'shop/web')).toThrow(
    `shop/web: ${message}; ${FIX} [DEVICE_MALFORMED]`,
  );
});

test('accepts every order and choice of permissions, each once', () => {
  const device = { hostPath: '/dev/fuse', containerPath: '/dev/fuse' };
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('r', 'w', 'm'), maxLength: 4 }), (any) => {
      const isSet = any !== '' && new Set(any).size === any.length;
      const check = (): void => {
        checkDevice({ ...device, permissions: any }, '');
      };
      if (isSet) expect(check).not.toThrow();
      else expect(check).toThrow('DEVICE_MALFORMED');
    }),
  );
});

test('what is printed is read back', () => {
  const path = fc.stringMatching(/^\/dev\/[a-z0-9/]{1,8}$/);
  const permissions = fc.constantFrom('r', 'w', 'm', 'rw', 'rwm', 'wm');
  fc.assert(
    fc.property(path, path, permissions, (hostPath, containerPath, access) => {
      expect(parseDevice(`${hostPath}:${containerPath}:${access}`, '')).toEqual({
        hostPath,
        containerPath,
        permissions: access,
      });
    }),
  );
});
