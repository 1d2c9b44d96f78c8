import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EMPTY_TOPOLOGY, type Topology } from 'portolan/topology';
import {
  DeployFailed,
  type Connections,
  type Deployer,
  type Deployment,
  type Env,
} from './deployers';
import { removeObject } from './deployers-docker';
import { checkGround, namesOf } from './deployers-ground';
import { Project, runIn, type Ended } from './deployers-project';

const CDKTF = join(dirname(require.resolve('cdktf-cli/package.json')), 'bundle', 'bin', 'cdktf');

/** A deployer whose deployments have a plan and a state. */
export interface TerraformDeployer extends Deployer {
  prepare(program: string, env?: Env): TerraformDeployment;
}

/** Deploys with `cdktf deploy`, as users do, by one version of the provider. */
export function byTerraform(
  providerVersion: string,
  connections: Connections = {},
): TerraformDeployer {
  return {
    title: `by provider ${providerVersion}`,
    prepare: (program, env = {}) =>
      new TerraformDeployment(new Project(program, env), providerVersion, connections),
  };
}

/** A project with one stack, its plan and its state. */
class TerraformDeployment implements Deployment {
  topology: Topology = EMPTY_TOPOLOGY;

  /** All that `cdktf` has printed, less the colours. */
  output = '';

  /** Folder of the stack's plan. */
  stackFolder = '';

  private stack = '';
  private names: readonly string[] = [];

  constructor(
    readonly project: Project,
    private readonly providerVersion: string,
    readonly connections: Connections,
  ) {}

  async synth(): Promise<Topology> {
    const { stack, folder, topology } = await this.project.synth();
    this.stack = stack;
    this.stackFolder = folder;
    return topology;
  }

  async deploy(env: Env = {}): Promise<void> {
    this.project.addEnv(env);
    const topology = await this.synth();
    if (this.names.length === 0) await checkGround(topology, this.connections);
    this.topology = topology;
    this.names = [...new Set([...this.names, ...namesOf(topology)])];
    await this.cdktf('deploy');
  }

  async destroy(): Promise<void> {
    await this.cdktf('destroy');
    this.names = [];
    this.project.remove();
  }

  async abandon(): Promise<void> {
    for (const kind of ['container', 'network', 'volume']) {
      for (const line of this.names) {
        const [host = '', itsKind, name = ''] = line.split(' ');
        if (itsKind === kind) await removeObject(this.connections[host] ?? [], kind, name);
      }
    }
    this.names = [];
    this.project.remove();
  }

  /** What one more deployment would change: the plan's text, empty when there is nothing. */
  readonly findPendingChanges = async (): Promise<string> => {
    const { status, output } = await this.plan();
    if (status === 0) return '';
    if (status === 2) return output;
    throw new DeployFailed('terraform plan', output);
  };

  /** `terraform plan`, which ends with 0 for no changes and 2 for some. */
  plan(): Promise<Ended> {
    return this.terraform('plan', '-detailed-exitcode', '-input=false');
  }

  /** Runs `terraform` in the stack's folder. */
  terraform(command: string, ...words: readonly string[]): Promise<Ended> {
    const { env } = this.project;
    return runIn(this.stackFolder, 'terraform', [command, '-no-color', ...words], env);
  }

  private async cdktf(verb: 'deploy' | 'destroy'): Promise<void> {
    const { folder, env } = this.project;
    this.writeSettings();
    const words = [CDKTF, verb, this.stack, '--auto-approve', '--skip-provider-lock'];
    const { status, output } = await runIn(folder, process.execPath, words, { ...env, CI: '1' });
    this.output += output;
    if (status !== 0) throw new DeployFailed(`cdktf ${verb} ${this.stack}`, output);
  }

  private writeSettings(): void {
    const settings = {
      language: 'typescript',
      app: this.project.command(this.providerVersion).join(' '),
      projectId: 'portolan-tests',
      sendCrashReports: 'false',
    };
    writeFileSync(join(this.project.folder, 'cdktf.json'), JSON.stringify(settings));
  }
}
