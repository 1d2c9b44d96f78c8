import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LanEngine } from './lan-engine';
import { connect, freshInterface, Namespace } from './lan-namespace';
import { asRoot } from './lan-root';
import { LanSshd } from './lan-ssh';
import { makeCertificates, tlsFoldersIn } from './lan-tls';

/** A machine on a {@link Lan}: a namespace whose `eth0` is plugged into the switch, with an engine. */
interface LanHost {
  /** Its address on the LAN, without the prefix length. */
  readonly address: string;
  readonly engine: LanEngine;

  /** Where clients find the engine. */
  readonly url: string;
}

/** A host whose engine listens on its socket, and on TCP for clients with a certificate. */
interface TlsHost extends LanHost {
  /** Folder with the client's `ca.pem`, `cert.pem` and `key.pem`. */
  readonly certPath: string;
}

/** A host whose engine listens on its socket alone, and an sshd. */
interface SshHost extends LanHost {
  /** Options of `ssh` that bring the client's key and the host's. */
  readonly sshOptions: readonly string[];
}

/** One thing of a LAN that is made when the LAN starts, and taken away with it. */
interface Part {
  readonly start: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/**
 * A LAN on this machine: hosts in network namespaces, joined by a switch that the tests are plugged
 * into as well. The switch has a namespace of its own: a bridge where an engine runs would send its
 * frames through that engine's firewall. Nothing is made before {@link start}, so a suite that is
 * skipped makes nothing.
 */
export class Lan {
  private readonly folder = join(tmpdir(), `portolan-lan-${randomBytes(3).toString('hex')}`);
  private readonly between = new Namespace('switch');
  private readonly engines: LanEngine[] = [];
  private readonly parts: Part[];

  /** @param address where the tests are on the LAN, with prefix length: `192.168.216.1/24` */
  constructor(private readonly address: string) {
    this.parts = [
      { start: () => this.makeSwitch(), remove: () => this.between.remove() },
      { start: () => Promise.resolve(), remove: () => removeFolder(this.folder) },
    ];
  }

  /** A machine whose engine listens on `tcp://<address>:2376`. */
  addTlsHost(name: string, address: string): TlsHost {
    const { namespace, folder } = this.addMachine(name, address);
    const tls = join(folder, 'tls');
    const url = `tcp://${address}:2376`;
    const { server, client } = tlsFoldersIn(tls);
    const engine = this.addEngine(namespace, folder, async () => {
      await makeCertificates(tls, address);
      return [
        ...['--host', url, '--tlsverify', '--tlscacert', join(server, 'ca.pem')],
        ...['--tlscert', join(server, 'cert.pem'), '--tlskey', join(server, 'key.pem')],
      ];
    });
    return { address, engine, url, certPath: client };
  }

  /** A machine whose engine is reached by ssh alone. */
  addSshHost(name: string, address: string): SshHost {
    const { namespace, folder } = this.addMachine(name, address);
    const engine = this.addEngine(namespace, folder, () => Promise.resolve([]));
    const sshd = new LanSshd(namespace, join(folder, 'ssh'), address);
    this.parts.push({
      start: () => sshd.start({ DOCKER_HOST: `unix://${engine.socket}` }),
      remove: () => sshd.stop(),
    });
    return { address, engine, url: sshd.url, sshOptions: sshd.clientOptions };
  }

  /**
   * Makes everything that was added.
   *
   * @param images copied to every engine from the one that the tests use anyway
   */
  async start(...images: readonly string[]): Promise<void> {
    for (const { start } of this.parts) await start();
    for (const engine of this.engines) await engine.load(...images);
  }

  /** Takes everything away, the last thing first, also after a start that failed. */
  async remove(): Promise<void> {
    const failures: unknown[] = [];
    for (const { remove } of this.parts.toReversed()) {
      await remove().catch((failure: unknown) => failures.push(failure));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'the LAN is not wholly removed');
  }

  private addMachine(name: string, address: string): { namespace: Namespace; folder: string } {
    const namespace = new Namespace(name);
    const prefix = this.address.slice(this.address.indexOf('/'));
    this.parts.push({
      start: async () => {
        await namespace.create();
        await this.plug({ namespace, interface: 'eth0', address: `${address}${prefix}` });
      },
      remove: () => namespace.remove(),
    });
    return { namespace, folder: join(this.folder, name) };
  }

  private addEngine(
    namespace: Namespace,
    folder: string,
    prepare: () => Promise<readonly string[]>,
  ): LanEngine {
    const engine = new LanEngine(namespace, join(folder, 'engine'));
    this.engines.push(engine);
    this.parts.push({
      start: async () => engine.start(await prepare()),
      remove: () => engine.remove(),
    });
    return engine;
  }

  private async makeSwitch(): Promise<void> {
    await this.between.create();
    await this.between.ip('link', 'add', 'name', 'switch', 'type', 'bridge');
    await this.between.ip('link', 'set', 'switch', 'up');
    await this.plug({ interface: freshInterface(), address: this.address });
  }

  private async plug(plug: Parameters<typeof connect>[0]): Promise<void> {
    const port = freshInterface();
    await connect(plug, { namespace: this.between, interface: port });
    await this.between.ip('link', 'set', port, 'master', 'switch');
  }
}

async function removeFolder(folder: string): Promise<void> {
  await asRoot('rm', '-rf', folder);
}
