import { parseCapability } from '../../src/notation/capability';

test.each([
  ['NET_ADMIN', 'CAP_NET_ADMIN'],
  ['net_admin', 'CAP_NET_ADMIN'],
  ['CAP_NET_ADMIN', 'CAP_NET_ADMIN'],
  ['cap_sys_time', 'CAP_SYS_TIME'],
  ['CHECKPOINT_RESTORE', 'CAP_CHECKPOINT_RESTORE'],
  ['ALL', 'ALL'],
  ['all', 'ALL'],
])('reads %s as %s', (text, capability) => {
  expect(parseCapability(text, 'shop/web')).toBe(capability);
});

test.each([
  ['NET_ADMN', "capability 'NET_ADMN' is not one that Linux has; did you mean NET_ADMIN?"],
  ['CAP_SYS_TME', "capability 'CAP_SYS_TME' is not one that Linux has; did you mean SYS_TIME?"],
  [
    'root',
    "capability 'root' is not one that Linux has; write a name from capabilities(7), such as NET_ADMIN",
  ],
])('rejects %s', (text, message) => {
  expect(() => parseCapability(text, 'shop/web')).toThrow(
    `shop/web: ${message} [CAPABILITY_UNKNOWN]`,
  );
});

test.each(['', 'CAP_', 'CAP_ALL', 'CAP_CAP_NET_ADMIN', ' NET_ADMIN', 'NET ADMIN', 'NET-ADMIN'])(
  'rejects %j',
  (text) => {
    expect(() => parseCapability(text, 'shop/web')).toThrow('CAPABILITY_UNKNOWN');
  },
);
