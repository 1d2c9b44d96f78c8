import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, inspect } from 'node:util';
import { Container, Secret } from 'portolan';
import { onlyResource, planOf, shop } from '../support/synth';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-secret-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function secretFile(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('variable', () => {
  test('becomes one sensitive variable, however often it is used', () => {
    const stack = shop();
    const [one, two] = [Secret.variable('pw'), Secret.variable('pw')];
    new Container(stack, 'web', { image: 'nginx', env: { A: one, B: one, C: two } });
    expect(planOf(stack).variable).toEqual({
      pw: { nullable: false, sensitive: true, type: 'string' },
    });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      'A=${var.pw}',
      'B=${var.pw}',
      'C=${var.pw}',
    ]);
  });

  test('may have the name of a construct', () => {
    const stack = shop();
    new Container(stack, 'web', { image: 'nginx', env: { A: Secret.variable('web') } });
    expect(planOf(stack).variable).toHaveProperty('web');
  });

  test('uses a sensitive variable that the stack has', () => {
    const stack = shop();
    new TerraformVariable(stack, 'pw', { type: 'string', sensitive: true, description: 'mine' });
    new Container(stack, 'web', { image: 'nginx', env: { A: Secret.variable('pw') } });
    expect(planOf(stack).variable).toEqual({
      pw: { type: 'string', sensitive: true, description: 'mine' },
    });
  });

  test('rejects a variable of the stack that is not sensitive', () => {
    const stack = shop();
    new TerraformVariable(stack, 'pw', { type: 'string' });
    expect(
      () => new Container(stack, 'web', { image: 'nginx', env: { A: Secret.variable('pw') } }),
    ).toThrow(
      "shop/pw: variable 'pw' is not sensitive, so the plan would show its value; declare it with sensitive: true [SECRET_IN_PLAIN_TEXT]",
    );
  });

  test.each(['db-password', '1st', 'a b', 'count', 'for_each', 'version'])(
    'rejects the name %s',
    (name) => {
      expect(() => Secret.variable(name)).toThrow('NAME_MALFORMED');
    },
  );
});

describe('generated', () => {
  test('becomes a random password of letters and digits', () => {
    const stack = shop();
    const password = Secret.generated(stack, 'pw');
    new Container(stack, 'web', { image: 'nginx', env: { A: password } });
    expect(onlyResource(stack, 'random_password')).toMatchObject({ length: 32, special: false });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      expect.stringMatching(/^A=\$\{random_password\.pw\w*\.result\}$/),
    ]);
  });

  test('takes a length and symbols', () => {
    const stack = shop();
    Secret.generated(stack, 'pw', { length: 12, symbols: true });
    expect(onlyResource(stack, 'random_password')).toMatchObject({ length: 12, special: true });
  });

  test('brings the provider once, for every version that can make passwords', () => {
    const stack = shop();
    Secret.generated(stack, 'one');
    Secret.generated(stack, 'two');
    const plan = planOf(stack);
    expect(plan.provider['random']).toEqual([{}]);
    expect(plan.terraform.required_providers['random']).toEqual({
      source: 'hashicorp/random',
      version: '>= 3.1.0, < 4.0.0',
    });
  });
});

describe('fromFile', () => {
  test('writes the value beside the plan, without the newline at its end', () => {
    const stack = shop();
    const secret = Secret.fromFile(secretFile('pw.txt', 'hunter2 ${x}\n'));
    new Container(stack, 'web', { image: 'nginx', env: { A: secret, B: secret } });
    expect(JSON.stringify(planOf(stack))).not.toContain('hunter2');
    const file = join(Testing.fullSynth(stack), 'stacks', 'shop', 'portolan.auto.tfvars.json');
    expect(Object.values(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual([
      'hunter2 ${x}',
    ]);
  });

  test('keeps files apart whose names differ in a mark', () => {
    const stack = shop();
    const [one, two] = [secretFile('a-b', 'one'), secretFile('a_b', 'two')];
    new Container(stack, 'web', {
      image: 'nginx',
      env: { A: Secret.fromFile(one), B: Secret.fromFile(two) },
    });
    const file = join(Testing.fullSynth(stack), 'stacks', 'shop', 'portolan.auto.tfvars.json');
    expect(Object.values(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual(['one', 'two']);
  });

  test('does not show the path of the folder in the plan', () => {
    const stack = shop();
    new Container(stack, 'web', {
      image: 'nginx',
      env: { A: Secret.fromFile(secretFile('pw', 'x')) },
    });
    expect(Object.keys(planOf(stack).variable)).toEqual([
      expect.stringMatching(/^secret_pw_[0-9a-f]{8}$/),
    ]);
  });

  test('rejects an empty file', () => {
    expect(() => Secret.fromFile(secretFile('pw', '\n'))).toThrow('PROP_EMPTY');
  });
});

describe('fromToken', () => {
  test('marks the value as sensitive', () => {
    const stack = shop();
    const { stringValue } = new TerraformVariable(stack, 'v', { type: 'string' });
    new Container(stack, 'web', { image: 'nginx', env: { A: Secret.fromToken(stringValue) } });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual(['A=${sensitive(var.v)}']);
  });

  test('rejects plain text without showing it', () => {
    expect(() => Secret.fromToken('hunter2')).toThrow(/^(?!.*hunter2).*\[SECRET_IN_PLAIN_TEXT\]$/);
  });
});

test('binds in a plain TerraformStack, too', () => {
  const stack = new TerraformStack(Testing.app(), 'plain');
  new TerraformOutput(stack, 'out', { value: Secret.variable('pw').in(stack), sensitive: true });
  expect(Testing.synth(stack)).toContain('${var.pw}');
});

describe('showing a secret', () => {
  const secrets = (): Secret[] => [
    Secret.variable('pw'),
    Secret.generated(shop(), 'pw'),
    Secret.fromFile(secretFile('pw', 'hunter2')),
  ];

  test.each([
    ['JSON', (secret: Secret) => JSON.stringify({ secret })],
    [
      'util.inspect',
      (secret: Secret) => inspect({ secret }, { depth: Infinity, showHidden: true }),
    ],
    ['util.format', (secret: Secret) => format('%o %j', secret, secret)],
  ])('%s shows that it is one, and nothing else', (_, show) => {
    for (const secret of secrets()) {
      expect(show(secret)).toContain('<secret>');
      expect(show(secret)).not.toMatch(/hunter2|pw/);
    }
  });

  test('rejects to be put into text', () => {
    const secret = Secret.variable('pw');
    expect(() => `mysql://root:${secret as unknown as string}@db`).toThrow(
      'Secret: a Secret was put into text; put its token in, password.in(stack) [SECRET_IN_PLAIN_TEXT]',
    );
    expect(() => 'pw=' + (secret as unknown as string)).toThrow('SECRET_IN_PLAIN_TEXT');
  });

  test('its token may be put into text', () => {
    const stack = shop();
    const url = `mysql://root:${Secret.variable('pw').in(stack)}@db`;
    new Container(stack, 'web', { image: 'nginx', env: { URL: url } });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      'URL=mysql://root:${var.pw}@db',
    ]);
  });
});
