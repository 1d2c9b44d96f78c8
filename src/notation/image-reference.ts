import { defined } from '../defined';
import { ConfigError } from '../errors';
import { show } from '../expect';

/** The parts of `registry.example:5000/team/app:1.2@sha256:...`. */
export interface ImageReference {
  /** Registry host with port; none means Docker Hub. */
  readonly registry?: string;

  /** Repository path, for instance `library/nginx` or `nginx`. */
  readonly repository: string;

  /** Tag; none means `latest` when there is no digest either. */
  readonly tag?: string;

  /** Content digest, for instance `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
}

const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const REPOSITORY = new RegExp(`^${COMPONENT}(?:/${COMPONENT})*$`);
const HOST_PART = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const REGISTRY = new RegExp(`^(?:\\[[0-9a-fA-F:]+\\]|${HOST_PART}(?:\\.${HOST_PART})*)(?::\\d+)?$`);
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;

/** Of the whole name as Docker completes it, without tag and digest. */
const LONGEST_NAME = 255;

/**
 * Reads an image reference by the grammar of the distribution project.
 *
 * @throws ConfigError `IMAGE_REFERENCE_MALFORMED`
 * @see https://github.com/distribution/reference
 */
export function parseImageReference(text: string, at: string): ImageReference {
  const { named, digest } = splitDigest(text, at);
  const { registry, rest } = splitRegistry(named);
  if (registry !== undefined && !REGISTRY.test(registry)) {
    throw malformed(
      text,
      at,
      `has the registry ${show(registry)}`,
      'write a host with an optional port',
    );
  }
  const colon = rest.indexOf(':');
  const repository = colon === -1 ? rest : rest.slice(0, colon);
  const tag = colon === -1 ? undefined : rest.slice(colon + 1);
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag)) {
    throw malformed(
      text,
      at,
      `has the tag ${show(tag)}`,
      'write letters, digits, _, . and -, at most 128',
    );
  }
  checkRepository(repository, text, at);
  checkLength({ registry, repository }, text, at);
  return { repository, ...defined({ registry, tag, digest }) };
}

function splitDigest(text: string, at: string): { named: string; digest?: string } {
  const [named = '', digest, ...extra] = text.split('@');
  if (digest === undefined) return { named };
  if (extra.length === 0 && DIGEST.test(digest)) return { named, digest };
  const shown = [digest, ...extra].join('@');
  throw malformed(
    text,
    at,
    `has the digest ${show(shown)}`,
    'write sha256: and 64 hexadecimal digits',
  );
}

function checkRepository(repository: string, text: string, at: string): void {
  if (REPOSITORY.test(repository)) return;
  const lower = repository.toLowerCase();
  const fix = repository === lower ? "write a name such as 'nginx:1.27'" : `write ${lower}`;
  throw malformed(text, at, `has the repository name ${show(repository)}`, fix);
}

/** `nginx` is `docker.io/library/nginx` for Docker. */
function checkLength({ registry, repository }: ImageReference, text: string, at: string): void {
  const isOnHub = registry === undefined || /^(?:index\.)?docker\.io$/.test(registry);
  const path = isOnHub && !repository.includes('/') ? `library/${repository}` : repository;
  const { length } = `${isOnHub ? 'docker.io' : registry}/${path}`;
  if (length <= LONGEST_NAME) return;
  const fix = `write at most ${String(LONGEST_NAME)}, docker.io/library/ included`;
  throw malformed(text, at, `has a name of ${String(length)} characters`, fix);
}

/** A first part with a dot, a port or the name localhost is a registry, as in Docker itself. */
function splitRegistry(named: string): { registry?: string; rest: string } {
  const slash = named.indexOf('/');
  const first = named.slice(0, slash);
  if (
    slash === -1 ||
    !(/[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase())
  ) {
    return { rest: named };
  }
  return { registry: first, rest: named.slice(slash + 1) };
}

function malformed(text: string, at: string, problem: string, fix: string): ConfigError {
  return new ConfigError('IMAGE_REFERENCE_MALFORMED', {
    at,
    problem: `image ${show(text)} ${problem}`,
    fix,
  });
}
