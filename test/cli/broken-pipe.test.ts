import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Writes more than a pipe holds, in two steps, to a reader that takes one line. */
function writeToHead(before: string): { status: string; err: string } {
  const program = `require('tsx/cjs');
    ${before}
    const line = 'x'.repeat(79) + '\\n';
    process.stdout.write(line.repeat(100_000));
    setTimeout(() => { process.stdout.write(line); process.exitCode = 1; }, 300);`;
  const { stdout, stderr } = spawnSync(
    'bash',
    [
      '-c',
      '"$0" -e "$1" | head -n 1 > /dev/null; echo ${PIPESTATUS[0]}',
      process.execPath,
      program,
    ],
    { cwd: join(__dirname, '..', '..'), encoding: 'utf8' },
  );
  return { status: stdout.trim(), err: stderr };
}

const TOLERATE = "require('./src/cli/broken-pipe.ts').tolerateBrokenPipe(process.stdout);";

test('a reader that ends early is told nothing, and the exit code stays', () => {
  expect(writeToHead(TOLERATE)).toEqual({ status: '1', err: '' });
});

test('without that, the program breaks', () => {
  expect(writeToHead('').err).toContain('EPIPE');
});

test('other errors of the stream are not swallowed', () => {
  const program = `require('tsx/cjs'); ${TOLERATE}
    process.stdout.emit('error', Object.assign(new Error('disk full'), { code: 'ENOSPC' }));`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: join(__dirname, '..', '..'),
    encoding: 'utf8',
  });
  expect(stderr).toContain('disk full');
  expect(status).not.toBe(0);
});
