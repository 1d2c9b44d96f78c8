import { Testing, TerraformVariable } from 'cdktf';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Container, Secret, type ContainerProps, type DockerStack } from 'portolan';
import { onlyContainer, onlyResource, planOf, shop } from '../../support/synth';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-env-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function envFile(text: string): string {
  const file = join(folder, 'app.env');
  writeFileSync(file, text);
  return file;
}

function web(stack: DockerStack, props: Partial<ContainerProps>): Container {
  return new Container(stack, 'web', { image: 'nginx:1.27', ...props });
}

describe('env', () => {
  test('hands a secret over by name and shows its name alone', () => {
    const stack = shop();
    web(stack, { env: { PASSWORD: Secret.variable('db_password'), USER: 'wp' } });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      'PASSWORD=${var.db_password}',
      'USER=wp',
    ]);
    expect(onlyContainer(stack)).toMatchObject({ env: { USER: 'wp' }, secretEnv: ['PASSWORD'] });
  });

  test('hands a value over that only Terraform knows, in text, too', () => {
    const stack = shop();
    const { stringValue } = new TerraformVariable(stack, 'tag', { type: 'string' });
    web(stack, { env: { TAG: stringValue, URL: `http://x/${stringValue}/\${y}` } });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      'TAG=${var.tag}',
      'URL=http://x/${var.tag}/$${y}',
    ]);
    expect(onlyContainer(stack)).toMatchObject({ env: {}, secretEnv: ['TAG', 'URL'] });
  });

  test('hands a number over that only Terraform knows, in text, too', () => {
    const stack = shop();
    const { numberValue } = new TerraformVariable(stack, 'port', { type: 'number' });
    web(stack, { env: { PORT: numberValue, URL: `http://x:${String(numberValue)}/` } });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      'PORT=${var.port}',
      'URL=http://x:${var.port}/',
    ]);
    expect(onlyContainer(stack)).toMatchObject({ env: {}, secretEnv: ['PORT', 'URL'] });
  });

  test('escapes what looks like an expression in a name', () => {
    const stack = shop();
    web(stack, { env: { 'A${B}': 'x' } });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual(['A$${B}=x']);
  });

  test.each(['', 'A B', 'A=B', 'A\tB', 'A\nB'])('rejects the name %j', (name) => {
    expect(() => web(shop(), { env: { [name]: 'x' } })).toThrow('ENV_NAME_MALFORMED');
  });
});

describe('envFiles', () => {
  const SECRET = 'hunter2 ${x} "quoted"';

  test('hands values over by a sensitive variable, never in the plan', () => {
    const stack = shop();
    web(stack, { envFiles: [envFile(`# comment\nB=${SECRET}\nA=1\n`)] });
    const plan = planOf(stack);
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      expect.stringMatching(/^A=\$\{var\.web_EnvFiles_\w+\.A\}$/),
      expect.stringMatching(/^B=\$\{var\.web_EnvFiles_\w+\.B\}$/),
    ]);
    expect(Object.values(plan.variable)).toEqual([
      { nullable: false, sensitive: true, type: 'map(string)' },
    ]);
    expect(JSON.stringify(plan)).not.toContain('hunter2');
    expect(onlyContainer(stack)).toMatchObject({ env: {}, secretEnv: ['A', 'B'] });
  });

  test('writes the values beside the plan, for the owner alone', () => {
    const stack = shop();
    web(stack, { envFiles: [envFile(`B=${SECRET}\n`)] });
    const out = join(Testing.fullSynth(stack), 'stacks', 'shop');
    const file = join(out, 'portolan.auto.tfvars.json');
    const [values] = Object.values(JSON.parse(readFileSync(file, 'utf8')) as object);
    expect(values).toEqual({ B: SECRET });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    for (const other of readdirSync(out).filter((name) => name !== 'portolan.auto.tfvars.json')) {
      expect(readFileSync(join(out, other), 'utf8')).not.toContain('hunter2');
    }
  });

  test('lets env and later files win', () => {
    const stack = shop();
    const [one, two] = ['one', 'two'].map((name) => join(folder, name));
    writeFileSync(one!, 'A=1\nB=1\nC=1\n');
    writeFileSync(two!, 'B=2\n');
    web(stack, { envFiles: [one!, two!], env: { C: 'plain' } });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      expect.stringContaining('.A}'),
      expect.stringContaining('.B}'),
      'C=plain',
    ]);
    const file = join(Testing.fullSynth(stack), 'stacks', 'shop', 'portolan.auto.tfvars.json');
    expect(Object.values(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual([
      { A: '1', B: '2', C: '1' },
    ]);
  });

  test('passes a variable of the caller on by name, and leaves out one that is not set', () => {
    const stack = shop();
    process.env['PORTOLAN_TEST_VARIABLE'] = 'from outside';
    try {
      web(stack, { envFiles: [envFile('PORTOLAN_TEST_VARIABLE\nPORTOLAN_TEST_MISSING\n')] });
    } finally {
      delete process.env['PORTOLAN_TEST_VARIABLE'];
    }
    expect(onlyContainer(stack).secretEnv).toEqual(['PORTOLAN_TEST_VARIABLE']);
  });

  test('writes names that are no identifiers', () => {
    const stack = shop();
    web(stack, { envFiles: [envFile('my.dotted-name=1\n')] });
    expect(onlyResource(stack, 'docker_container')['env']).toEqual([
      expect.stringMatching(/^my\.dotted-name=\$\{var\.web_EnvFiles_\w+\["my\.dotted-name"\]\}$/),
    ]);
  });
});
