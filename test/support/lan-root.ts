import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

/** A program of the host that a test relied on has failed. */
export class HostCommandFailed extends Error {
  override readonly name = 'HostCommandFailed';
}

/** The words that run a program as root: as they are, or behind sudo. */
export function rootWords(...words: readonly string[]): [string, string[]] {
  const [program = '', ...rest] = process.getuid?.() === 0 ? words : ['sudo', '-n', ...words];
  return [program, rest];
}

/**
 * Runs a program on the host as root.
 *
 * @returns what it printed, without the last line's end
 * @throws HostCommandFailed when it ends with another status than 0
 */
export function asRoot(...words: readonly string[]): Promise<string> {
  const [program, rest] = rootWords(...words);
  return new Promise((done, fail) => {
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
    child.on('error', fail);
    child.on('close', (status) => {
      if (status === 0) done(stdout.trimEnd());
      else fail(new HostCommandFailed(`${words.join(' ')}: status ${String(status)}: ${stderr}`));
    });
  });
}

/**
 * Starts a program as root that stays until it is stopped; it writes into the log file.
 *
 * @returns stops it
 */
export function startAsRoot(logFile: string, ...words: readonly string[]): () => void {
  const [program, rest] = rootWords(...words);
  const log = openSync(logFile, 'a');
  const child = spawn(program, rest, { stdio: ['ignore', log, log], detached: true });
  child.unref();
  closeSync(log);
  return () => {
    child.kill();
  };
}

/** Runs `ip` on the host. */
export function hostIp(...words: readonly string[]): Promise<string> {
  return asRoot('ip', ...words);
}
