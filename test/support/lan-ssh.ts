import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './docker';
import { stopByPidFile } from './lan-engine';
import type { Namespace } from './lan-namespace';
import { asRoot } from './lan-root';

/** An sshd of the test's own in a namespace, with its own keys, for root alone. */
export class LanSshd {
  constructor(
    private readonly namespace: Namespace,
    private readonly folder: string,
    private readonly address: string,
  ) {}

  /**
   * Starts sshd on port 22 of the address.
   *
   * @param env variables of every session
   */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    const { folder, address } = this;
    mkdirSync(folder, { recursive: true });
    for (const key of ['host_key', 'client_key']) {
      await asRoot('ssh-keygen', '-q', '-t', 'ecdsa', '-N', '', '-f', join(folder, key));
    }
    copyFileSync(join(folder, 'client_key.pub'), join(folder, 'authorized_keys'));
    const hostKey = readFileSync(join(folder, 'host_key.pub'), 'utf8');
    writeFileSync(join(folder, 'known_hosts'), `${address} ${hostKey}`);
    writeFileSync(join(folder, 'config'), configOf(folder, address, env));
    await asRoot('mkdir', '-p', '/run/sshd');
    this.namespace.start(join(folder, 'log'), SSHD, '-D', '-e', '-f', join(folder, 'config'));
    await eventually(() => asRoot('ssh', ...this.clientOptions, `root@${address}`, 'true'));
  }

  /** Address for the docker CLI and Terraform. */
  get url(): string {
    return `ssh://root@${this.address}`;
  }

  /** Options of `ssh` that bring the client's key and the host's. */
  get clientOptions(): readonly string[] {
    return [
      ...['-i', join(this.folder, 'client_key')],
      ...['-o', `UserKnownHostsFile=${join(this.folder, 'known_hosts')}`],
      ...['-o', 'StrictHostKeyChecking=yes', '-o', 'BatchMode=yes'],
    ];
  }

  async stop(): Promise<void> {
    const file = join(this.folder, 'pid');
    if (existsSync(file)) await stopByPidFile(file);
  }
}

/** sshd starts itself again for each connection, so it wants its whole path. */
const SSHD = '/usr/sbin/sshd';

function configOf(folder: string, address: string, env: Readonly<Record<string, string>>): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const lines = [
    `ListenAddress ${address}:22`,
    `HostKey ${join(folder, 'host_key')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    `PidFile ${join(folder, 'pid')}`,
    'PermitRootLogin prohibit-password',
    'PasswordAuthentication no',
    'UsePAM no',
    // The keys are in a temporary folder, which others may list.
    'StrictModes no',
    ...(variables.length === 0 ? [] : [`SetEnv ${variables.join(' ')}`]),
  ];
  return `${lines.join('\n')}\n`;
}
