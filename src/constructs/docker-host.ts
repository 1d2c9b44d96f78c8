import type { DockerProviderConfig } from '@cdktf/provider-docker/lib/provider';
import type { Construct } from 'constructs';
import { ConfigError } from '../errors';
import { expectText } from '../expect';
import type { Host } from '../topology/host';
import {
  checkHostProps,
  describeHost,
  HOST_PROPS,
  type DockerHostProps,
} from './docker-host-props';
import { findCurrentContext } from './docker-context';
import { Machines } from './machines';
import { checkTls, tlsConfig, type DockerTlsProps } from './docker-tls';
import { listOf, text, type PropTable } from './props';
import { literalList } from './token';

/** The engine's socket on this machine. */
export interface LocalHostProps extends DockerHostProps {
  /**
   * Path of the engine's socket.
   *
   * @default - what the provider finds at apply time: `DOCKER_CONTEXT`, then `DOCKER_HOST`, then
   * `/var/run/docker.sock`
   */
  readonly socket?: string;
}

/** An engine that listens on TCP. */
export interface TcpHostProps extends DockerHostProps {
  /**
   * TLS material. A port without TLS gives everyone who reaches it root on the host.
   *
   * @default - no TLS
   */
  readonly tls?: DockerTlsProps;
}

/** An engine behind sshd; the host needs the docker command line, this machine the `ssh` program. */
export interface SshHostProps extends DockerHostProps {
  /**
   * Options for the `ssh` program, one word each: `['-i', '/home/me/.ssh/id_docker']`. sshd refuses
   * bursts of connections (`MaxStartups`); the options `ControlMaster=auto`, `ControlPath=...` and
   * `ControlPersist=1m` share one connection.
   *
   * @default - none
   */
  readonly sshOptions?: readonly string[];
}

/** What a host says of its provider. */
type ProviderConfig = Omit<DockerProviderConfig, 'alias' | 'registryAuth'>;

/**
 * One Docker engine: how Terraform reaches it, and what is known about the machine under it. A value:
 * several stacks and apps may use the same one.
 *
 * @example
 * ```ts
 * const nas = DockerHost.ssh('ssh://admin@192.168.1.5', { name: 'nas', engineVersion: '26.1' });
 * ```
 */
export class DockerHost {
  /**
   * The engine on this machine.
   *
   * @throws ConfigError `PATH_NOT_ABSOLUTE`, and naming any other wrong value
   */
  static local(props: LocalHostProps = {}): DockerHost {
    checkHostProps(props, LOCAL_HOST_PROPS, 'DockerHost.local');
    const { socket } = props;
    if (socket === undefined) return new DockerHost('local', 'environment', props, () => ({}));
    const host = `unix://${socket.replace(UNIX, '')}`;
    return new DockerHost('local', host, props, () => ({ host, ...EXPLICIT }));
  }

  /**
   * An engine that listens on TCP.
   *
   * @param url - for instance `tcp://10.0.0.5:2376`
   * @throws ConfigError `HOST_URL_MALFORMED`, `TLS_INCOMPLETE`, `OPTION_GIVEN_TWICE`,
   * `SECRET_IN_PLAIN_TEXT`
   */
  static tcp(url: string, props: TcpHostProps = {}): DockerHost {
    const name = nameInUrl(url, 'tcp:', 'tcp://10.0.0.5:2376');
    checkHostProps(props, TCP_HOST_PROPS, url);
    const { tls } = props;
    return new DockerHost(name, url, props, (scope) => ({
      host: url,
      ...EXPLICIT,
      ...(tls === undefined ? {} : tlsConfig(tls, scope)),
    }));
  }

  /**
   * An engine behind sshd.
   *
   * @param url - for instance `ssh://root@10.0.0.5:22`
   * @throws ConfigError `HOST_URL_MALFORMED`, `PROP_TYPE`
   */
  static ssh(url: string, props: SshHostProps = {}): DockerHost {
    const name = nameInUrl(url, 'ssh:', 'ssh://root@10.0.0.5');
    checkHostProps(props, SSH_HOST_PROPS, url);
    const { sshOptions = [] } = props;
    return new DockerHost(name, url, props, () => ({
      host: url,
      ...EXPLICIT,
      ...(sshOptions.length === 0 ? {} : { sshOpts: literalList(sshOptions) }),
    }));
  }

  /**
   * The engine of a docker context, looked up by the provider at apply time. The provider takes
   * only the context's address from it, not its TLS material: use `DockerHost.current` or
   * `DockerHost.tcp` for an engine with TLS.
   *
   * @throws ConfigError `PROP_EMPTY`, `PROP_CHOICE`
   */
  static context(name: string, props: DockerHostProps = {}): DockerHost {
    expectText(name, 'DockerHost.context', 'name');
    if (name === 'default') {
      throw new ConfigError('PROP_CHOICE', {
        at: 'DockerHost.context',
        problem: "the context 'default' has no file, and the provider refuses it",
        fix: 'use DockerHost.local()',
      });
    }
    checkHostProps(props, HOST_PROPS, 'DockerHost.context');
    return new DockerHost(name, `context:${name}`, props, () => ({ context: name }));
  }

  /**
   * The engine that the docker command line would talk to now: `DOCKER_HOST` with its
   * `DOCKER_CERT_PATH`, else the context that `DOCKER_CONTEXT` or `docker context use` names,
   * with its TLS material. The provider alone would not look at `docker context use`.
   *
   * @throws ConfigError `CONTEXT_UNREADABLE`
   */
  static current(props: DockerHostProps = {}): DockerHost {
    checkHostProps(props, HOST_PROPS, 'DockerHost.current');
    const { name, endpoint, certPath } = findCurrentContext(process.env);
    const named = { name, ...props };
    if (endpoint === undefined) return DockerHost.local(named);
    if (endpoint.startsWith('unix://')) return DockerHost.local({ socket: endpoint, ...named });
    if (endpoint.startsWith('ssh://')) return DockerHost.ssh(endpoint, named);
    return DockerHost.tcp(endpoint, {
      ...(certPath === undefined ? {} : { tls: { certPath } }),
      ...named,
    });
  }

  /** Machines behind the routers of every host, such as those on the internet: for intents. */
  static get outside(): Machines {
    return OUTSIDE;
  }

  /** Unique name of the host in an app; the id of the host in the topology. */
  readonly name: string;

  /** What the topology says of the host. */
  readonly description: Host;
  private readonly disableDaemonCheck: boolean | undefined;

  private constructor(
    defaultName: string,
    endpoint: string,
    props: DockerHostProps,
    private readonly connection: (scope: Construct) => ProviderConfig,
  ) {
    this.description = describeHost(defaultName, endpoint, props);
    this.name = this.description.id;
    this.disableDaemonCheck = props.disableDaemonCheck;
  }

  /**
   * The host's neighbours on its LAN, also those that make themselves a route to its container
   * networks: for intents.
   */
  get lan(): Machines {
    return new Machines({ kind: 'lan', id: this.name });
  }

  /** Name of the host as a provider alias: a Terraform identifier. */
  get alias(): string {
    const word = this.name.replace(/[^\w-]/g, '-');
    return /^[a-zA-Z_]/.test(word) ? word : `host-${word}`;
  }

  /**
   * The provider's configuration in a stack.
   *
   * @internal
   */
  providerConfig(scope: Construct): ProviderConfig {
    const { disableDaemonCheck } = this;
    return {
      ...this.connection(scope),
      ...(disableDaemonCheck === undefined ? {} : { disableDockerDaemonCheck: disableDaemonCheck }),
    };
  }
}

/**
 * The provider lets `DOCKER_CONTEXT` win over a host that is written down, and skips ssh when
 * `DOCKER_CERT_PATH` is set; empty text switches both off.
 */
const EXPLICIT: ProviderConfig = { context: '', certPath: '' };

/** The host part of the URL, as the name of the engine. */
function nameInUrl(url: unknown, protocol: 'tcp:' | 'ssh:', example: string): string {
  const at = `DockerHost.${protocol.slice(0, -1)}`;
  expectText(url, at, 'url');
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const problem = urlProblem(url, parsed, protocol);
  if (parsed !== undefined && problem === undefined) {
    return parsed.hostname.replace(/^\[|\]$/g, '').replaceAll(':', '-');
  }
  throw new ConfigError('HOST_URL_MALFORMED', {
    at,
    problem: problem ?? `url '${url}' is not a URL`,
    fix: `write it like '${example}'`,
  });
}

function urlProblem(url: string, parsed: URL | undefined, protocol: string): string | undefined {
  if (parsed?.password !== undefined && parsed.password !== '')
    return 'the url has a password in it, which the plan would show';
  if (parsed?.protocol !== protocol || parsed.hostname === '')
    return `url '${url}' is not a ${protocol}// address`;
  const needsPort = protocol === 'tcp:' && parsed.port === '';
  return needsPort ? `url '${url}' has no port` : undefined;
}

const OUTSIDE = new Machines({ kind: 'outside' });

const UNIX = /^unix:\/\//;

const LOCAL_HOST_PROPS: PropTable<LocalHostProps> = {
  ...HOST_PROPS,
  socket: (value, at, what) => {
    expectText(value, at, what);
    if (value.replace(UNIX, '').startsWith('/')) return;
    throw new ConfigError('PATH_NOT_ABSOLUTE', {
      at,
      problem: `${what} '${value}' is not an absolute path`,
      fix: "write a path such as '/var/run/docker.sock'",
    });
  },
};

const SSH_HOST_PROPS: PropTable<SshHostProps> = { ...HOST_PROPS, sshOptions: listOf(text) };

const TCP_HOST_PROPS: PropTable<TcpHostProps> = { ...HOST_PROPS, tls: checkTls };
