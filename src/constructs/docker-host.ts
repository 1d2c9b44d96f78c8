import type { DockerProviderConfig } from '@cdktf/provider-docker/lib/provider';
import type { Construct } from 'constructs';
import { ConfigError } from '../errors';
import { expectList, expectRecord, expectString, expectText } from '../expect';
import type { Host } from '../topology/host';
import { describeHost, type DockerHostProps } from './docker-host-props';
import { findCurrentContext } from './docker-context';
import { Secret } from './secret';
import { isToken } from './token';

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

/** How to prove who is who on a TCP connection: a folder, or the three texts. */
export interface DockerTlsProps {
  /**
   * Folder with `ca.pem`, `cert.pem` and `key.pem` on the machine that runs Terraform.
   *
   * @default - the texts below
   */
  readonly certPath?: string;

  /**
   * Certificate authority (PEM) that signed the engine's certificate. The provider does not check
   * the engine's certificate at all without it, so it is required.
   *
   * @default - `certPath`
   */
  readonly ca?: string;

  /**
   * Certificate of the client (PEM).
   *
   * @default - `certPath`
   */
  readonly cert?: string;

  /**
   * Private key of the client (PEM).
   *
   * @default - `certPath`
   */
  readonly key?: Secret;
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
   * Options for the `ssh` program, one word each: `['-i', '~/.ssh/id_docker']`. sshd refuses bursts
   * of connections (`MaxStartups`): `-o ControlMaster=auto -o ControlPath=~/.ssh/%C -o
   * ControlPersist=1m` shares one.
   *
   * @default - none
   */
  readonly sshOptions?: readonly string[];
}

type ProviderConfig = Omit<DockerProviderConfig, 'alias' | 'registryAuth'>;

/**
 * One Docker engine: how Terraform reaches it, and what is known about the machine under it. A value:
 * several stacks and apps may use the same one.
 *
 * @example
 * const nas = DockerHost.ssh('ssh://admin@192.168.1.5', { name: 'nas', engineVersion: '26.1' });
 */
export class DockerHost {
  /**
   * The engine on this machine.
   *
   * @throws ConfigError `PATH_NOT_ABSOLUTE`
   */
  static local(props: LocalHostProps = {}): DockerHost {
    const { socket } = props;
    if (socket === undefined) return new DockerHost('local', 'environment', props, () => ({}));
    expectText(socket, 'DockerHost.local', 'socket');
    const path = socket.replace(/^unix:\/\//, '');
    if (!path.startsWith('/')) {
      throw new ConfigError('PATH_NOT_ABSOLUTE', {
        at: 'DockerHost.local',
        problem: `socket '${socket}' is not an absolute path`,
        fix: "write a path such as '/var/run/docker.sock'",
      });
    }
    const host = `unix://${path}`;
    return new DockerHost('local', host, props, () => ({ host, ...EXPLICIT }));
  }

  /**
   * An engine that listens on TCP.
   *
   * @param url for instance `tcp://10.0.0.5:2376`
   * @throws ConfigError `HOST_URL_MALFORMED`, `TLS_INCOMPLETE`, `SECRET_IN_PLAIN_TEXT`
   */
  static tcp(url: string, props: TcpHostProps = {}): DockerHost {
    const { hostname } = parseHostUrl(url, 'tcp:', 'tcp://10.0.0.5:2376');
    const tls = props.tls === undefined ? undefined : checkTls(props.tls, url);
    return new DockerHost(hostname, url, props, (scope) => ({
      host: url,
      ...EXPLICIT,
      ...(tls === undefined ? {} : tlsConfig(tls, scope)),
    }));
  }

  /**
   * An engine behind sshd.
   *
   * @param url for instance `ssh://root@10.0.0.5:22`
   * @throws ConfigError `HOST_URL_MALFORMED`, `PROP_TYPE`
   */
  static ssh(url: string, props: SshHostProps = {}): DockerHost {
    const { hostname } = parseHostUrl(url, 'ssh:', 'ssh://root@10.0.0.5');
    const { sshOptions = [] } = props;
    expectList(sshOptions, url, 'sshOptions');
    for (const option of sshOptions) expectString(option, url, 'an entry of sshOptions');
    return new DockerHost(hostname, url, props, () => ({
      host: url,
      ...EXPLICIT,
      ...(sshOptions.length === 0 ? {} : { sshOpts: [...sshOptions] }),
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

function parseHostUrl(url: unknown, protocol: 'tcp:' | 'ssh:', example: string): URL {
  const at = `DockerHost.${protocol.slice(0, -1)}`;
  expectText(url, at, 'url');
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === protocol && parsed.hostname !== '' && parsed.password === '')
    return parsed;
  throw new ConfigError('HOST_URL_MALFORMED', {
    at,
    problem:
      parsed !== undefined && parsed.password !== ''
        ? 'the url has a password in it, which the plan would show'
        : `url '${url}' is not a ${protocol}// address`,
    fix: `write it like '${example}'`,
  });
}

function checkTls(tls: DockerTlsProps, at: string): DockerTlsProps {
  expectRecord(tls, at, 'tls');
  if (tls.certPath !== undefined) {
    expectText(tls.certPath, at, 'tls.certPath');
    return tls;
  }
  const missing = (['ca', 'cert', 'key'] as const).filter((part) => tls[part] === undefined);
  if (missing.length > 0) {
    throw new ConfigError('TLS_INCOMPLETE', {
      at,
      problem: `tls has no ${missing.join(', no ')}`,
      fix: "give certPath, or ca, cert and key together; without ca the engine's certificate is not checked",
    });
  }
  if (tls.key instanceof Secret || isToken(tls.key)) return tls;
  throw new ConfigError('SECRET_IN_PLAIN_TEXT', {
    at,
    problem: 'tls.key is plain text, which the plan would show',
    fix: "use certPath, Secret.fromFile('key.pem') or Secret.variable('docker_key')",
  });
}

function tlsConfig({ certPath, ca, cert, key }: DockerTlsProps, scope: Construct): ProviderConfig {
  if (certPath !== undefined) return { certPath };
  return {
    ...(ca === undefined ? {} : { caMaterial: ca }),
    ...(cert === undefined ? {} : { certMaterial: cert }),
    ...(key === undefined ? {} : { keyMaterial: key.in(scope) }),
  };
}
