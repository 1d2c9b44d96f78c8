import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCli } from '../support/cli';
import { clashingStack, quietContainer, topologyDocument } from '../support/topologies';

const CLASH =
  "shop/two: publish '8080:80' takes a host port that shop/one publishes with '8080:80'; " +
  'publish one of them on another port or another host address [HOST_PORT_TAKEN]';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-check-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file and gives its path. */
function write(name: string, content: object | string): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const QUIET = topologyDocument({ containers: [quietContainer('shop/web')] });
const IN_VAIN = { code: 'NAME_SHARED', at: 'shop/web', reason: 'on purpose' };
const NOTED = { ...QUIET, accepted: [IN_VAIN] };

describe('exit codes', () => {
  test('0 without a finding', async () => {
    expect(await runCli('check', write('topology.json', QUIET))).toEqual({
      code: 0,
      out: '0 errors, 0 warnings in 1 stack, 1 container, 0 networks\n',
      err: '',
    });
  });

  test('0 with a note', async () => {
    const { code, out } = await runCli('check', write('topology.json', NOTED));
    expect({ code, hasNote: out.includes('[ACCEPTED_FINDING_ABSENT]') }).toEqual({
      code: 0,
      hasNote: true,
    });
  });

  test('1 with an error', async () => {
    const { code } = await runCli('check', write('topology.json', clashingStack('shop', 8080)));
    expect(code).toBe(1);
  });

  test('1 with a note that must not be', async () => {
    const { code } = await runCli('check', '--fail-on', 'note', write('topology.json', NOTED));
    expect(code).toBe(1);
  });

  test('1 with an error that is not shown only when it is an error', async () => {
    const { code, out } = await runCli(
      'check',
      '--min-level',
      'error',
      '--fail-on',
      'note',
      write('topology.json', NOTED),
    );
    expect({ code, out }).toEqual({
      code: 1,
      out: '0 errors, 0 warnings in 1 stack, 1 container, 0 networks\n',
    });
  });

  test.each<[string, () => string[], string]>([
    ['a file that is not there', () => [join(folder, 'none.json')], 'FILE_UNREADABLE'],
    ['a folder without a topology', () => [folder], 'SOURCE_UNKNOWN'],
    ['a file that is no topology', () => [write('a.json', { a: 1 })], 'SOURCE_UNKNOWN'],
    ['a file that is not JSON', () => [write('a.json', 'hello')], 'SOURCE_MALFORMED'],
    ['a malformed topology', () => [write('a.json', { hosts: [] })], 'TOPOLOGY_MALFORMED'],
    ['a later topology', () => [write('a.json', { version: 9, hosts: [] })], 'TOPOLOGY_VERSION'],
    ['no source', () => [], 'missing required argument'],
    ['an unknown level', () => ['--min-level', 'bad', 'x'], 'error, warning, note'],
    ['two forms of output', () => ['--json', '--sarif', 'x'], 'cannot be used with'],
  ])('2 with %s', async (_, args, message) => {
    const { code, out, err } = await runCli('check', ...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).not.toMatch(/^ {4}at /m);
  });
});

describe('text', () => {
  test('groups the findings by level and counts them', async () => {
    const file = write('topology.json', { ...clashingStack('shop', 8080), accepted: [IN_VAIN] });
    const { out } = await runCli('check', file);
    expect(out.split('\n')).toEqual([
      'Errors',
      `  ${CLASH}`,
      '',
      'Notes',
      expect.stringMatching(/^ {2}shop\/web: .*\[ACCEPTED_FINDING_ABSENT\]$/),
      '',
      '1 error, 0 warnings, 1 note in 1 stack, 2 containers, 1 network',
      '',
    ]);
  });

  test('shows where the construct is made', async () => {
    const file = write('topology.json', clashingStack('shop', 8080));
    write('topology.lines.json', { version: 1, lines: { 'shop/two': 'src/main.ts:14:3' } });
    const { out } = await runCli('check', file);
    expect(out).toContain(`  ${CLASH}\n    ${folder}/src/main.ts:14\n`);
  });

  test('shows only what is bad enough', async () => {
    const file = write('topology.json', NOTED);
    const { out } = await runCli('check', '--min-level', 'warning', file);
    expect(out).toBe('0 errors, 0 warnings in 1 stack, 1 container, 0 networks\n');
  });

  test('shows what is accepted, with the reason', async () => {
    const accepted = [{ code: 'HOST_PORT_TAKEN', at: 'shop/two', reason: 'never up together' }];
    const file = write('topology.json', { ...clashingStack('shop', 8080), accepted });
    expect(await runCli('check', file)).toEqual({
      code: 0,
      out: [
        'Accepted',
        `  ${CLASH}`,
        '    accepted: never up together',
        '',
        '0 errors, 0 warnings, 1 accepted in 1 stack, 2 containers, 1 network',
        '',
      ].join('\n'),
      err: '',
    });
  });

  test('writes out signs that would steer the terminal', async () => {
    const id = 'shop/\u001b[2Jweb\u202e';
    const file = write('topology.json', { ...QUIET, accepted: [{ ...IN_VAIN, at: id }] });
    const { out } = await runCli('check', file);
    expect(out).toContain('shop/\\u001b[2Jweb\\u202e: ');
  });

  test('writes them out in an error message, too', async () => {
    const containers = [quietContainer('a\u001b[2J'), quietContainer('a\u001b[2J')];
    const { err } = await runCli('check', write('topology.json', topologyDocument({ containers })));
    expect(err).toContain("the id 'a\\u001b[2J' is used twice");
  });
});

describe('sources', () => {
  test('the stacks of a folder are checked together', async () => {
    for (const stack of ['a', 'b']) {
      const [container] = (clashingStack(stack, 8080) as { containers: object[] }).containers;
      write(`stacks/${stack}/topology.json`, topologyDocument({ containers: [container] }));
    }
    const { out } = await runCli('check', folder);
    expect(out).toMatch(/b\/one: publish .* a\/one .*\[HOST_PORT_TAKEN\]/);
  });

  test('a stack that the manifest does not name is left over and does not count', async () => {
    write('manifest.json', { stacks: { a: { workingDirectory: 'stacks/a' } } });
    write('stacks/a/topology.json', QUIET);
    write('stacks/old/topology.json', clashingStack('old', 8080));
    expect((await runCli('check', folder)).code).toBe(0);
  });

  test('a manifest leads nowhere outside of its folder', async () => {
    const out = join(folder, 'out');
    write('out/manifest.json', { stacks: { a: { workingDirectory: '../secret' } } });
    write('secret/topology.json', QUIET);
    expect((await runCli('check', out)).err).toContain('SOURCE_UNKNOWN');
  });

  test('the folder of one stack is a source', async () => {
    write('topology.json', QUIET);
    expect((await runCli('check', folder)).code).toBe(0);
  });

  test('a source that is named twice counts once', async () => {
    const file = write('topology.json', QUIET);
    expect((await runCli('check', file, folder)).code).toBe(0);
  });

  test('rejects two sources that declare the same thing', async () => {
    const files = ['a', 'b'].map((name) => write(`${name}/topology.json`, QUIET));
    const { code, err } = await runCli('check', ...files);
    expect({ code, err }).toEqual({
      code: 2,
      err: `${folder}/b/topology.json: 'shop/web' is declared here and in ${folder}/a/topology.json; check sources that can be deployed together [SOURCE_MALFORMED]\n`,
    });
  });

  test('standard input is a source', () => {
    const { status, stdout } = runProgram(['check', '-'], JSON.stringify(QUIET));
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: '0 errors, 0 warnings in 1 stack, 1 container, 0 networks\n',
    });
  });
});

test('--json writes the findings as data', async () => {
  const file = write('topology.json', clashingStack('shop', 8080));
  write('topology.lines.json', { version: 1, lines: { 'shop/two': 'main.ts:14:3' } });
  const { code, out } = await runCli('check', '--json', file);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    counts: { error: 1, warning: 0, note: 0, accepted: 0 },
    findings: [
      {
        code: 'HOST_PORT_TAKEN',
        level: 'error',
        at: 'shop/two',
        problem: expect.stringContaining('8080:80'),
        fix: expect.any(String),
        message: CLASH,
        file,
        source: { file: `${folder}/main.ts`, line: 14, column: 3 },
      },
    ],
    accepted: [],
  });
});

test('--sarif writes the findings for a code host', async () => {
  const file = write('topology.json', clashingStack('shop', 8080));
  const { code, out } = await runCli('check', '--sarif', file);
  const log = JSON.parse(out) as { version: string; runs: { results: { ruleId: string }[] }[] };
  expect({ code, version: log.version, rules: log.runs[0]!.results.map((r) => r.ruleId) }).toEqual({
    code: 1,
    version: '2.1.0',
    rules: ['HOST_PORT_TAKEN'],
  });
});

/** Runs the program in a process of its own. */
function runProgram(args: string[], input: string): { status: number | null; stdout: string } {
  const program = `require('tsx/cjs'); const { main } = require('./src/cli/main.ts');
    main(${JSON.stringify(args)}).then((code) => { process.exitCode = code; });`;
  const { status, stdout } = spawnSync(process.execPath, ['-e', program], {
    cwd: join(__dirname, '..', '..'),
    input,
    encoding: 'utf8',
  });
  return { status, stdout };
}
