import { request, type RequestOptions } from 'node:http';
import { docker } from './docker';

/** What the engine answered. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Asks the engine itself, for what no version of the CLI says to every version of the engine.
 *
 * @param path - path with query, for instance `/containers/create?name=web`
 */
export async function callEngine(method: string, path: string, body: object): Promise<ApiAnswer> {
  const target = await endpointOf();
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' };
    const call = request({ ...target, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({
          status: response.statusCode ?? 0,
          body: text === '' ? undefined : (JSON.parse(text) as unknown),
        });
      });
    });
    call.on('error', reject);
    call.end(JSON.stringify(body));
  });
}

/** Where the docker CLI finds the engine: by `DOCKER_HOST`, else by its context. */
async function endpointOf(): Promise<RequestOptions> {
  const format = '{{.Endpoints.docker.Host}}';
  const { protocol, hostname, port, pathname } = new URL(
    await docker('context', 'inspect', '--format', format),
  );
  if (protocol === 'unix:') return { socketPath: pathname, host: 'docker' };
  if (protocol === 'tcp:') return { host: hostname, port };
  throw new TypeError(`cannot speak HTTP to an engine at ${protocol}`);
}
