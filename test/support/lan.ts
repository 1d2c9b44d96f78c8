import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LanEngine } from './lan-engine';
import { connect, freshInterface, Namespace } from './lan-namespace';
import { asRoot } from './lan-root';
import { LanSshd } from './lan-ssh';
import { makeCertificates, type TlsFolders } from './lan-tls';

/** A machine on a {@link Lan}: a namespace whose `eth0` is plugged into the switch. */
export interface LanHost {
  readonly name: string;

  /** Its address on the LAN, without the prefix length. */
  readonly address: string;
  readonly namespace: Namespace;

  /** Folder for what it keeps; goes with the LAN. */
  readonly folder: string;
}

/** A host with an engine that listens on its socket and on TCP with TLS. */
export interface TlsHost extends LanHost {
  readonly engine: LanEngine;
  readonly url: string;
  readonly certificates: TlsFolders;
}

/** A host with an engine that listens on its socket alone, and an sshd. */
export interface SshHost extends LanHost {
  readonly engine: LanEngine;
  readonly sshd: LanSshd;
}

/**
 * A LAN on this machine: hosts in network namespaces, joined by a switch that the tests are plugged
 * into as well. The switch has a namespace of its own: a bridge where an engine runs would send its
 * frames through that engine's firewall.
 */
export class Lan {
  /**
   * A switch, with the tests plugged in.
   *
   * @param address where the tests are on the LAN, with prefix length: `192.168.216.1/24`
   */
  static async create(address: string): Promise<Lan> {
    const lan = new Lan(
      await Namespace.create('switch'),
      mkdtempSync(join(tmpdir(), 'portolan-lan-')),
      address.slice(address.indexOf('/')),
    );
    try {
      await lan.between.ip('link', 'add', 'name', 'switch', 'type', 'bridge');
      await lan.between.ip('link', 'set', 'switch', 'up');
      await lan.plug({ interface: freshInterface(), address });
    } catch (error) {
      await lan.remove();
      throw error;
    }
    return lan;
  }

  private readonly removals: (() => Promise<void>)[] = [];

  private constructor(
    private readonly between: Namespace,
    private readonly folder: string,
    private readonly prefix: string,
  ) {
    this.removals.push(
      () => between.remove(),
      () => asRoot('rm', '-rf', folder).then(() => undefined),
    );
  }

  /** A machine without an engine. */
  async addHost(name: string, address: string): Promise<LanHost> {
    const namespace = await Namespace.create(name);
    this.removals.push(() => namespace.remove());
    await this.plug({ namespace, interface: 'eth0', address: `${address}${this.prefix}` });
    return { name, address, namespace, folder: join(this.folder, name) };
  }

  /** A machine whose engine listens on `tcp://<address>:2376`, for clients with a certificate. */
  async addTlsHost(name: string, address: string): Promise<TlsHost> {
    const host = await this.addHost(name, address);
    const certificates = await makeCertificates(join(host.folder, 'tls'), address);
    const url = `tcp://${address}:2376`;
    const pem = (file: string): string => join(certificates.server, file);
    const engine = await this.startEngine(host, [
      ...['--host', url, '--tlsverify', '--tlscacert', pem('ca.pem')],
      ...['--tlscert', pem('cert.pem'), '--tlskey', pem('key.pem')],
    ]);
    return { ...host, engine, url, certificates };
  }

  /** A machine whose engine is reached by ssh alone. */
  async addSshHost(name: string, address: string): Promise<SshHost> {
    const host = await this.addHost(name, address);
    const engine = await this.startEngine(host);
    const sshd = new LanSshd(host.namespace, join(host.folder, 'ssh'), address);
    this.removals.push(() => sshd.stop());
    await sshd.start({ DOCKER_HOST: `unix://${engine.socket}` });
    return { ...host, engine, sshd };
  }

  /** Takes everything away, the last thing first. */
  async remove(): Promise<void> {
    for (const remove of this.removals.splice(0).toReversed()) await remove();
  }

  private async startEngine(host: LanHost, options: readonly string[] = []): Promise<LanEngine> {
    const engine = new LanEngine(host.namespace, join(host.folder, 'engine'));
    this.removals.push(() => engine.remove());
    await engine.start(options);
    return engine;
  }

  private async plug(plug: Parameters<typeof connect>[0]): Promise<void> {
    const port = freshInterface();
    await connect(plug, { namespace: this.between, interface: port });
    await this.between.ip('link', 'set', port, 'master', 'switch');
  }
}
