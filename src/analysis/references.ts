import type { Container } from '../topology/container';
import { perModel, type Model } from './model';

/** A variable of a container that names somebody to talk to. */
export interface Reference {
  readonly container: Container;
  readonly variable: string;

  /** Name or address, in lower case. */
  readonly host: string;
  readonly port?: number;

  /** Whether it stands in a URL. */
  readonly isUrl: boolean;
}

/** `scheme://user:password@host:port`; the host of an IPv6 URL is in brackets, and not looked at. */
const URL_HOST = /\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?([\w.-]+)(?::(\d{1,5}))?/gi;
const HOST_AND_PORT = /^([\w.-]+):(\d{1,5})$/;
const HOST = /^[\w.-]+$/;

/** Variables whose plain value is somebody else's name. */
const NAMES_PEER =
  /(?:^|_|^PG)(?:HOSTS?|HOSTNAME|SERVERS?|ADDR|ADDRESS|ENDPOINTS?|BROKERS?|UPSTREAMS?|BACKENDS?|MASTER|PEERS?|NODES?)$/i;

/** Variables that name the container itself, or what others call it. */
const NAMES_SELF =
  /^HOST(?:NAME)?$|(?:^|_)(?:VIRTUAL|PUBLIC|EXTERNAL|ALLOWED|TRUSTED|LISTEN|BIND|ANNOUNCED?|ADVERTISED?|SERVER_NAME|ROOT_HOST|USER_HOST|COOKIE|ORIGINS?|HOME|SITEURL|SITE_URL|BASE_URL|CALLBACK|REDIRECT)/i;

/** What a variable's name says: it names the container itself, a peer, or nothing of the kind. */
type Meaning = 'self' | 'peer' | 'other';

/** The same few names stand in thousands of containers. */
const meanings = new Map<string, Meaning>();

const MOST_MEANINGS = 10_000;

function meaningOf(variable: string): Meaning {
  const known = meanings.get(variable);
  if (known !== undefined) return known;
  const other = NAMES_PEER.test(variable) ? 'peer' : 'other';
  const meaning = NAMES_SELF.test(variable) ? 'self' : other;
  if (meanings.size < MOST_MEANINGS) meanings.set(variable, meaning);
  return meaning;
}

/** Everybody whom variables with a known value name, as far as that can be told from the text. */
export const referencesOf = perModel((model: Model): readonly Reference[] => {
  const found: Reference[] = [];
  for (const container of model.topology.containers) {
    for (const variable in container.env) {
      const value = container.env[variable];
      if (value !== undefined && value !== '') collect(container, variable, value, found);
    }
  }
  return found;
});

/** Every name that some variable looks up. */
export const lookedUpNames = perModel(
  (model: Model): ReadonlySet<string> => new Set(referencesOf(model).map(({ host }) => host)),
);

function collect(container: Container, variable: string, value: string, found: Reference[]): void {
  const meaning = meaningOf(variable);
  if (meaning === 'self') return;
  if (value.includes('://')) {
    for (const [, host = '', port] of value.matchAll(URL_HOST)) {
      found.push(reference(container, variable, host, { port, isUrl: true }));
    }
  } else if (meaning === 'peer' || value.includes(':')) {
    // Of a name without a port only the variable's own name tells that it is one.
    collectWords(container, variable, value, found);
  }
}

function collectWords(
  container: Container,
  variable: string,
  value: string,
  found: Reference[],
): void {
  const isPeer = meaningOf(variable) === 'peer';
  for (const word of value.split(/[,;\s]+/)) {
    const [, host, port] = HOST_AND_PORT.exec(word) ?? [];
    if (host !== undefined)
      found.push(reference(container, variable, host, { port, isUrl: false }));
    else if (isPeer && HOST.test(word)) {
      found.push(reference(container, variable, word, { port: undefined, isUrl: false }));
    }
  }
}

function reference(
  container: Container,
  variable: string,
  host: string,
  { port, isUrl }: { readonly port: string | undefined; readonly isUrl: boolean },
): Reference {
  const name = host.toLowerCase();
  return port === undefined
    ? { container, variable, host: name, isUrl }
    : { container, variable, host: name, isUrl, port: Number(port) };
}
