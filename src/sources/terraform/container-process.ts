import type { RestartPolicy } from '../../notation/restart';
import type { Container, HealthcheckSettings, UploadedFile } from '../../topology/container';
import { own, pointer, wrongType } from '../json-value';
import type { Attributes } from './attributes';
import { blockExpressions } from './configuration';
import { readLabels } from './labels';
import { HIDDEN, HIDDEN_LIST, type Hidden, type Masked } from './masked';
import { matchBlocks } from './match-blocks';
import type { Resource } from './resources';

/** What runs in a container, and how it starts and stops. */
export type ProcessPart = Pick<
  Masked<Container>,
  | 'command'
  | 'entrypoint'
  | 'files'
  | 'user'
  | 'workingDir'
  | 'healthcheck'
  | 'restart'
  | 'stopSignal'
  | 'stopGraceSeconds'
  | 'logDriver'
  | 'logOptions'
  | 'labels'
>;

/**
 * What runs in a container, and how it starts and stops.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readProcess(resource: Resource): ProcessPart {
  const { attributes } = resource;
  return {
    command: wordsOf(attributes, 'command'),
    entrypoint: wordsOf(attributes, 'entrypoint'),
    files: readFiles(resource),
    user: attributes.text('user'),
    workingDir: attributes.text('working_dir'),
    healthcheck: readHealthcheck(attributes),
    restart: readRestart(resource),
    stopSignal: attributes.text('stop_signal'),
    stopGraceSeconds: unlessZero(attributes.integer('stop_timeout')),
    logDriver: attributes.text('log_driver'),
    logOptions: attributes.map('log_opts'),
    labels: readLabels(attributes),
  };
}

/** No words are the image's own. */
function wordsOf(attributes: Attributes, name: string): ProcessPart['command'] {
  const words = attributes.texts(name);
  return words.length === 0 ? undefined : words;
}

function readFiles({ attributes, config }: Resource): ProcessPart['files'] {
  const blocks = attributes.blocks('upload');
  if (blocks === HIDDEN) return HIDDEN_LIST;
  const written = blockExpressions(config?.expressions ?? {}, 'upload');
  return matchBlocks(blocks, written).map(({ values }) => readFile(values));
}

function readFile(values: Attributes): Masked<UploadedFile> {
  const mode = values.flag('executable') === true ? '0744' : '0644';
  return {
    path: values.text('file') ?? HIDDEN,
    mode: values.text('permissions') ?? mode,
    content: values.text('content'),
  };
}

function readHealthcheck(attributes: Attributes): ProcessPart['healthcheck'] {
  const blocks = attributes.blocks('healthcheck');
  if (blocks === HIDDEN) return HIDDEN;
  const [block] = blocks;
  if (block === undefined) return undefined;
  const settings: Masked<HealthcheckSettings> = {
    test: block.texts('test'),
    interval: durationOf(block, 'interval'),
    timeout: durationOf(block, 'timeout'),
    startPeriod: durationOf(block, 'start_period'),
    startInterval: durationOf(block, 'start_interval'),
    retries: unlessZero(block.integer('retries')),
  };
  return settings;
}

/** Nothing is the engine's own. */
function durationOf(block: Attributes, name: string): string | Hidden | undefined {
  const duration = block.text(name);
  return duration === '0s' ? undefined : duration;
}

/** The provider's way to say nothing. */
function unlessZero(value: Masked<number> | undefined): Masked<number> | undefined {
  return value === 0 ? undefined : value;
}

const POLICIES = ['no', 'always', 'unless-stopped', 'on-failure'] as const;

function readRestart({
  attributes,
  config,
  at,
}: Resource): Masked<RestartPolicy> | Hidden | undefined {
  const name = attributes.text('restart');
  if (name === HIDDEN) return HIDDEN;
  // The provider writes its default where the definition says nothing.
  const isLeftOut = own(config?.expressions, 'restart') === undefined;
  if (name === undefined || (name === 'no' && isLeftOut)) return undefined;
  const policy = POLICIES.find((known) => known === name);
  if (policy === undefined) throw wrongType(name, pointer(at, 'restart'), 'a restart policy');
  const maxRetries = attributes.integer('max_retry_count');
  return maxRetries === 0 || policy !== 'on-failure'
    ? { name: policy }
    : { name: policy, maxRetries };
}
