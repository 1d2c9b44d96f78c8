import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootWords } from './lan-root';

/** What a suite was looking for: there, or the reason why it is not. */
export type Finding<T> = { readonly found: T } | { readonly absent: string };

/** The Docker engine that the docker CLI talks to. */
export interface Engine {
  /** Version of the engine, for instance `20.10.24`. */
  readonly version: string;

  /** Version of the API that the engine speaks, for instance `1.41`. */
  readonly apiVersion: string;

  /** Version of the docker CLI. */
  readonly cliVersion: string;
}

/** A version of the Terraform provider for Docker that `terraform init` installs. */
export interface Provider {
  readonly version: string;
}

/** How a program ended; without a status it did not start or did not end in time. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly error?: NodeJS.ErrnoException;
}

/** Runs a program to its end. */
export type Run = (
  program: string,
  args: readonly string[],
  options: { readonly timeoutMs: number; readonly cwd?: string },
) => Ended;

/** The environment is the test's own, so `DOCKER_HOST` and `TF_CLI_CONFIG_FILE` are honoured. */
export const runProgram: Run = (program, args, { timeoutMs, cwd }) =>
  spawnSync(program, args, {
    encoding: 'utf8',
    timeout: timeoutMs,
    cwd,
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });

const ENGINE_TIMEOUT_MS = 5_000;
const PROVIDER_TIMEOUT_MS = 60_000;

/** Asks the docker CLI for the engine, at the address that the CLI itself would use. */
export function probeEngine(run: Run): Finding<Engine> {
  const ended = run('docker', ['version', '--format', '{{json .}}'], {
    timeoutMs: ENGINE_TIMEOUT_MS,
  });
  const failure = failureOf('docker', ended);
  if (failure !== undefined) return { absent: `no Docker engine: ${failure}` };
  const { Client, Server } = JSON.parse(ended.stdout) as {
    Client: { Version: string };
    Server: { Version: string; ApiVersion: string };
  };
  return {
    found: {
      version: Server.Version,
      apiVersion: Server.ApiVersion,
      cliVersion: Client.Version,
    },
  };
}

/** Lets `terraform init` install the provider in an empty folder, from wherever it is set up to. */
export function probeProvider(version: string, run: Run): Finding<Provider> {
  const folder = mkdtempSync(join(tmpdir(), 'portolan-provider-'));
  try {
    writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(requirement(version)));
    const ended = run('terraform', ['init', '-backend=false', '-input=false', '-no-color'], {
      timeoutMs: PROVIDER_TIMEOUT_MS,
      cwd: folder,
    });
    const failure = failureOf('terraform', ended);
    return failure === undefined
      ? { found: { version } }
      : { absent: `no Terraform provider kreuzwerker/docker ${version}: ${failure}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Programs that make a host out of a network namespace. */
const HOST_PROGRAMS = ['nsenter', 'dockerd', '/usr/sbin/sshd', 'ssh-keygen', 'openssl'];

/** Makes a network namespace and removes it, and looks for what is put into one. */
export function probeNamespaces(run: Run): Finding<true> {
  const name = `portolan-probe-${String(process.pid)}`;
  const calls = [
    ['ip', 'netns', 'add', name],
    ['ip', 'netns', 'delete', name],
    ...HOST_PROGRAMS.map((program) => ['sh', '-c', `command -v ${program}`, program]),
  ];
  for (const call of calls) {
    const [program, words] = rootWords(...call);
    const ended = run(program, words, { timeoutMs: ENGINE_TIMEOUT_MS });
    const missing = call[0] === 'sh' && ended.status !== 0 ? 'it is not installed' : undefined;
    const failure = missing ?? failureOf(program, ended);
    if (failure !== undefined) {
      return { absent: `no hosts in network namespaces: ${call.at(-1) ?? ''}: ${failure}` };
    }
  }
  return { found: true };
}

/** Names that a Chromium has on Debian, and elsewhere. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];

/** Looks for a Chromium; `PORTOLAN_CHROMIUM` names one. */
export function probeBrowser(run: Run, named: string | undefined): Finding<string> {
  for (const program of named === undefined || named === '' ? BROWSERS : [named]) {
    const ended = run('sh', ['-c', `command -v ${program}`], { timeoutMs: ENGINE_TIMEOUT_MS });
    if (ended.status === 0) return { found: ended.stdout.trim() };
  }
  return { absent: 'no browser: chromium is not installed' };
}

function requirement(version: string): object {
  return {
    terraform: { required_providers: { docker: { source: 'kreuzwerker/docker', version } } },
  };
}

function failureOf(program: string, { status, stderr, error }: Ended): string | undefined {
  if (error?.code === 'ENOENT') return `${program} is not installed`;
  if (error?.code === 'ETIMEDOUT') return `${program} did not answer in time`;
  if (error !== undefined) return error.message;
  return status === 0 ? undefined : firstParagraph(stderr);
}

/** Terraform draws a frame around its messages, and says in a heading only that it failed. */
function firstParagraph(stderr: string): string {
  const [heading = '', ...paragraphs] = stderr
    .split('\n')
    .map((line) => line.replace(/^[\s│╷╵]+/, '').trim())
    .join('\n')
    .trim()
    .split(/\n{2,}/);
  const text = heading.startsWith('Error: ') ? (paragraphs[0] ?? heading) : heading;
  return text.replaceAll('\n', ' ');
}
