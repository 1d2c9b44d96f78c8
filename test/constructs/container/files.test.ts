import { Testing } from 'cdktf';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container, Secret, type DockerStack, type FileProps } from 'portolan';
import { onlyContainer, onlyResource, shop, type Block } from '../../support/synth';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function uploadsOf(stack: DockerStack, ...files: FileProps[]): Block[] {
  new Container(stack, 'web', { image: 'nginx:1.27', files });
  return onlyResource(stack, 'docker_container')['upload'] as Block[];
}

test.each<[FileProps, Block]>([
  [
    { path: '/a', content: 'x' },
    { file: '/a', content: 'x', permissions: '0644' },
  ],
  [
    { path: '/a', content: '${x} %{y}' },
    { file: '/a', content: '$${x} %%{y}', permissions: '0644' },
  ],
  [
    { path: '/a', contentBase64: 'aGVsbG8=' },
    { file: '/a', content_base64: 'aGVsbG8=', permissions: '0644' },
  ],
  [
    { path: '/a', content: 'x', executable: true },
    { file: '/a', content: 'x', permissions: '0744' },
  ],
  [
    { path: '/a', content: 'x', mode: '0600' },
    { file: '/a', content: 'x', permissions: '0600' },
  ],
  [
    { path: '/a', content: 'x', mode: '0600', executable: true },
    { file: '/a', content: 'x', permissions: '0600' },
  ],
  [
    { path: '/a-${b}', content: 'x' },
    { file: '/a-$${b}', content: 'x', permissions: '0644' },
  ],
])('uploads %j', (file, block) => {
  expect(uploadsOf(shop(), file)).toEqual([block]);
});

test('shows the text of a file, but no secret one and no bytes', () => {
  const stack = shop();
  uploadsOf(
    stack,
    { path: '/a', content: 'x' },
    { path: '/b', content: Secret.variable('key') },
    { path: '/c', contentBase64: 'aGVsbG8=' },
  );
  expect(onlyContainer(stack).files).toEqual([
    { path: '/a', mode: '0644', content: 'x' },
    { path: '/b', mode: '0644' },
    { path: '/c', mode: '0644' },
  ]);
});

test('hands a secret over by reference', () => {
  expect(uploadsOf(shop(), { path: '/b', content: Secret.variable('key') })).toEqual([
    { file: '/b', content: '${var.key}', permissions: '0644' },
  ]);
});

test('copies a source beside the plan', () => {
  const stack = shop();
  const source = join(folder, 'my.cnf');
  writeFileSync(source, '[mysqld]\n');
  const [upload] = uploadsOf(stack, { path: '/etc/my.cnf', source });
  expect(upload).toEqual({ file: '/etc/my.cnf', source: expect.any(String), permissions: '0644' });
  const out = join(Testing.fullSynth(stack), 'stacks', 'shop');
  const copy = join(out, String(upload?.['source']));
  expect(existsSync(copy)).toBe(true);
  expect(readFileSync(copy, 'utf8')).toBe('[mysqld]\n');
});

test('names the copy after its content, so that a change replaces the container', () => {
  const source = join(folder, 'my.cnf');
  const pathOf = (text: string): unknown => {
    writeFileSync(source, text);
    return uploadsOf(shop(), { path: '/etc/my.cnf', source })[0]?.['source'];
  };
  const first = pathOf('one');
  expect(pathOf('two')).not.toBe(first);
  expect(pathOf('one')).toBe(first);
});

test('keeps sources apart whose paths differ in a mark', () => {
  const source = join(folder, 'a');
  writeFileSync(source, 'x');
  const uploads = uploadsOf(shop(), { path: '/etc/a-b', source }, { path: '/etc/a/b', source });
  expect(new Set(uploads.map((upload) => upload['source'])).size).toBe(2);
});

test.each<[string, Partial<FileProps>]>([
  ['no content', {}],
  ['two contents', { content: 'x', contentBase64: 'aGVsbG8=' }],
  ['an empty content', { content: '' }],
])('rejects %s', (_, content) => {
  expect(() => uploadsOf(shop(), { path: '/a', ...content })).toThrow('FILE_CONTENT_MISSING');
});

test('rejects a source that is not there', () => {
  expect(() => uploadsOf(shop(), { path: '/a', source: '/nowhere/a' })).toThrow(
    /^shop\/web: cannot read \/nowhere\/a \(.*\); relative paths begin at .* \[FILE_UNREADABLE\]$/,
  );
});
