import { ConfigError } from '../../errors';
import { nearest, show } from '../../expect';
import type { Container } from '../../topology/container';
import type { Model } from '../model';
import { compareText, listText } from '../text';
import type { Place } from './place';

/**
 * The place that a text means: id of a container, its name or the last part of its id where only one
 * has it, `container:NAME`, `host`, `lan`, `lan-routed`, each of these three with `:HOST` where there
 * are several hosts, or `outside`.
 *
 * @throws ConfigError `PLACE_UNKNOWN`, `PLACE_AMBIGUOUS`
 */
export function findPlace(model: Model, text: string, at: string): Place {
  if (text === 'outside') return { kind: 'outside' };
  const [, word, named] = /^(host|lan|lan-routed)(?::(.*))?$/s.exec(text) ?? [];
  if (word !== undefined) return machineAt(word, findHost(model, named, text, at));
  const name = text.startsWith(CONTAINER) ? text.slice(CONTAINER.length) : text;
  return { kind: 'container', id: findContainer(model, name, at).id };
}

const CONTAINER = 'container:';

function machineAt(word: string, id: string): Place {
  if (word === 'host') return { kind: 'host', id };
  return word === 'lan' ? { kind: 'lan', id } : { kind: 'lan', id, isRouted: true };
}

function findHost(model: Model, id: string | undefined, text: string, at: string): string {
  const ids = [...model.hosts.keys()].sort(compareText);
  if (id !== undefined && model.hosts.has(id)) return id;
  const [only] = ids;
  if (id === undefined && only !== undefined && ids.length === 1) return only;
  if (id === undefined && only !== undefined) {
    throw ambiguous(
      text,
      at,
      ids.map((host) => `${text}:${host}`),
    );
  }
  throw unknown(`there is no host ${show(id ?? '')}`, at, near(id ?? '', ids));
}

function findContainer(model: Model, text: string, at: string): Container {
  const byId = model.containers.get(text);
  if (byId !== undefined) return byId;
  for (const nameOf of [(one: Container) => one.name, lastPart]) {
    const found = having(model, text, nameOf);
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    if (found.length > 1) throw ambiguous(text, at, idsOf(found));
  }
  throw unknown(`there is no container ${show(text)}`, at, near(text, containerNames(model)));
}

/** Those whose name is the text; what one stack declares and another refers to is one of them. */
function having(
  { topology, containers }: Model,
  text: string,
  nameOf: (container: Container) => string | undefined,
): Container[] {
  const found = topology.containers.filter((container) => nameOf(container) === text);
  return [...new Set(found.map((container) => containers.get(container.id) ?? container))];
}

function lastPart({ id }: Container): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

function idsOf(containers: readonly Container[]): string[] {
  return containers.map(({ id }) => id).sort(compareText);
}

function containerNames({ topology: { containers } }: Model): string[] {
  const names = containers.flatMap((one) => [one.id, one.name ?? one.id, lastPart(one)]);
  return [...new Set(names)].sort(compareText);
}

/** The word that was meant, else up to three that contain it. */
function near(text: string, words: readonly string[]): readonly string[] {
  if (text === '') return [];
  const meant = nearest(text, words);
  if (meant !== undefined) return [meant];
  const lower = text.toLowerCase();
  return words.filter((word) => word.toLowerCase().includes(lower)).slice(0, 3);
}

const FORMS = "write a container's id or name, host, lan, lan-routed or outside";

function unknown(problem: string, at: string, words: readonly string[]): ConfigError {
  const [only] = words;
  const meant = words.map(show).join(', ');
  const fix = only === undefined ? FORMS : `did you mean ${meant}?`;
  return new ConfigError('PLACE_UNKNOWN', { at, problem, fix });
}

function ambiguous(text: string, at: string, ids: readonly string[]): ConfigError {
  return new ConfigError('PLACE_AMBIGUOUS', {
    at,
    problem: `${show(text)} may be ${listText(ids)}`,
    fix: `write one of them, such as ${show(ids[0] ?? '')}`,
  });
}
