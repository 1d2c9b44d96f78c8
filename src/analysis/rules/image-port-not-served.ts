import type { PublishedPort } from '../../notation/publish';
import type { Container } from '../../topology/container';
import { isWithin } from '../container-path';
import type { Occurrence, Rule } from '../finding';
import { knownImage, type KnownImage } from '../known-images';
import { listText } from '../text';
import { usageOf } from '../usage';

/** Docker opens the port whether anybody answers or not: connections are accepted and then closed. */
export const imagePortNotServed: Rule = {
  code: 'IMAGE_PORT_NOT_SERVED',
  level: 'warning',
  covers: [],
  summary: 'A published port is none that the image answers on.',
  *find(model) {
    for (const container of usageOf(model).publishers) {
      const image = knownImage(model, container.image);
      if (image?.ports === undefined || isConfigured(container, image)) continue;
      yield* occurrencesOf(container, image, image.ports);
    }
  },
};

function* occurrencesOf(
  { id: at, publish }: Container,
  { name, variant }: KnownImage,
  ports: readonly number[],
): Generator<Occurrence> {
  const what = `the image ${name}${variant === undefined ? '' : ` (${variant})`}`;
  const published = new Set(
    publish
      .filter(({ containerPort, protocol }) => protocol !== 'tcp' || !ports.includes(containerPort))
      .map(portText),
  );
  for (const port of published) {
    yield {
      at,
      problem: `it publishes port ${port}, and ${what} answers on ${ports.length === 0 ? 'none' : listText(ports.map(String))}`,
      fix:
        ports[0] === undefined
          ? `drop it, or take a variant of ${name} that is a server`
          : `publish ${String(ports[0])} instead, or mount the configuration that makes it answer there`,
    };
  }
}

function portText({ containerPort, protocol }: PublishedPort): string {
  return `${String(containerPort)}${protocol === 'tcp' ? '' : `/${protocol}`}`;
}

/** Whether it may have been told to answer elsewhere. A variant without any server cannot be. */
function isConfigured(container: Container, { ports = [], dataFolders = [] }: KnownImage): boolean {
  const { command, entrypoint, files, mounts, env, secretEnv } = container;
  if (command !== undefined || entrypoint !== undefined) return true;
  if (ports.length === 0) return false;
  if (files.length > 0) return true;
  const isConfiguration = mounts.some(
    ({ target = '' }) => !dataFolders.some((folder) => isWithin(target, folder)),
  );
  return isConfiguration || [...Object.keys(env), ...secretEnv].some(mayChoosePort);
}

function mayChoosePort(variable: string): boolean {
  return /PORT|LISTEN/i.test(variable);
}
