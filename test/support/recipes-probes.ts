import { docker, DockerFailed, tryDocker, type DockerResult } from './docker';

/** Has bash, ping, curl, getent and ip. */
const TOOLS = 'centos:7';
const SECONDS = '2';

/** Docker answers for a name of its own at once; for others it asks servers that may not be there. */
const RESOLVER = `RES_OPTIONS=timeout:${SECONDS} attempts:1`;

/** The network as a container sees it: its addresses, routes, names. */
export interface View {
  /** Whether the target answers a ping. */
  canPing(target: string): Promise<boolean>;

  /** Whether a TCP connection to the port comes up. */
  canConnect(host: string, port: number): Promise<boolean>;

  /** IPv4 addresses of a name, sorted; none when it is not known. */
  resolve(name: string): Promise<readonly string[]>;

  /** What an HTTP server answers. */
  get(url: string): Promise<string>;

  /** What `ip` prints. */
  ip(...words: readonly string[]): Promise<string>;
}

/**
 * Looks at the network from inside a container, with the tools of another image.
 *
 * @param connection options by which the docker CLI reaches the container's engine
 */
export function inside(container: string, connection: readonly string[] = []): View {
  return viewFrom([...connection, 'run', '--rm', '--network', `container:${container}`, TOOLS]);
}

/** Looks at the network as a new container on the network would. */
export function insideNetwork(network: string): View {
  return viewFrom(['run', '--rm', '--network', network, TOOLS]);
}

function viewFrom(run: readonly string[]): View {
  return {
    canPing: (target) => succeeds(run, 'ping', '-c', '1', '-W', SECONDS, target),
    canConnect: (host, port) =>
      succeeds(run, 'timeout', SECONDS, 'bash', '-c', `: < /dev/tcp/${host}/${String(port)}`),
    resolve: async (name) => {
      const { stdout } = await probe(run, 'env', RESOLVER, 'getent', 'ahostsv4', name);
      const words = stdout.split('\n').map((line) => line.split(/\s+/)[0] ?? '');
      return [...new Set(words.filter((word) => word !== ''))].sort();
    },
    get: (url) => docker(...run, 'curl', '-sS', '--max-time', '10', url),
    ip: (...words) => docker(...run, 'ip', ...words),
  };
}

async function succeeds(run: readonly string[], ...words: readonly string[]): Promise<boolean> {
  return (await probe(run, ...words)).status === 0;
}

/** From here on the status is docker's own: the program did not run, and nothing is known. */
const NOT_RUN = 125;

async function probe(run: readonly string[], ...words: readonly string[]): Promise<DockerResult> {
  const args = [...run, ...words];
  const result = await tryDocker(...args);
  if (result.status >= NOT_RUN) throw new DockerFailed(args, result);
  return result;
}

/**
 * Address of a container in a network; empty when it has none there.
 *
 * @param connection options by which the docker CLI reaches the container's engine
 */
export async function addressOf(
  container: string,
  network = 'bridge',
  connection: readonly string[] = [],
): Promise<string> {
  const format = `{{with index .NetworkSettings.Networks "${network}"}}{{.IPAddress}}{{end}}`;
  return docker(...connection, 'inspect', '--format', format, container);
}

/** Docker's id of a container: another one after it was re-created. */
export function idOf(container: string): Promise<string> {
  return docker('inspect', '--format', '{{.Id}}', container);
}

/**
 * Runs the action while a stranger holds the first free address of the network, so that what the
 * action starts gets another one than before.
 */
export async function withAddressTaken<T>(network: string, action: () => Promise<T>): Promise<T> {
  const stranger = await docker('run', '-d', '--init', '--network', network, TOOLS, 'sleep', '600');
  try {
    return await action();
  } finally {
    await docker('rm', '-f', stranger);
  }
}
