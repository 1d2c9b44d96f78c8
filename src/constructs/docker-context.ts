import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { defined } from '../defined';
import { ConfigError } from '../errors';

/** The engine that the docker command line talks to. */
export interface CurrentContext {
  /** `local` for the default engine, `environment` for `DOCKER_HOST`, else the context's name. */
  readonly name: string;

  /** Absent: the default socket. */
  readonly endpoint?: string;

  /** Folder with `ca.pem`, `cert.pem`, `key.pem`. */
  readonly certPath?: string;
}

/**
 * Follows the docker command line: `DOCKER_HOST` (with TLS when `DOCKER_TLS_VERIFY` or `DOCKER_TLS` is
 * set), `DOCKER_CONTEXT`, then `currentContext` of its configuration file.
 *
 * @throws ConfigError `CONTEXT_UNREADABLE`
 * @see https://docs.docker.com/engine/manage-resources/contexts/
 */
export function findCurrentContext(env: NodeJS.ProcessEnv): CurrentContext {
  const folder = isSet(env.DOCKER_CONFIG) ? env.DOCKER_CONFIG : join(homedir(), '.docker');
  if (isSet(env.DOCKER_HOST)) {
    const usesTls = isSet(env.DOCKER_TLS_VERIFY) || isSet(env.DOCKER_TLS);
    const certFolder = isSet(env.DOCKER_CERT_PATH) ? env.DOCKER_CERT_PATH : folder;
    const certPath = usesTls ? certFolder : undefined;
    return { name: 'environment', endpoint: env.DOCKER_HOST, ...defined({ certPath }) };
  }
  const name = isSet(env.DOCKER_CONTEXT) ? env.DOCKER_CONTEXT : configuredContext(folder);
  return name === undefined || name === 'default' ? { name: 'local' } : readContext(folder, name);
}

/** The command line keeps a context under the hash of its name. */
function readContext(folder: string, name: string): CurrentContext {
  const key = createHash('sha256').update(name).digest('hex');
  const certPath = join(folder, 'contexts', 'tls', key, 'docker');
  const endpoint = endpointOf(join(folder, 'contexts', 'meta', key, 'meta.json'), name);
  return { name, endpoint, ...(existsSync(certPath) ? { certPath } : {}) };
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function configuredContext(folder: string): string | undefined {
  const file = join(folder, 'config.json');
  if (!existsSync(file)) return undefined;
  const config = readJson(file, "the docker command line's configuration");
  const name = field(config, 'currentContext');
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function endpointOf(file: string, name: string): string {
  const meta = readJson(file, `the docker context '${name}'`);
  const endpoint = field(field(field(meta, 'Endpoints'), 'docker'), 'Host');
  if (typeof endpoint === 'string' && endpoint !== '') return endpoint;
  throw unreadable(`the docker context '${name}'`, `${file} names no engine`);
}

function readJson(file: string, what: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw unreadable(what, error instanceof Error ? error.message : String(error));
  }
}

function field(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function unreadable(what: string, reason: string): ConfigError {
  return new ConfigError('CONTEXT_UNREADABLE', {
    at: 'DockerHost.current',
    problem: `cannot read ${what} (${reason})`,
    fix: 'see docker context ls, or use DockerHost.local, DockerHost.tcp or DockerHost.ssh',
  });
}
