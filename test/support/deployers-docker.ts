import { dockerCommands, type DockerCommand } from 'portolan/export';
import { EMPTY_TOPOLOGY, type Topology } from 'portolan/topology';
import {
  DeployFailed,
  type Connections,
  type Deployer,
  type Deployment,
  type Env,
} from './deployers';
import { checkGround } from './deployers-ground';
import { Project, runIn } from './deployers-project';
import { docker, eventually, tryDocker } from './docker';

const HEALTHY_WITHIN_MS = 120_000;

/**
 * Runs the docker commands that the topology is rendered to: what can be proven without Terraform.
 *
 * @param secrets values of the variables that the topology only names
 */
export function byDockerCommands(secrets: Env = {}, connections: Connections = {}): Deployer {
  return {
    title: 'by docker commands',
    prepare: (program, env = {}) =>
      new DockerDeployment(new Project(program, env), secrets, connections),
  };
}

/** The commands that make one object on one host. */
interface Step {
  readonly host: string;
  readonly kind: 'network' | 'volume' | 'container';
  readonly name: string;
  readonly commands: readonly DockerCommand[];
}

class DockerDeployment implements Deployment {
  topology: Topology = EMPTY_TOPOLOGY;

  private done: readonly Step[] = [];

  constructor(
    private readonly project: Project,
    private readonly secrets: Env,
    readonly connections: Connections,
  ) {}

  async synth(): Promise<Topology> {
    return (await this.project.synth()).topology;
  }

  async deploy(env: Env = {}): Promise<void> {
    this.project.addEnv(env);
    const topology = await this.synth();
    if (this.done.length === 0) await checkGround(topology, this.connections);
    this.topology = topology;
    const before = this.done;
    this.done = topology.hosts.flatMap(({ id }) => stepsOf(topology, id));
    await this.remove(before.filter((step) => !this.done.some((other) => isSame(step, other))));
    for (const step of this.done) await this.make(step);
  }

  async destroy(): Promise<void> {
    await this.remove(this.done);
    this.done = [];
    this.project.remove();
  }

  async abandon(): Promise<void> {
    await this.destroy();
  }

  private async make({ host, kind, name, commands }: Step): Promise<void> {
    const options = this.connections[host] ?? [];
    if (await exists(options, kind, name)) return;
    const env = { ...process.env, ...this.secrets };
    for (const [program, ...words] of commands) {
      const { status, output } = await runIn('.', program ?? '', [...options, ...words], env);
      if (status !== 0) throw new DeployFailed(`docker ${words.join(' ')}`, output);
    }
    if (kind === 'container' && mustBeHealthy(name, this.topology)) {
      await becomesHealthy(options, name);
    }
  }

  private async remove(steps: readonly Step[]): Promise<void> {
    for (const { host, kind, name } of steps.toReversed()) {
      await removeObject(this.connections[host] ?? [], kind, name);
    }
  }
}

/** Removes a container with its anonymous volumes, a network or a volume, if it is there. */
export async function removeObject(
  options: readonly string[],
  kind: string,
  name: string,
): Promise<void> {
  if (!(await exists(options, kind, name))) return;
  await docker(...options, kind, 'rm', ...(kind === 'container' ? ['-f', '-v'] : []), name);
}

async function exists(options: readonly string[], kind: string, name: string): Promise<boolean> {
  return (await tryDocker(...options, kind, 'inspect', name)).status === 0;
}

function isSame(step: Step, other: Step): boolean {
  return JSON.stringify(step) === JSON.stringify(other);
}

/** The commands of a host, put together by what they make. */
function stepsOf(topology: Topology, host: string): Step[] {
  const steps = new Map<string, Step>();
  for (const command of dockerCommands(topology, host)) {
    const { kind, name } = subjectOf(command);
    const known = steps.get(`${kind} ${name}`)?.commands ?? [];
    steps.set(`${kind} ${name}`, { host, kind, name, commands: [...known, command] });
  }
  return [...steps.values()];
}

function subjectOf(command: DockerCommand): Pick<Step, 'kind' | 'name'> {
  const [, verb, second] = command;
  const last = command.at(-1) ?? '';
  if (verb === 'create') {
    return { kind: 'container', name: command[command.indexOf('--name') + 1] ?? '' };
  }
  if (verb === 'start' || second === 'connect') return { kind: 'container', name: last };
  return { kind: verb === 'network' ? 'network' : 'volume', name: last };
}

function mustBeHealthy(name: string, { containers }: Topology): boolean {
  const id = containers.find((container) => container.name === name)?.id;
  return containers.some(({ dependsOn }) =>
    dependsOn.some(({ container, condition }) => container === id && condition === 'healthy'),
  );
}

async function becomesHealthy(options: readonly string[], name: string): Promise<void> {
  await eventually(async () => {
    const format = '{{.State.Health.Status}}';
    const status = await docker(...options, 'inspect', '--format', format, name);
    if (status !== 'healthy') throw new DeployFailed(`waiting for ${name}`, `it is ${status}`);
  }, HEALTHY_WITHIN_MS);
}
