import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LanEngine } from '../support/lan-engine';
import { connect, Namespace } from '../support/lan-namespace';
import { asRoot } from '../support/lan-root';
import type { DaemonSettings, Host } from 'portolan/topology';
import { Agent } from './agent';
import { daemonOptions } from './daemon-options';

/** Where everything is; no address is used outside of the test's own namespaces. */
export const PLAN = {
  host: { ipv4: '192.168.216.2', ipv6: 'fd00:216::2' },
  second: '192.168.216.3',
  neighbour: { ipv4: '192.168.216.10', ipv6: 'fd00:216::10' },
  routed: { ipv4: '192.168.216.11', ipv6: 'fd00:216::11' },
  router: { ipv4: '192.168.216.1', ipv6: 'fd00:216::1' },
  outside: '198.51.100.5',
  outsideRouter: '198.51.100.1',
  /** Blocks that every container network of a scenario lies in. */
  containers: { ipv4: '10.80.0.0/12', ipv6: 'fd00:80::/32' },
  defaultBridge: '10.88.0.1/24',
  /** Names that the name server of the LAN knows. */
  outsideNames: ['outside.test', 'www.outside.test', 'api.outside.test', 'mail.outside.test'],
} as const;

/** The host as a topology describes it. */
export function hostModel(engineVersion: string, daemon: DaemonSettings): Host {
  return {
    id: 'local',
    endpoint: 'environment',
    kind: 'native',
    engineVersion,
    addressPools: [],
    interfaces: [
      {
        name: 'eth0',
        addresses: [`${PLAN.host.ipv4}/24`, `${PLAN.second}/24`, `${PLAN.host.ipv6}/64`],
      },
    ],
    routes: [{ destination: '0.0.0.0/0', via: PLAN.router.ipv4, interface: 'eth0' }],
    services: [{ port: 22, protocol: 'tcp', name: 'service' }],
    daemon,
  };
}

type Role = 'host' | 'switch' | 'neighbour' | 'routed' | 'router' | 'outside';

/**
 * A host with an engine on a LAN with a neighbour, a neighbour that has routes to the containers, and a
 * router with somebody behind it: six network namespaces.
 */
export class Ground {
  readonly engine: LanEngine;
  private readonly folder = join(tmpdir(), `portolan-reach-${randomBytes(3).toString('hex')}`);
  private readonly spaces: Readonly<Record<Role, Namespace>> = {
    host: new Namespace('host'),
    switch: new Namespace('switch'),
    neighbour: new Namespace('neighbour'),
    routed: new Namespace('routed'),
    router: new Namespace('router'),
    outside: new Namespace('outside'),
  };
  private readonly agents: Agent[] = [];
  private readonly stops: (() => void)[] = [];
  private started: string | undefined;

  /** @param root folder with the programs of another engine; absent: the machine's own */
  constructor(root?: string) {
    this.engine = new LanEngine(this.spaces.host, join(this.folder, 'engine'), root);
  }

  /** Makes the namespaces and cables; the engine starts with the first daemon settings. */
  async create(): Promise<void> {
    mkdirSync(this.folder, { recursive: true });
    for (const space of Object.values(this.spaces)) await space.create();
    const { host, neighbour, routed, router, outside } = this.spaces;
    await this.spaces.switch.ip('link', 'add', 'name', 'switch', 'type', 'bridge');
    await this.spaces.switch.ip('link', 'set', 'switch', 'up');
    await this.plug(host, PLAN.host);
    await host.ip('address', 'add', `${PLAN.second}/24`, 'dev', 'eth0');
    await this.plug(neighbour, PLAN.neighbour);
    await this.plug(routed, PLAN.routed);
    await this.plug(router, PLAN.router);
    await connect(
      { namespace: router, interface: 'eth1', address: `${PLAN.outsideRouter}/24` },
      { namespace: outside, interface: 'eth0', address: `${PLAN.outside}/24` },
    );
    await router.run('sysctl', '-qw', 'net.ipv4.ip_forward=1');
    await outside.ip('route', 'add', 'default', 'via', PLAN.outsideRouter);
    for (const space of [host, neighbour, routed]) {
      await space.ip('route', 'add', 'default', 'via', PLAN.router.ipv4);
    }
    const { ipv4, ipv6 } = PLAN.containers;
    await routed.ip('route', 'add', ipv4, 'via', PLAN.host.ipv4);
    await routed.ip('-6', 'route', 'add', ipv6, 'via', PLAN.host.ipv6);
  }

  /** The network namespace of a role, as a path. */
  pathOf(role: Role): string {
    return `/run/netns/${this.spaces[role].name}`;
  }

  /** A program in the role's namespace; it ends with the ground. */
  agentIn(role: Role): Agent {
    const agent = new Agent(this.pathOf(role));
    this.agents.push(agent);
    return agent;
  }

  /** Has the router answer for the one name that is outside. */
  startNameServer(): void {
    const program = join(__dirname, 'name-server.cjs');
    const words = [process.execPath, program, PLAN.router.ipv4, PLAN.outside, ...PLAN.outsideNames];
    this.stops.push(this.spaces.router.start(join(this.folder, 'name-server.log'), ...words));
  }

  /** Runs a program on the host. */
  onHost(...words: readonly string[]): Promise<string> {
    return this.spaces.host.run(...words);
  }

  /** Has the engine run with the settings: starts it again when it has others. */
  async useDaemon(daemon: DaemonSettings): Promise<void> {
    const wanted = JSON.stringify(daemon);
    if (this.started === wanted) return;
    if (this.started !== undefined) await this.engine.stop();
    await this.forgetRules();
    this.started = wanted;
    await this.engine.start(daemonOptions(daemon));
  }

  /** Removes everything, also after a failure in the middle. */
  async remove(): Promise<void> {
    for (const agent of this.agents) await agent.stop();
    for (const stop of this.stops) stop();
    await this.engine.remove();
    for (const space of Object.values(this.spaces)) await space.remove();
    await asRoot('rm', '-rf', this.folder);
  }

  /** As a machine is after it has started: no rules, and no forwarding. */
  private async forgetRules(): Promise<void> {
    const { host } = this.spaces;
    await host.run('sysctl', '-qw', 'net.ipv4.ip_forward=0', 'net.ipv6.conf.all.forwarding=0');
    for (const family of ['iptables', 'ip6tables']) {
      for (const table of ['filter', 'nat', 'raw']) {
        await host.run(family, '-w', '-t', table, '-F');
        await host.run(family, '-w', '-t', table, '-X');
      }
      for (const chain of ['INPUT', 'FORWARD', 'OUTPUT']) {
        await host.run(family, '-w', '-P', chain, 'ACCEPT');
      }
    }
  }

  private async plug(
    space: Namespace,
    address: { readonly ipv4: string; readonly ipv6: string },
  ): Promise<void> {
    const port = `p${randomBytes(4).toString('hex')}`;
    const plug = { namespace: space, interface: 'eth0', address: `${address.ipv4}/24` };
    await connect(plug, { namespace: this.spaces.switch, interface: port });
    await space.run('sysctl', '-qw', 'net.ipv6.conf.eth0.accept_dad=0');
    await space.ip('-6', 'address', 'add', `${address.ipv6}/64`, 'dev', 'eth0', 'nodad');
    await this.spaces.switch.ip('link', 'set', port, 'master', 'switch');
  }
}
