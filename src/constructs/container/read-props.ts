import { Construct } from 'constructs';
import { ConfigError } from '../../errors';
import { expectRecord, expectText, show, unknownProp } from '../../expect';
import { parseImageReference } from '../../notation/image-reference';
import { checkPlatform } from '../../notation/platform';
import { checkDockerId } from '../adopt';
import { checkHost, type DockerStack } from '../docker-stack';
import type { IImage } from '../image';
import { NetworkMode } from '../network-mode';
import { objectName } from '../object-name';
import { isToken } from '../token';
import type { ContainerProps } from './container-props';
import { checkKnown, type Draft, type DraftModel, type Setters } from './draft';
import { parseEnv } from './env';
import { parseListensProp } from './ports';
import { completeSecurityOpts, ISOLATION_SETTERS } from './set-isolation';
import { NETWORK_SETTERS } from './set-network';
import { PROCESS_SETTERS } from './set-process';
import { completeMemorySwap, RESOURCE_SETTERS } from './set-resources';
import { STORAGE_SETTERS } from './set-storage';

/** Seconds between the stop signal and SIGKILL, as `docker stop` has them. */
const STOP_GRACE_SECONDS = 10;

/** Read with others, or by the container itself. */
const READ_ELSEWHERE = (): void => undefined;

const SETTERS: Setters<keyof ContainerProps> = {
  ...PROCESS_SETTERS,
  ...NETWORK_SETTERS,
  ...ISOLATION_SETTERS,
  ...RESOURCE_SETTERS,
  ...STORAGE_SETTERS,
  image: (value, draft) => {
    const { reference, terraform } = parseImage(value, draft.at);
    draft.model.image = reference;
    draft.config.image = terraform;
  },
  platform: (value, draft) => {
    draft.stack.requireProvider([4, 1, 0], 'platform', draft.at);
    checkKnown(platform, value, draft, 'platform');
    draft.model.platform = value;
    draft.extra['platform'] = value;
    // The provider reads the operating system back alone.
    draft.ignored.push('platform');
  },
  host: (value, draft) => {
    checkHost(value, draft.at);
    draft.model.host = value.name;
  },
  networkMode: (value, draft) => {
    if (value instanceof NetworkMode) return;
    throw new ConfigError('PROP_TYPE', {
      at: draft.at,
      problem: `networkMode is ${show(value)}`,
      fix: 'write NetworkMode.bridge, .host, .none or .container(other)',
    });
  },
  name: READ_ELSEWHERE,
  networks: READ_ELSEWHERE,
  listens: READ_ELSEWHERE,
  env: READ_ELSEWHERE,
  envFiles: READ_ELSEWHERE,
  adopt: (value, draft) => {
    checkDockerId(value, draft.at, 'adopt');
  },
};

/**
 * Reads a container's properties into its model and its plan.
 *
 * @throws ConfigError naming the construct and the wrong value
 */
export function readProps(scope: Construct, stack: DockerStack, props: ContainerProps): Draft {
  const at = scope.node.path;
  expectRecord(props, at, 'props');
  const draft = newDraft(scope, stack, props);
  const setters: Readonly<Record<string, ((value: never, draft: Draft) => void) | undefined>> =
    SETTERS;
  for (const key of Object.keys(props) as (keyof ContainerProps)[]) {
    const set = Object.hasOwn(setters, key) ? setters[key] : undefined;
    if (set === undefined) throw unknownProp(key, at, Object.keys(SETTERS));
    if (props[key] !== undefined) set(props[key] as never, draft);
  }
  if (draft.config.image === '') {
    throw new ConfigError('PROP_MISSING', { at, problem: 'image is missing', fix: 'give image' });
  }
  complete(draft);
  return draft;
}

function newDraft(scope: Construct, stack: DockerStack, props: ContainerProps): Draft {
  const name = objectName(scope, props.name, 'container');
  const model: DraftModel = {
    id: scope.node.path,
    name,
    host: stack.host.name,
    stack: stack.node.id,
    stopGraceSeconds: STOP_GRACE_SECONDS,
  };
  const config = {
    name,
    image: '',
    stopTimeout: STOP_GRACE_SECONDS,
    destroyGraceSeconds: STOP_GRACE_SECONDS,
  };
  return { scope, at: scope.node.path, stack, props, model, config, ignored: [], extra: {} };
}

/** What depends on several properties. */
function complete(draft: Draft): void {
  const { props, model, config, at } = draft;
  if (typeof props.image === 'object') checkImageHost(props.image, draft);
  if (props.env !== undefined || props.envFiles !== undefined) {
    const { env, secretEnv, lines } = parseEnv(draft.scope, props.env, props.envFiles);
    model.env = env;
    model.secretEnv = secretEnv;
    if (lines.length > 0) config.env = lines;
  }
  const listens = parseListensProp(props.listens, at, model);
  if (listens !== undefined) model.listens = listens;
  completeMemorySwap(draft);
  completeSecurityOpts(draft);
  if (draft.ignored.length > 0) config.ignored = [...new Set(draft.ignored)].sort();
  if (Object.keys(draft.extra).length > 0) config.extra = draft.extra;
}

function parseImage(image: unknown, at: string): { reference: string; terraform: string } {
  if (typeof image === 'string') {
    expectText(image, at, 'image');
    if (!isToken(image)) checkReference(image, at);
    return { reference: image, terraform: image };
  }
  if (isImage(image)) return { reference: image.reference, terraform: image.id };
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `image is ${show(image)}`,
    fix: "write a reference such as 'nginx:1.27', or an Image",
  });
}

/** Thousands of containers may have the same few images. */
const checked = new Set<string>();

const MOST_CHECKED = 1000;

function checkReference(image: string, at: string): void {
  if (checked.has(image)) return;
  parseImageReference(image, at);
  if (checked.size < MOST_CHECKED) checked.add(image);
}

/** The topology has no images, so no rule could find this. */
function checkImageHost(image: IImage, { at, model }: Draft): void {
  if (image.host.name === model.host) return;
  throw new ConfigError('IMAGE_ON_OTHER_HOST', {
    at,
    problem: `it is on host ${model.host} and its image ${image.node.path} on host ${image.host.name}`,
    fix: `make another Image with the container's host`,
  });
}

/** Not by its class: an image may come from another copy of this package. */
function isImage(value: unknown): value is IImage {
  if (!Construct.isConstruct(value)) return false;
  const { reference, id } = value as Partial<IImage>;
  return typeof reference === 'string' && typeof id === 'string';
}

function platform(value: unknown, at: string, what: string): void {
  expectText(value, at, what);
  checkPlatform(value, at);
}
