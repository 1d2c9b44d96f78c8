import { TerraformVariable } from 'cdktf';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BridgeNetwork, Container, DockerHost, Secret, Volume, type DockerStack } from 'portolan';
import { diffTopologies } from '../../src/topology/diff';
import { parseTopology } from '../../src/topology/parse';
import { readSources } from '../../src/cli/read-sources';
import { runCli } from '../support/cli';
import { describeWithProvider } from '../support/needs';
import { deploymentOf } from '../support/terraform';

const idle = { image: 'busybox', command: ['sleep', '3600'], init: true, stopGraceSeconds: 1 };

describeWithProvider(['4.5.0'], 'check of what Terraform knows', (provider) => {
  const deployment = deploymentOf('check-plan', provider);
  const folder = mkdtempSync(join(tmpdir(), 'portolan-secret-'));
  const secret = join(folder, 'password');
  beforeAll(() => {
    writeFileSync(secret, 's3cr3t-pw');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const props = { host: DockerHost.local({ engineVersion: '28.5' }) };

  /** The block of `lan` is a variable, so only Terraform knows that it is `back`'s, too. */
  function define(cidr: string): (stack: DockerStack) => void {
    return (stack) => {
      const { stringValue } = new TerraformVariable(stack, 'block', { default: cidr });
      const back = new BridgeNetwork(stack, 'back', { subnets: [{ cidr: '10.223.0.0/24' }] });
      const lan = new BridgeNetwork(stack, 'lan', { subnets: [{ cidr: stringValue }] });
      new Container(stack, 'db', {
        ...idle,
        memory: '64m',
        networks: [{ network: back, aliases: ['zeta', 'alpha'] }, lan],
        env: { USER: 'shop', PASSWORD: Secret.fromFile(secret) },
        volumes: [new Volume(stack, 'data').at('/data')],
        publish: ['127.0.0.1:18223:80'],
      });
    };
  }

  function declared(file: string): ReturnType<typeof parseTopology> {
    return parseTopology(readFileSync(join(dirname(file), 'topology.json'), 'utf8'), '');
  }

  test('synth passes a clash that only Terraform knows, and the plan shows it', async () => {
    deployment.synth(define('10.223.0.128/25'), props);
    const file = await deployment.planFile();
    expect((await runCli('check', dirname(file))).code).toBe(0);
    const { code, out } = await runCli('check', file);
    expect(code).toBe(1);
    expect(out).toMatch(
      /\/lan: subnet 10\.223\.0\.128\/25 overlaps .*\/back; .*\[SUBNET_OVERLAP\]/,
    );
    expect(out).not.toContain('s3cr3t');
  });

  test('a plan differs from its definition in what was not known only', async () => {
    deployment.synth(define('10.223.1.0/24'), props);
    const file = await deployment.planFile();
    const changes = diffTopologies(declared(file), readSources([file]).topology);
    expect(
      changes.map(({ id, path }) => `${id.split('/').slice(1).join('/')} ${String(path)}`),
    ).toEqual(['lan subnets/0/cidr', 'lan unknown/0', 'db mounts/0/source']);
  });

  test('a state is checked like its definition', async () => {
    await deployment.apply(define('10.223.1.0/24'), props);
    const file = await deployment.stateFile();
    const { code, out } = await runCli('check', '--min-level', 'warning', file);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^0 errors, 0 warnings in /),
    });
    expect(readFileSync(file, 'utf8')).toContain('s3cr3t-pw');
    expect((await runCli('check', '--json', file)).out).not.toContain('s3cr3t');
  });
});
