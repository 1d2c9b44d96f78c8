import { App } from 'cdktf';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { BridgeNetwork, Container, DockerStack, OneShot, Volume } from 'portolan';
import { WordPress } from 'portolan/stacks';
import { sourceOf } from '../../src/constructs/source-trace';
import { runCli } from '../support/cli';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'portolan-lines-'));
});
afterEach(() => {
  rmSync(outdir, { recursive: true });
});

/** Line of this file on which the text stands. */
function lineOf(text: string): number {
  return (
    readFileSync(__filename, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

const image = 'nginx:1.27';
const FILE = 'source-trace.test.ts';

test('knows the line of each kind of construct', () => {
  const stack = new DockerStack(new App({ outdir }), 'shop');
  const made = [
    new Container(stack, 'container', { image }),
    new OneShot(stack, 'one-shot', { image }),
    new BridgeNetwork(stack, 'bridge'),
    new Volume(stack, 'volume'),
  ];
  expect(made.map((construct) => sourceOf(construct, __dirname))).toEqual(
    ['container', 'one-shot', 'bridge', 'volume'].map((id) => ({
      file: FILE,
      line: lineOf(`(stack, '${id}'`),
      column: 5,
    })),
  );
});

test('leads from what a stack of ours makes to the line of its user', () => {
  const stack = new DockerStack(new App({ outdir }), 'shop');
  new WordPress(stack, 'blog');
  const db = stack.node.findAll().find((construct) => construct instanceof Container);
  expect(sourceOf(db!, __dirname)).toEqual({ file: FILE, line: lineOf("'blog')"), column: 3 });
});

test('leaves the limit of stack traces as it was', () => {
  const { stackTraceLimit } = Error;
  new Container(new DockerStack(new App({ outdir }), 'shop'), 'web', { image });
  expect(Error.stackTraceLimit).toBe(stackTraceLimit);
});

describe('after synth', () => {
  function synth(ports: readonly number[]): string {
    const app = new App({ outdir });
    const stack = new DockerStack(app, 'shop');
    const [one, two] = ports.map((port) => `${String(port)}:80`);
    new Container(stack, 'one', { image, publish: [one!] });
    new Container(stack, 'two', { image, publish: [two!] });
    try {
      app.synth();
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  }

  const here = `${relative('.', __filename)}:${String(lineOf("(stack, 'two'"))}`;
  const linesFile = (): string => join(outdir, 'stacks', 'shop', 'topology.lines.json');

  test('the error names the line', () => {
    expect(synth([80, 80]).split('\n')).toEqual([
      '1 error, so no plan was written:',
      expect.stringContaining('[HOST_PORT_TAKEN]'),
      `    ${here}`,
    ]);
  });

  test('check names it, although no plan was written', async () => {
    synth([80, 80]);
    const { code, out } = await runCli('check', outdir);
    expect(code).toBe(1);
    expect(out).toContain(`[HOST_PORT_TAKEN]\n    ${here}\n`);
  });

  test('a code host is led to it', async () => {
    synth([80, 80]);
    const { out } = await runCli('check', '--sarif', outdir);
    expect(out).toContain(`"uri": "${relative('.', __filename)}"`);
  });

  test('only what something was found about has a line', () => {
    synth([80, 80]);
    const { lines } = JSON.parse(readFileSync(linesFile(), 'utf8')) as { lines: object };
    expect(Object.keys(lines)).toEqual(['shop/two']);
  });

  test('no line is left of an earlier synth', () => {
    synth([80, 80]);
    synth([80, 81]);
    expect(existsSync(linesFile())).toBe(false);
  });
});
