import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTextFile } from '../../src/constructs/read-file';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-read-file-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(bytes: Uint8Array | string): string {
  const file = join(folder, 'file');
  writeFileSync(file, bytes);
  return file;
}

test.each(['', 'A=ö\n', '\uFEFFA=1\r\n', 'a \uFFFD b'])('reads %j as it is', (text) => {
  expect(readTextFile(fileOf(text), 'shop/web')).toBe(text);
});

test('rejects bytes that are no UTF-8 instead of replacing them', () => {
  const file = fileOf(Uint8Array.of(0x41, 0x3d, 0xff, 0x0a));
  expect(() => readTextFile(file, 'shop/web')).toThrow(
    `shop/web: ${file} is not UTF-8 text; save it as UTF-8 [FILE_UNREADABLE]`,
  );
});

test('rejects a file that is not there', () => {
  const file = join(folder, 'nothing');
  expect(() => readTextFile(file, 'shop/web')).toThrow(
    `shop/web: cannot read ${file} (ENOENT); relative paths begin at ${process.cwd()} [FILE_UNREADABLE]`,
  );
});
