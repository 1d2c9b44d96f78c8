import { formatDuration, parseDuration } from '../../src/notation/duration';
import { benchOf, docker } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { isCreated } from './agreement';

/** Go's template prints a duration in its normal form, the JSON is in nanoseconds. */
const FORMAT = '{{.Config.Healthcheck.Interval}} {{json .Config.Healthcheck.Interval}}';

describeWithEngine('docker create --health-interval', () => {
  const bench = benchOf('duration');
  const args = (text: string): string[] => ['--health-cmd', 'true', '--health-interval', text];

  test.each([
    '30s',
    '1m30s',
    '90s',
    '60s',
    '3600s',
    '90m',
    '1.5h',
    '1h',
    '1h0m1s',
    '1s1h',
    '1h1h',
    '500ms',
    '1ms',
    '1.9ms',
    '1500us',
    '1500µs',
    '1500μs',
    '1000000ns',
    '.5s',
    '1.s',
    '+5s',
    '0.3s',
    '1.1s',
    '1.0001s',
    '1.0000000019s',
    '60.000000001s',
    '1m59.999999999s',
    '2h45m30.5s',
    '100000h',
    '2562047h',
  ])('reads %s as we do, and prints it as we do', async (text) => {
    const label = ['--label', bench.label, '--pull', 'never'];
    const id = await docker('create', ...label, ...args(text), 'busybox:latest');
    const nanoseconds = parseDuration(text, 'web');
    expect(await docker('inspect', '--format', FORMAT, id)).toBe(
      `${formatDuration(nanoseconds)} ${String(nanoseconds)}`,
    );
  });

  test.each([
    '',
    's',
    '.s',
    '30',
    '1 s',
    ' 1s',
    '1d',
    '1S',
    '1e3s',
    '1m-5s',
    '-5s',
    '++1s',
    '2562048h',
  ])('refuses %j, and so do we', async (text) => {
    expect(await isCreated(bench, args(text))).toBe(false);
    expect(() => parseDuration(text, 'web')).toThrow('DURATION_MALFORMED');
  });

  test.each(['0', '0s', '+0'])('takes %s for no interval', async (text) => {
    expect(await isCreated(bench, args(text))).toBe(true);
    expect(parseDuration(text, 'web')).toBe(0);
  });
});
