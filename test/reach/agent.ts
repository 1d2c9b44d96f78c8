import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { rootWords } from '../support/lan-root';

const PROGRAM = join(__dirname, 'agent-program.cjs');

/** A connection to try. */
export interface Probe {
  readonly address: string;
  readonly port?: number;
  readonly protocol: 'tcp' | 'udp' | 'sctp' | 'icmp';
}

/** A socket to answer on; without an address on every one. */
export interface Answering {
  readonly port: number;
  readonly protocol: 'tcp' | 'udp';
  readonly address?: string;
}

/** The program that answers and asks in a namespace has failed. */
class AgentFailed extends Error {
  override readonly name = 'AgentFailed';
}

/** A program of the test in one network namespace; it uses nothing that is in a container's image. */
export class Agent {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private errors = '';

  /** @param namespace path of the network namespace: `/run/netns/NAME`, `/proc/PID/ns/net` */
  constructor(private readonly namespace: string) {
    const words = ['nsenter', `--net=${namespace}`, process.execPath, PROGRAM];
    const [program, rest] = rootWords(...words);
    this.child = spawn(program, rest);
    this.child.stderr.setEncoding('utf8').on('data', (part: string) => (this.errors += part));
    const reader: Interface = createInterface({ input: this.child.stdout });
    this.lines = reader[Symbol.asyncIterator]();
  }

  /** Answers every connection to the sockets with the name. */
  async listen(sockets: readonly Answering[], name: string): Promise<void> {
    await this.ask({ listen: sockets, as: name });
  }

  /** How each connection ends: `answered NAME`, `closed`, `timeout`, or the system's code. */
  async probe(probes: readonly Probe[]): Promise<readonly string[]> {
    return (await this.ask({ probe: probes })) as string[];
  }

  /**
   * The addresses of each name.
   *
   * @param root folder that the asking program takes for `/`
   */
  async lookUp(names: readonly string[], root: string): Promise<readonly (readonly string[])[]> {
    return (await this.ask({ lookup: names, root })) as string[][];
  }

  /** Ends the program and waits for that. */
  async stop(): Promise<void> {
    const { child } = this;
    if (child.exitCode !== null) return;
    const ended = new Promise((done) => child.once('close', done));
    child.stdin.end();
    child.kill();
    await ended;
  }

  private async ask(request: object): Promise<unknown> {
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.lines.next();
    if (done === true) throw new AgentFailed(`in ${this.namespace}: ${this.errors}`);
    const answer = JSON.parse(value) as { result?: unknown; error?: string };
    if (answer.error !== undefined) {
      throw new AgentFailed(`in ${this.namespace}: ${answer.error}`);
    }
    return answer.result;
  }
}
