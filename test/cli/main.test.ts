import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main';

const { version } = JSON.parse(
  readFileSync(resolve(__dirname, '..', '..', 'package.json'), 'utf8'),
) as { version: string };

let folder = '';
let printed = '';
let complained = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-cli-'));
  printed = '';
  complained = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

test('prints its version', async () => {
  expect(await main(['--version'])).toBe(0);
  expect(printed).toBe(`${version}\n`);
});

test('explains itself', async () => {
  expect(await main(['--help'])).toBe(0);
  expect(printed).toMatch(/^Usage: portolan \[options\] \[command\]\n/);
  expect(printed).toContain('init [options] <folder>');
});

test.each([
  [['initt'], "error: unknown command 'initt'"],
  [['init'], "error: missing required argument 'folder'"],
  [['init', 'a', '--packge', 'b'], "error: unknown option '--packge'"],
  [['init', 'a', 'b'], 'error: too many arguments'],
  [['init', 'a', '--package'], "error: option '--package <file>' argument missing"],
])('rejects %j with exit code 2', async (args, message) => {
  expect(await main(args)).toBe(2);
  expect(complained).toContain(message);
  expect(printed).toBe('');
});

describe('init', () => {
  test('writes a project into a new folder, and says what is next', async () => {
    const target = join(folder, 'my-stack');
    expect(await main(['init', target])).toBe(0);
    const files = ['.gitignore', 'cdktf.json', 'main.test.ts', 'main.ts', 'package.json'];
    expect(readdirSync(target)).toEqual(expect.arrayContaining(files));
    expect(printed).toContain(`Next:\n  cd ${target}\n  npm install\n  npm test\n`);
  });

  test('depends on exactly this release', async () => {
    const target = join(folder, 'my-stack');
    await main(['init', target]);
    expect(packageOf(target)).toMatchObject({
      name: 'my-stack',
      dependencies: { portolan: version },
    });
  });

  test('depends on the packed package that is named, by a path from the project', async () => {
    const packed = join(folder, 'portolan-0.1.0.tgz');
    writeFileSync(packed, '');
    const target = join(folder, 'my-stack');
    await main(['init', target, '--package', packed]);
    expect(packageOf(target)).toMatchObject({
      dependencies: { portolan: 'file:../portolan-0.1.0.tgz' },
    });
  });

  test.each([
    ['My Stack!', 'my-stack'],
    ['--x--', 'portolan-project'],
    ['über', 'ber'],
    ['a_b', 'a-b'],
  ])('names the project in the folder %j %s', async (name, project) => {
    const target = join(folder, name);
    expect(await main(['init', '--', target])).toBe(0);
    expect(packageOf(target)).toMatchObject({ name: project });
    expect(readFileSync(join(target, 'main.ts'), 'utf8')).toContain(`'${project}'`);
  });

  test('takes a folder with nothing but a Git repository', async () => {
    mkdirSync(join(folder, '.git'));
    expect(await main(['init', folder])).toBe(0);
  });

  test('leaves no placeholder in any file', async () => {
    await main(['init', folder]);
    for (const file of readdirSync(folder)) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toContain('{{');
    }
  });

  test('rejects a folder with files in it, and changes none', async () => {
    writeFileSync(join(folder, 'main.ts'), 'mine');
    expect(await main(['init', folder])).toBe(2);
    expect(complained).toBe(
      `${folder}: the folder is not empty; name a new folder; nothing was written [FOLDER_NOT_EMPTY]\n`,
    );
    expect(readdirSync(folder)).toEqual(['main.ts']);
    expect(readFileSync(join(folder, 'main.ts'), 'utf8')).toBe('mine');
  });

  test('rejects a file in place of a folder', async () => {
    const file = join(folder, 'my-stack');
    writeFileSync(file, 'mine');
    expect(await main(['init', file])).toBe(2);
    expect(complained).toContain('it is a file');
  });

  test('rejects a package that is not there, and writes nothing', async () => {
    const target = join(folder, 'my-stack');
    expect(await main(['init', target, '--package', join(folder, 'none.tgz')])).toBe(2);
    expect(complained).toBe(
      `--package: there is no ${join(folder, 'none.tgz')}; name a file that npm pack made [FILE_UNREADABLE]\n`,
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('rejects a folder that cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await main(['init', join(folder, 'file', 'my-stack')])).toBe(2);
    expect(complained).toMatch(/^.*file\/my-stack: .*\[FOLDER_UNWRITABLE\]\n$/);
  });
});

test('the program ends with the exit code of the command', () => {
  const program = resolve(__dirname, '..', '..', 'bin', 'portolan.js');
  expect(readFileSync(program, 'utf8')).toContain('process.exitCode');
  const { status, stderr } = spawnSync(process.execPath, [
    '--import',
    'tsx',
    '-e',
    `require(${JSON.stringify(resolve(__dirname, '..', '..', 'src', 'cli', 'main.ts'))}).main(['initt']).then((code) => { process.exitCode = code; })`,
  ]);
  expect(status).toBe(2);
  expect(String(stderr)).toContain("unknown command 'initt'");
}, 30_000);

function packageOf(target: string): unknown {
  return JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
}
