import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLockText, replaceLockText } from '../../src/addresses/lock-file';
import { parseLock } from '../../src/addresses/parse-lock';
import { formatCidr } from '../../src/ip/cidr';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-lock-'));
  file = join(folder, 'portolan.lock.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('writes a new file, and leaves nothing else behind', () => {
  expect(readLockText(file)).toBeUndefined();
  expect(replaceLockText(file, undefined, 'one')).toBe(true);
  expect(readLockText(file)).toBe('one');
  expect(readdirSync(folder)).toEqual(['portolan.lock.json']);
});

test.each([
  ['it is there meanwhile', undefined],
  ['it is another one meanwhile', 'zero'],
])('writes nothing when %s', (_, expected) => {
  writeFileSync(file, 'one');
  expect(replaceLockText(file, expected, 'two')).toBe(false);
  expect(readLockText(file)).toBe('one');
  expect(readdirSync(folder)).toEqual(['portolan.lock.json']);
});

test('writes nothing when it is gone meanwhile', () => {
  expect(replaceLockText(file, 'one', 'two')).toBe(false);
});

test('rejects a file that cannot be read', () => {
  expect(() => readLockText(folder)).toThrow('FILE_UNREADABLE');
});

test('rejects to wait for ever for another process', () => {
  writeFileSync(`${file}.busy`, '');
  let now = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => (now += 2000));
  expect(() => replaceLockText(file, undefined, 'one')).toThrow(
    `${file}.busy: another process has been writing the lock file for 10 seconds; ` +
      'if there is none, it was killed while it wrote: delete this file [LOCK_BUSY]',
  );
  jest.restoreAllMocks();
  expect(readdirSync(folder)).toEqual(['portolan.lock.json.busy']);
});

test('two processes at once lose nothing', async () => {
  const count = 40;
  await Promise.all(['one', 'two'].map((name) => write(name, count)));
  const lock = parseLock(readFileSync(file, 'utf8'), file);
  const names = [...lock.values()].map(({ network }) => network);
  expect(names.filter((name) => name.startsWith('shop/one'))).toHaveLength(count);
  expect(names.filter((name) => name.startsWith('shop/two'))).toHaveLength(count);
  const blocks = [...lock.values()].map(({ cidr }) => formatCidr(cidr));
  expect(new Set(blocks).size).toBe(2 * count);
  expect([...lock.values()].every(({ addresses }) => addresses.size === 1)).toBe(true);
  expect(readdirSync(folder)).toEqual(['portolan.lock.json']);
}, 120_000);

function write(name: string, count: number): Promise<void> {
  return new Promise((done, fail) => {
    const script = join(__dirname, 'lock-writer.ts');
    const args = ['--import', 'tsx', script, file, name, String(count)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new RangeError(`the writer ended with exit code ${String(code)}`));
    });
  });
}
