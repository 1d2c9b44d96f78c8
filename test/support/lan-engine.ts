import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docker, eventually } from './docker';
import { asRoot, HostCommandFailed } from './lan-root';
import type { Namespace } from './lan-namespace';

const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 60_000;

/** A dockerd of the test's own in a namespace; everything it keeps is in one folder. */
export class LanEngine {
  /** @param root folder with the programs of another engine below `usr`; absent: the machine's own */
  constructor(
    private readonly namespace: Namespace,
    private readonly folder: string,
    private readonly root = '',
  ) {}

  /**
   * Starts dockerd and waits until it answers.
   *
   * @param options further options of dockerd
   */
  async start(options: readonly string[] = []): Promise<void> {
    const { folder } = this;
    mkdirSync(folder, { recursive: true });
    // The machine's own settings are not this engine's.
    writeFileSync(join(folder, 'daemon.json'), '{}');
    this.namespace.start(
      join(folder, 'log'),
      ...['env', `PATH=${this.path}`, 'dockerd'],
      ...['--config-file', join(folder, 'daemon.json')],
      ...['--host', `unix://${this.socket}`],
      ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
      ...['--pidfile', this.pidFile],
      ...options,
    );
    await eventually(() => docker(...this.connection, 'version'), STARTS_WITHIN_MS);
  }

  /** Path of the engine's socket, which every namespace sees. */
  get socket(): string {
    return join(this.folder, 'docker.sock');
  }

  /** Options of the docker CLI that reach the engine by its socket. */
  get connection(): readonly string[] {
    return ['--host', `unix://${this.socket}`];
  }

  /** Copies images from the engine that the tests use anyway. */
  async load(...images: readonly string[]): Promise<void> {
    const archive = join(this.folder, 'images.tar');
    await docker('save', '--output', archive, ...images);
    await docker(...this.connection, 'load', '--quiet', '--input', archive);
    await asRoot('rm', archive);
  }

  /** Stops the engine with its containers; it can be started again, with other options. */
  async stop(): Promise<void> {
    if (existsSync(this.pidFile)) await stopByPidFile(this.pidFile);
  }

  /** Stops the engine with its containers, and removes its folder. */
  async remove(): Promise<void> {
    await this.stop();
    const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
    const left = mounts.map((line) => line.split(' ')[1] ?? '');
    for (const path of left.filter((mount) => mount.startsWith(this.folder)).toReversed()) {
      await asRoot('umount', path);
    }
    await asRoot('rm', '-rf', this.folder);
  }

  /** containerd, runc and docker-proxy are looked for where dockerd is. */
  private get path(): string {
    const own = process.env['PATH'] ?? '';
    return this.root === '' ? own : `${this.root}/usr/sbin:${this.root}/usr/bin:${own}`;
  }

  private get pidFile(): string {
    return join(this.folder, 'pid');
  }
}

/** Ends the program whose process id the file holds, and waits until it is gone. */
export async function stopByPidFile(file: string): Promise<void> {
  const pid = readFileSync(file, 'utf8').trim();
  await asRoot('kill', pid);
  await eventually(() => {
    if (existsSync(`/proc/${pid}/exe`)) throw new HostCommandFailed(`process ${pid} does not end`);
  }, STOPS_WITHIN_MS);
}
