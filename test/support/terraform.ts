import { App, LocalBackend } from 'cdktf';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DockerStack, type DockerStackProps } from 'portolan';
import { inspect, newBench, type Bench } from './docker';
import type { Provider } from './needs';

/** How a call of terraform ended, with what it wrote to both outputs. */
export interface Ended {
  readonly status: number;
  readonly text: string;
}

/** A call of terraform that a test relied on has failed. */
class TerraformFailed extends Error {
  override readonly name = 'TerraformFailed';

  constructor(
    readonly command: string,
    readonly ended: Ended,
  ) {
    // What it would have done fills pages, and says nothing of the mistake.
    const [, ...errors] = ended.text.split(/^(?=.{0,2}Error: )/m);
    super(`terraform ${command}: status ${String(ended.status)}\n${errors.join('') || ended.text}`);
  }
}

/** What a plan would do to one resource. */
export interface PlannedChange {
  readonly address: string;
  readonly actions: readonly string[];
}

/** What the engine says of a container; the parts that tests look at. */
export interface ContainerData {
  readonly Id: string;
  readonly Config: Readonly<Record<string, unknown>> & { readonly Env: readonly string[] };
  readonly HostConfig: Readonly<Record<string, unknown>>;
  readonly Mounts: readonly Readonly<Record<string, unknown>>[];
  readonly State: { readonly Status: string; readonly Running: boolean };
  readonly NetworkSettings: {
    readonly Networks: Readonly<
      Record<string, { readonly IPAddress: string; readonly Aliases: readonly string[] | null }>
    >;
    readonly Ports: Readonly<
      Record<string, readonly { HostIp: string; HostPort: string }[] | null>
    >;
  };
}

/** One stack of an app, deployed by terraform into a folder of its own. */
export class Deployment {
  /** Names of everything that is deployed begin so. */
  readonly bench: Bench;

  private readonly folder: string;
  private isInitialized = false;

  constructor(
    suite: string,
    private readonly provider: Provider,
  ) {
    this.bench = newBench(suite);
    this.folder = mkdtempSync(join(tmpdir(), 'portolan-terraform-'));
  }

  /** Docker's name of the construct with the id. */
  name(id: string): string {
    return this.bench.name(id);
  }

  /** Synthesizes the stack; its id is the prefix of the bench. */
  synth(define: (stack: DockerStack) => void, props: DockerStackProps = {}): void {
    const app = new App({ outdir: join(this.folder, 'cdktf.out') });
    const stack = new DockerStack(app, this.bench.prefix, {
      providerVersion: this.provider.version,
      ...props,
    });
    // cdktf would keep the state, with its secrets, in the folder where the tests run.
    new LocalBackend(stack, { path: join(this.folder, 'terraform.tfstate') });
    define(stack);
    app.synth();
  }

  /** Synthesizes and applies. */
  async apply(define: (stack: DockerStack) => void, props: DockerStackProps = {}): Promise<void> {
    const ended = await this.tryApply(define, props);
    if (ended.status !== 0) throw new TerraformFailed('apply', ended);
  }

  /** Synthesizes and applies, and tells how it ended. */
  async tryApply(
    define: (stack: DockerStack) => void,
    props: DockerStackProps = {},
  ): Promise<Ended> {
    this.synth(define, props);
    await this.init();
    return this.tryRun('apply', '-auto-approve', '-input=false');
  }

  /** What a plan would change now; nothing when everything is as declared. */
  async plan(): Promise<PlannedChange[]> {
    const ended = await this.tryRun(
      'plan',
      '-detailed-exitcode',
      '-input=false',
      '-out=next.tfplan',
    );
    if (ended.status === 1) throw new TerraformFailed('plan', ended);
    const shown = JSON.parse(await this.run('show', '-json', 'next.tfplan')) as {
      readonly resource_changes?: readonly {
        readonly address: string;
        readonly change: PlannedChange;
      }[];
    };
    return (shown.resource_changes ?? [])
      .map(({ address, change }) => ({ address, actions: change.actions }))
      .filter(({ actions }) => !['no-op', 'read'].includes(actions.join()));
  }

  /** The file with the JSON of a plan of what is synthesized, beside the files of its stack. */
  async planFile(): Promise<string> {
    await this.init();
    await this.run('plan', '-input=false', '-out=next.tfplan');
    return this.showTo('plan.json', 'next.tfplan');
  }

  /** The file with the JSON of the state, beside the files of its stack. */
  stateFile(): Promise<string> {
    return this.showTo('state.json');
  }

  private async showTo(name: string, ...args: readonly string[]): Promise<string> {
    const file = join(this.stackFolder, name);
    writeFileSync(file, await this.run('show', '-json', ...args));
    return file;
  }

  private async init(): Promise<void> {
    if (!this.isInitialized) await this.run('init', '-input=false');
    this.isInitialized = true;
  }

  private get stackFolder(): string {
    return join(this.folder, 'cdktf.out', 'stacks', this.bench.prefix);
  }

  /** The outputs of the last apply. */
  async outputs(): Promise<Record<string, unknown>> {
    const outputs = JSON.parse(await this.run('output', '-json')) as Record<
      string,
      { value: unknown }
    >;
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  /** What the engine says of a container. */
  container(id: string): Promise<ContainerData> {
    return inspect<ContainerData>('container', this.name(id));
  }

  /** Destroys what is deployed. */
  async destroy(): Promise<void> {
    if (this.isInitialized) await this.run('destroy', '-auto-approve', '-input=false');
  }

  /** Destroys what is deployed, and removes every trace even when that fails. */
  async end(): Promise<void> {
    try {
      await this.destroy();
    } finally {
      await this.bench.clean();
      rmSync(this.folder, { recursive: true, force: true });
    }
  }

  private async run(command: string, ...args: readonly string[]): Promise<string> {
    const ended = await this.tryRun(command, ...args);
    if (ended.status !== 0) throw new TerraformFailed(command, ended);
    return ended.text;
  }

  private tryRun(command: string, ...args: readonly string[]): Promise<Ended> {
    const cwd = this.stackFolder;
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
    const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
    return new Promise((resolve) => {
      const colour = command === 'show' || command === 'output' ? [] : ['-no-color'];
      execFile('terraform', [command, ...colour, ...args], options, (error, stdout, stderr) => {
        const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ status, text: `${stdout}${stderr === '' ? '' : `\n${stderr}`}` });
      });
    });
  }
}

/** A deployment that ends with the suite, also when tests have failed. */
export function deploymentOf(suite: string, provider: Provider): Deployment {
  const deployment = new Deployment(suite, provider);
  afterAll(() => deployment.end());
  return deployment;
}
