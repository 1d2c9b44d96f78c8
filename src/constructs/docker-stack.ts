import {
  DockerProvider,
  type DockerProviderRegistryAuth,
} from '@cdktf/provider-docker/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import { defined } from '../defined';
import { ConfigError } from '../errors';
import { compareVersions, type Version } from '../notation/version';
import { noteChange } from './app-revision';
import type { Acceptance } from '../topology/topology';
import { toAcceptance } from './acceptance';
import { DockerHost } from './docker-host';
import { checkHostName } from './host-names';
import { Intents } from './intents';
import { checkProps, flag, parsedElsewhere, text, type PropTable } from './props';
import { DEFAULT_PROVIDER_VERSION, oldestVersion } from './provider-version';
import { secret, type Secret } from './secret';
import { isDockerStack, STACK_SYMBOL } from './synthesizable-stack';
import { installSynthesizer } from './synthesizer';
import { literal } from './token';

/** Settings of a {@link DockerStack}. */
export interface DockerStackProps {
  /**
   * The engine that everything in the stack lives on, unless it names another one.
   *
   * @default DockerHost.local()
   */
  readonly host?: DockerHost;

  /**
   * Versions of the provider `kreuzwerker/docker` that may deploy the stack, as a Terraform version
   * constraint. Versions before 4.0 delete stopped containers while they plan, and lack MAC
   * addresses, gateway priorities, link-local addresses and driver options of an attachment.
   *
   * @default - `>= 4.5.0, < 5.0.0`
   */
  readonly providerVersion?: string;
}

/** Access to a registry that wants credentials. */
export interface RegistryAuthProps {
  /** Host of the registry with its port, for instance `registry.example:5000`. */
  readonly address: string;

  /**
   * Account name.
   *
   * @default - the docker command line's configuration file
   */
  readonly username?: string;

  /**
   * Password or access token of the account.
   *
   * @default - the docker command line's configuration file
   */
  readonly password?: Secret;

  /**
   * Path of a docker configuration file on the machine that runs Terraform.
   *
   * @default '~/.docker/config.json' when there is no username
   */
  readonly configFile?: string;

  /**
   * Content of a docker configuration file.
   *
   * @default - `configFile`
   */
  readonly configFileContent?: Secret;

  /**
   * Whether to send no credentials although some are configured.
   *
   * @default false
   */
  readonly authDisabled?: boolean;
}

/**
 * A Terraform stack of Docker resources: it brings the provider for every host that is used in it,
 * writes `topology.json` beside the plan, and checks all DockerStacks of the app before any plan
 * is written.
 *
 * @example
 * ```ts
 * const app = new App();
 * const blog = new DockerStack(app, 'blog', { host: DockerHost.local({ engineVersion: '28.5' }) });
 * app.synth();
 * ```
 */
export class DockerStack extends TerraformStack {
  /** Whether the value is a DockerStack, of whichever copy of this package. */
  static isDockerStack(value: unknown): value is DockerStack {
    return isDockerStack(value);
  }

  /**
   * The stack that the construct is in.
   *
   * @throws ConfigError `NO_DOCKER_STACK`
   */
  static override of(construct: IConstruct): DockerStack {
    const found = construct.node.scopes.findLast((scope) => TerraformStack.isStack(scope));
    if (DockerStack.isDockerStack(found)) return found;
    throw new ConfigError('NO_DOCKER_STACK', {
      at: construct.node.path,
      problem:
        found === undefined
          ? 'the construct is in no DockerStack'
          : `its stack ${found.node.path} is a plain TerraformStack`,
      fix: 'give it a DockerStack, or a construct inside one, as its scope',
    });
  }

  /** The engine that everything in the stack lives on, unless it names another one. */
  readonly host: DockerHost;

  /** Who is meant to reach whom; checked with every synth. */
  readonly intents: Intents;

  private readonly providers = new Map<string, DockerProvider>();
  private readonly usedHosts: DockerHost[] = [];
  private readonly registryAuth: DockerProviderRegistryAuth[] = [];
  private readonly acceptances: Acceptance[] = [];
  private readonly oldestProvider: Version;
  private changes = 0;

  /**
   * @throws ConfigError `PROVIDER_VERSION_MALFORMED`, `PROP_UNKNOWN`
   */
  constructor(scope: Construct, id: string, props: DockerStackProps = {}) {
    super(scope, id);
    Object.defineProperty(this, STACK_SYMBOL, { value: true });
    checkProps(props, { host: parsedElsewhere, providerVersion: text }, this.node.path);
    const { host = DockerHost.local(), providerVersion = DEFAULT_PROVIDER_VERSION } = props;
    checkHost(host, this.node.path);
    this.host = host;
    this.intents = new Intents(this);
    this.oldestProvider = oldestVersion(providerVersion, this.node.path);
    this.addOverride('terraform.required_providers.docker.version', providerVersion);
    this.providerFor(host);
    installSynthesizer(this);
  }

  /**
   * The provider of a host in this stack; made on first use. The stack's own host has the default
   * provider, every other one an alias.
   *
   * @throws ConfigError `HOST_NAME_TAKEN`, `PROP_TYPE`
   */
  providerFor(host: DockerHost): DockerProvider {
    if (!this.usedHosts.includes(host)) {
      checkHost(host, this.node.path);
      checkHostName(host, this);
      this.usedHosts.push(host);
    }
    const known = this.providers.get(host.name);
    if (known !== undefined) return known;
    const isDefault = host.name === this.host.name;
    const provider = new DockerProvider(this, isDefault ? 'docker' : `docker-${host.alias}`, {
      ...host.providerConfig(this),
      ...(isDefault ? {} : { alias: host.alias }),
      ...(this.registryAuth.length === 0 ? {} : { registryAuth: [...this.registryAuth] }),
    });
    this.providers.set(host.name, provider);
    return provider;
  }

  /**
   * What a resource on the host writes as its provider: nothing for the default one.
   *
   * @internal
   */
  providerOption(host: DockerHost): DockerProvider | undefined {
    const provider = this.providerFor(host);
    return provider.alias === undefined ? undefined : provider;
  }

  /**
   * Gives every provider of the stack the credentials of a registry.
   *
   * @throws ConfigError `PROP_MISSING`, `PROP_UNKNOWN`, `SECRET_IN_PLAIN_TEXT`
   */
  addRegistryAuth(auth: RegistryAuthProps): void {
    checkProps(auth, REGISTRY_AUTH_PROPS, this.node.path, ['address']);
    const { address, username, configFile, authDisabled, password, configFileContent } = auth;
    this.registryAuth.push({
      address: literal(address),
      ...defined({ authDisabled }),
      ...(username === undefined ? {} : { username: literal(username) }),
      ...(configFile === undefined ? {} : { configFile: literal(configFile) }),
      ...(password === undefined ? {} : { password: password.in(this) }),
      ...(configFileContent === undefined ? {} : { configFileContent: configFileContent.in(this) }),
    });
    for (const provider of this.providers.values()) {
      provider.registryAuth = [...this.registryAuth];
    }
  }

  /**
   * Accepts a finding of any level: it stops nothing, and is listed with the reason wherever findings
   * are. Where it does not occur, that is a note.
   *
   * @param at - the construct or host that the finding is about, or its place as the message shows it
   * @param code - the code that ends the message
   * @param reason - why it is right as it is, for whoever reads the list
   * @throws ConfigError `FINDING_CODE_UNKNOWN`, `PROP_EMPTY`, `PROP_TYPE`
   * @example
   * ```ts
   * const web = new Container(stack, 'web', { image: 'nginx:1.27', publish: ['8080:80'] });
   * stack.acceptFinding(web, 'HOST_PORT_TAKEN', 'never up at the same time as the old site');
   * ```
   */
  acceptFinding(at: IConstruct | DockerHost | string, code: string, reason: string): void {
    this.acceptances.push(toAcceptance(at, code, reason, this.node.path));
    this.touch();
  }

  /**
   * Findings that are accepted.
   *
   * @internal
   */
  get accepted(): readonly Acceptance[] {
    return this.acceptances;
  }

  /** The hosts used in the stack, its own first. */
  get hosts(): readonly DockerHost[] {
    return this.usedHosts;
  }

  /**
   * Refuses a property that the oldest provider version of the stack does not have.
   *
   * @internal
   */
  requireProvider(version: Version, prop: string, at: string): void {
    if (compareVersions(this.oldestProvider, version) >= 0) return;
    throw new ConfigError('PROVIDER_TOO_OLD', {
      at,
      problem: `${prop} needs provider ${version.join('.')}, and the stack lets ${this.oldestProvider.join('.')} in`,
      fix: `ask for providerVersion '${DEFAULT_PROVIDER_VERSION}' in the DockerStack, or leave ${prop} out`,
    });
  }

  /**
   * Notes that something in the stack changed, so that a topology read before is out of date.
   *
   * @internal
   */
  touch(): void {
    this.changes += 1;
    noteChange(this);
  }

  /**
   * Grows with every change.
   *
   * @internal
   */
  get revision(): number {
    return this.changes;
  }
}

/**
 * Refuses what is not a DockerHost.
 *
 * @throws ConfigError `PROP_TYPE`
 */
export function checkHost(host: unknown, at: string): void {
  if (host instanceof DockerHost) return;
  throw new ConfigError('PROP_TYPE', {
    at,
    problem: 'host is not a DockerHost',
    fix: 'write DockerHost.local(), DockerHost.tcp(...) or DockerHost.ssh(...)',
  });
}

const REGISTRY_AUTH_PROPS: PropTable<RegistryAuthProps> = {
  address: text,
  username: text,
  password: secret,
  configFile: text,
  configFileContent: secret,
  authDisabled: flag,
};
