import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnvFile } from '../../src/notation/env-file';
import { benchOf } from '../support/docker';
import { describeWithEngine } from '../support/needs';
import { agreesWithDocker, isCreated } from './agreement';

const folder = mkdtempSync(join(tmpdir(), 'portolan-env-file-'));
const file = join(folder, 'web.env');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

process.env['PORTOLAN_FROM_CALLER'] = 'here';
process.env['PORTOLAN_EMPTY'] = '';

/** What Docker passes on: a name alone stands for the caller's own variable, if there is one. */
function ourEnv(text: string): string[] {
  return parseEnvFile(text, 'web.env').flatMap(({ name, value = process.env[name] }) =>
    value === undefined ? [] : [`${name}=${value}`],
  );
}

describeWithEngine('docker create --env-file', (engine) => {
  const bench = benchOf('env-file');

  agreesWithDocker(bench, engine, {
    args: (text) => {
      writeFileSync(file, text);
      return ['--env-file', file];
    },
    ours: ourEnv,
    // The images have a PATH of their own.
    docker: ({ Config }) => Config.Env.filter((line) => !line.startsWith('PATH=')),
    accepts: [
      'A=1\nB=2\n',
      'A=1',
      '',
      'A=1\r\nB=2\r\n',
      'A=1\r\r\n',
      'A=1\rB=2\n',
      '\uFEFFA=1\n',
      '\uFEFF\uFEFFA=1\n',
      'A=1\n\uFEFFB=2\n',
      'A="x y"\nB=\'z\'\n',
      '"A"=1\n',
      'A=1  \nB=\t2\t\n',
      '  A=1\n\tB=2\n\vC=3\n\u00a0D=4\n\u0085E=5\n\u2028F=6\n\u3000G=7\n',
      '#A=1\n  # B=2\nC=1 # x\nD=#2\n',
      '\n\n \n\t\n\r\nA=\n',
      'A=b=c\n',
      'A=$HOME ${X} \\n \\\nB=1\n',
      'A-B.C=1\n1A=2\nÄ=ö\nA\u00a0B=3\nA\vB=4\n',
      'A=1\nA=2\n',
      'PORTOLAN_FROM_CALLER\nPORTOLAN_EMPTY\nPORTOLAN_UNSET\nA=1\n',
      'PORTOLAN_FROM_CALLER\r\n',
      `A=${'x'.repeat(65_533)}\nB=1\n`,
      `A=${'x'.repeat(65_533)}`,
    ],
    refuses: [
      '=1\n',
      'A=1\n=2\n',
      'A =1\n',
      'A = 1\n',
      'A\t=1\n',
      'export A=1\n',
      'A B\n',
      'PORTOLAN_FROM_CALLER \n',
      `A=${'x'.repeat(65_534)}\n`,
      `A=${'x'.repeat(65_533)}\r\n`,
      `A=${'ä'.repeat(32_767)}\n`,
    ],
    differs: {
      'no process can be started with it': ['A=a\0b\n', 'A\0B=1\n'],
    },
  });

  test('Docker refuses bytes that are no UTF-8, as we do where the file is read', async () => {
    const bytes = join(folder, 'bytes.env');
    writeFileSync(bytes, Uint8Array.of(0x41, 0x3d, 0xff, 0x0a));
    expect(await isCreated(bench, ['--env-file', bytes])).toBe(false);
  });
});
