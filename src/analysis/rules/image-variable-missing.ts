import type { Container } from '../../topology/container';
import { isWithin } from '../container-path';
import type { Rule } from '../finding';
import { knownImage, type KnownImage } from '../known-images';
import { isUnknown, type Model } from '../model';
import { listText } from '../text';

/** The container ends at once, and with provider 4 the apply succeeds all the same. */
export const imageVariableMissing: Rule = {
  code: 'IMAGE_VARIABLE_MISSING',
  level: 'warning',
  covers: [],
  summary: 'A database on an empty volume has no password, and its image refuses to start.',
  *find(model) {
    for (const container of model.topology.containers) {
      const image = knownImage(model, container.image);
      if (image?.oneOf === undefined || runsSomethingElse(container)) continue;
      if (isSet(container, image.oneOf) || mayHaveData(model, container, image)) continue;
      yield {
        at: container.id,
        problem: `the image ${image.name} does not start on an empty data folder without one of ${listText(image.oneOf.slice(0, 3))}`,
        fix: `give it ${image.oneOf[0] ?? ''}: Secret.generated(...)`,
      };
    }
  },
};

/** Scripts that are run once, on an empty data folder. */
const SCRIPTS = '/docker-entrypoint-initdb.d';

function runsSomethingElse({ entrypoint, command, oneShot, external }: Container): boolean {
  if (oneShot || external || entrypoint !== undefined) return true;
  const [first] = command ?? [];
  return first !== undefined && !first.startsWith('-');
}

function isSet(container: Container, names: readonly string[]): boolean {
  if (isUnknown(container, 'env')) return true;
  const { env, secretEnv } = container;
  return names.some((name) =>
    [name, `${name}_FILE`].some(
      (variable) => env[variable] !== undefined || secretEnv.includes(variable),
    ),
  );
}

/** Data of an earlier life needs no password: in a folder of the host, or a volume from elsewhere. */
function mayHaveData(
  model: Model,
  { mounts }: Container,
  { dataFolders = [] }: KnownImage,
): boolean {
  const folders = dataFolders.filter((folder) => folder !== SCRIPTS);
  return mounts.some(({ type, target = '', source, volume }) => {
    if (type === 'container') return true;
    const covers = folders.some((folder) => isWithin(target, folder) || isWithin(folder, target));
    if (type === 'tmpfs' || !covers) return false;
    if (volume === undefined) return source !== undefined;
    return model.volumes.get(volume)?.external ?? true;
  });
}
