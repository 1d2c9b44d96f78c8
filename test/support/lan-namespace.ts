import { randomBytes } from 'node:crypto';
import { asRoot, hostIp, startAsRoot } from './lan-root';

/** A network namespace of the test's own: a machine of the network, without a disk. */
export class Namespace {
  readonly name: string;
  private isThere = false;

  constructor(purpose: string) {
    this.name = `portolan-${purpose}-${randomBytes(3).toString('hex')}`;
  }

  /** Makes the namespace, with nothing but its loopback. */
  async create(): Promise<void> {
    await hostIp('netns', 'add', this.name);
    this.isThere = true;
    await this.ip('link', 'set', 'lo', 'up');
  }

  /** Runs a program in the namespace, as root. */
  run(...words: readonly string[]): Promise<string> {
    return asRoot(...this.words(words));
  }

  /**
   * Starts a program in the namespace that stays until it is stopped.
   *
   * @returns stops it
   */
  start(logFile: string, ...words: readonly string[]): () => void {
    return startAsRoot(logFile, ...this.words(words));
  }

  /** Runs `ip` in the namespace. */
  ip(...words: readonly string[]): Promise<string> {
    return hostIp('-n', this.name, ...words);
  }

  /** Removes the namespace, if it was made; what is plugged into it goes, too. */
  async remove(): Promise<void> {
    if (!this.isThere) return;
    this.isThere = false;
    await hostIp('netns', 'delete', this.name);
  }

  private words(words: readonly string[]): string[] {
    return ['nsenter', `--net=/run/netns/${this.name}`, ...words];
  }
}

/** Where a cable ends: an interface, in a namespace or else where the tests run. */
export interface Plug {
  readonly namespace?: Namespace;
  readonly interface: string;

  /** Address with prefix length; none for a port of a switch. */
  readonly address?: string;
}

/** Puts a cable between two interfaces, which are made by that. */
export async function connect(one: Plug, other: Plug): Promise<void> {
  const peer = ['peer', 'name', other.interface, ...placeOf(other)];
  await hostIp('link', 'add', 'name', one.interface, ...placeOf(one), 'type', 'veth', ...peer);
  for (const { namespace, interface: name, address } of [one, other]) {
    const at = namespace === undefined ? [] : ['-n', namespace.name];
    if (address !== undefined) await hostIp(...at, 'address', 'add', address, 'dev', name);
    await hostIp(...at, 'link', 'set', name, 'up');
  }
}

function placeOf({ namespace }: Plug): string[] {
  return namespace === undefined ? [] : ['netns', namespace.name];
}

/** A name for an interface where the tests run; Linux allows 15 characters. */
export function freshInterface(): string {
  return `ptl${randomBytes(4).toString('hex')}`;
}
