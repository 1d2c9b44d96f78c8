import { posix } from 'node:path';
import { ConfigError } from '../../errors';
import { expectString, expectText, show } from '../../expect';
import { parseRestart } from '../../notation/restart';
import { parseSignal } from '../../notation/signal';
import { flag, integer, listOf, recordOf, text, type Check } from '../props';
import { isToken, literal, literalList } from '../token';
import { addUnknown, checkKnown, planned, sameText, type Draft, type Setters } from './draft';
import type { WaitHealthyProps } from './container-props';
import { Healthcheck } from './healthcheck';

/** What runs in the container, and how it starts and stops. */
export const PROCESS_SETTERS: Setters<
  | 'command'
  | 'entrypoint'
  | 'user'
  | 'workingDir'
  | 'healthcheck'
  | 'waitHealthy'
  | 'restart'
  | 'stopSignal'
  | 'stopGraceSeconds'
  | 'init'
  | 'tty'
  | 'stdinOpen'
  | 'runtime'
  | 'mustRun'
  | 'start'
  | 'refreshTimeoutMs'
> = {
  command: (value, draft) => {
    setWords('command', value, draft);
  },
  entrypoint: (value, draft) => {
    setWords('entrypoint', value, draft);
  },
  user: sameText('user', text),
  workingDir: (value, draft) => {
    checkKnown(absolutePath, value, draft, 'workingDir');
    const path = isToken(value) ? value : cleanPath(value);
    draft.model.workingDir = path;
    draft.config.workingDir = literal(path);
  },
  healthcheck: (value, draft) => {
    checkKnown(isHealthcheck, value, draft, 'healthcheck');
    const { settings } = value;
    draft.model.healthcheck = settings;
    draft.config.healthcheck = { ...settings, test: literalList(settings.test) };
  },
  waitHealthy: (value, draft) => {
    waitHealthy(value, draft.at, 'waitHealthy');
    if (value === false) return;
    draft.config.wait = true;
    if (value !== true && value.timeoutSeconds !== undefined) {
      draft.config.waitTimeout = value.timeoutSeconds;
    }
  },
  restart: (value, draft) => {
    checkKnown(text, value, draft, 'restart');
    if (isToken(value)) {
      addUnknown(draft, 'restart');
      draft.config.restart = value;
      return;
    }
    const policy = parseRestart(value, draft.at);
    draft.model.restart = policy;
    draft.config.restart = policy.name;
    if (policy.maxRetries !== undefined) draft.config.maxRetryCount = policy.maxRetries;
  },
  stopSignal: (value, draft) => {
    checkKnown(text, value, draft, 'stopSignal');
    const signal = isToken(value) ? value : parseSignal(value, draft.at);
    draft.model.stopSignal = signal;
    draft.config.stopSignal = signal;
  },
  stopGraceSeconds: (value, draft) => {
    checkKnown(integer({ min: 1 }), value, draft, 'stopGraceSeconds');
    draft.model.stopGraceSeconds = value;
    draft.config.stopTimeout = value;
    draft.config.destroyGraceSeconds = value;
  },
  init: setFlag('init'),
  tty: setFlag('tty'),
  stdinOpen: setFlag('stdinOpen'),
  runtime: sameText('runtime', text),
  mustRun: planned('mustRun', flag, 'mustRun'),
  start: (value, draft) => {
    checkKnown(flag, value, draft, 'start');
    draft.config.start = value;
    // The provider would else take a container that is not started for one that failed.
    if (!value) draft.config.mustRun = false;
  },
  refreshTimeoutMs: planned(
    'refreshTimeoutMs',
    integer({ min: 1000 }),
    'containerReadRefreshTimeoutMilliseconds',
  ),
};

/** A switch that may be a token; the topology then says that it is not known. */
export function setFlag<K extends 'init' | 'tty' | 'stdinOpen' | 'readOnly' | 'privileged'>(
  key: K,
): Setters<K>[K] {
  return (value: Draft['config'][K], draft: Draft) => {
    checkKnown(flag, value, draft, key);
    draft.config[key] = value;
    if (typeof value === 'boolean') draft.model[key] = value;
    else addUnknown(draft, key);
  };
}

function setWords(key: 'command' | 'entrypoint', value: readonly string[], draft: Draft): void {
  checkKnown(words, value, draft, key);
  draft.model[key] = value;
  if (value.length > 0) draft.config[key] = literalList(value);
}

/** The provider refuses an empty word in `command`. */
const words: Check = (value, at, what) => {
  if (typeof value === 'string') {
    const list = value.split(/\s+/).map((word) => `'${word}'`);
    throw new ConfigError('PROP_TYPE', {
      at,
      problem: `${what} is one text, ${show(value)}`,
      fix: `write one word each: [${list.join(', ')}]`,
    });
  }
  listOf((word, place) => {
    expectString(word, place, `a word of ${what}`);
    if (word !== '') return;
    throw new ConfigError('PROP_EMPTY', {
      at: place,
      problem: `a word of ${what} is empty`,
      fix: "leave it out, or let a shell make it: ['sh', '-c', ...]",
    });
  })(value, at, what);
};

const absolutePath: Check = (value, at, what) => {
  expectText(value, at, what);
  if (value.startsWith('/')) return;
  throw new ConfigError('PATH_NOT_ABSOLUTE', {
    at,
    problem: `${what} is '${value}'`,
    fix: `write an absolute path such as '/${value}'`,
  });
};

/** The engine keeps the shortest spelling of a path, and the provider would replace the container. */
function cleanPath(path: string): string {
  const short = posix.normalize(path);
  return short.length > 1 && short.endsWith('/') ? short.slice(0, -1) : short;
}

const isHealthcheck: Check = (value, at, what) => {
  if (value instanceof Healthcheck) return;
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: `${what} is ${show(value)}`,
    fix: 'write Healthcheck.shell(...), Healthcheck.exec(...) or Healthcheck.none()',
  });
};

const waitHealthy: Check = (value, at, what) => {
  if (typeof value !== 'object' || value === null) {
    flag(value, at, what);
    return;
  }
  recordOf<WaitHealthyProps>({ timeoutSeconds: integer({ min: 1 }) })(value, at, what);
};
