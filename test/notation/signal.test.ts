import { constants } from 'node:os';
import { parseSignal } from '../../src/notation/signal';

test.each([
  ['SIGTERM', 'SIGTERM'],
  ['TERM', 'SIGTERM'],
  ['sigquit', 'SIGQUIT'],
  ['SigHup', 'SIGHUP'],
  ['CLD', 'SIGCLD'],
  ['15', '15'],
  ['1', '1'],
  ['64', '64'],
  ['RTMIN', 'SIGRTMIN'],
  ['SIGRTMIN+1', 'SIGRTMIN+1'],
  ['rtmin+15', 'SIGRTMIN+15'],
  ['RTMAX', 'SIGRTMAX'],
  ['RTMAX-1', 'SIGRTMAX-1'],
  ['SIGRTMAX-14', 'SIGRTMAX-14'],
])('reads %s as %s', (text, signal) => {
  expect(parseSignal(text, 'shop/web')).toBe(signal);
});

test.each(Object.keys(constants.signals).filter((name) => name !== 'SIGUNUSED'))(
  'knows %s, as this machine does',
  (name) => {
    expect(parseSignal(name, 'shop/web')).toBe(name);
  },
);

test('rejects an unknown name', () => {
  expect(() => parseSignal('SIGFOO', 'shop/web')).toThrow(
    "shop/web: signal 'SIGFOO' is not one that Linux has; write a name such as 'SIGTERM' or 'SIGQUIT', or a number from 1 to 64 [SIGNAL_UNKNOWN]",
  );
});

test.each([
  '',
  '0',
  '65',
  '100',
  '-1',
  '+9',
  '015',
  '1.5',
  'SIG',
  'SIGSIGTERM',
  'TERM ',
  'RTMIN+0',
  'RTMIN+16',
  'RTMIN+03',
  'RTMIN-1',
  'RTMAX-0',
  'RTMAX-15',
  'RTMAX+1',
  'EMT',
  'INFO',
])('rejects %j', (text) => {
  expect(() => parseSignal(text, 'shop/web')).toThrow('SIGNAL_UNKNOWN');
});
