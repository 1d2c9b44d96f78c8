import * as fc from 'fast-check';
import { extraHost, parseExtraHost } from '../../src/notation/extra-host';

test.each([
  ['db:10.0.0.5', 'db', '10.0.0.5'],
  ['db=10.0.0.5', 'db', '10.0.0.5'],
  ['db:fd00::5', 'db', 'fd00::5'],
  ['db=fd00::5', 'db', 'fd00::5'],
  ['db:[fd00::5]', 'db', 'fd00::5'],
  ['db=[FD00:0::5]', 'db', 'fd00::5'],
  ['db:[10.0.0.5]', 'db', '10.0.0.5'],
  ['db:::1', 'db', '::1'],
  ['db:host-gateway', 'db', 'host-gateway'],
  ['db=host-gateway', 'db', 'host-gateway'],
  ['_db-1.example:10.0.0.5', '_db-1.example', '10.0.0.5'],
])('reads --add-host %s', (text, host, address) => {
  expect(parseExtraHost(text, 'shop/web')).toEqual({ host, address });
});

test.each([
  [
    'db',
    "extra host 'db' has no address; write 'name:10.0.0.5' or 'name:host-gateway' [EXTRA_HOST_MALFORMED]",
  ],
  [
    'db:',
    "extra host 'db:' has no address; write 'name:10.0.0.5' or 'name:host-gateway' [EXTRA_HOST_MALFORMED]",
  ],
  [
    ':10.0.0.5',
    "extra host ':10.0.0.5' has no name; write 'name:10.0.0.5' or 'name:host-gateway' [EXTRA_HOST_MALFORMED]",
  ],
  [
    '',
    "extra host '' has no name; write 'name:10.0.0.5' or 'name:host-gateway' [EXTRA_HOST_MALFORMED]",
  ],
  [
    'db:web',
    "address of extra host db 'web' is not an IP address; write four numbers from 0 to 255, such as 10.0.0.5 [ADDRESS_MALFORMED]",
  ],
  [
    'a b:10.0.0.5',
    "extra host 'a b' cannot be looked up as a host name; write at most 253 letters, digits, _, . and - [NAME_MALFORMED]",
  ],
])('rejects --add-host %j', (text, message) => {
  expect(() => parseExtraHost(text, 'shop/web')).toThrow(`shop/web: ${message}`);
});

test.each([
  'db:10.0.0.5 ',
  'db:010.0.0.1',
  'db:[]',
  'db:[10.0.0.5',
  'db:fe80::1%eth0',
  'db:b=10.0.0.5',
  'db=b=10.0.0.5',
  'db:Host-Gateway',
  'db:[host-gateway]',
])('rejects the address in --add-host %j', (text) => {
  expect(() => parseExtraHost(text, 'shop/web')).toThrow('ADDRESS_MALFORMED');
});

test.each(['-db', '*.db', 'ä', 'db/1', 'db\n10.0.0.6 www', 'x'.repeat(254)])(
  'rejects the name %j',
  (host) => {
    expect(() => extraHost(host, '10.0.0.5', 'shop/web')).toThrow('NAME_MALFORMED');
  },
);

test('what is printed is read back, with either separator', () => {
  const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}[a-z0-9]$/);
  const address = fc.oneof(fc.ipV4(), fc.constantFrom('fd00::5', '::1', 'host-gateway'));
  fc.assert(
    fc.property(host, fc.constantFrom(':', '='), address, (name, separator, text) => {
      expect(parseExtraHost(`${name}${separator}${text}`, '')).toEqual({
        host: name,
        address: text,
      });
    }),
  );
});
