import { ConfigError } from '../errors';
import { show } from '../expect';

/** signal(7): those with a name of their own. */
const NAMES: ReadonlySet<string> = new Set(
  `HUP INT QUIT ILL TRAP ABRT IOT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CLD CONT STOP TSTP
  TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO POLL PWR SYS`.split(/\s+/),
);

/** Counted from the first or the last one, as Docker's own table has them. */
const REAL_TIME = /^RTM(?:IN(?:\+(?:[1-9]|1[0-5]))?|AX(?:-(?:[1-9]|1[0-4]))?)$/;

/**
 * Reads a signal: `SIGTERM`, `TERM`, `sigquit`, `15`, `SIGRTMIN+3`.
 *
 * @returns the name with its prefix, or the number as text
 * @throws ConfigError `SIGNAL_UNKNOWN`
 */
export function parseSignal(text: string, at: string): string {
  if (/^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 64) return text;
  const name = text.toUpperCase().replace(/^SIG/, '');
  if (NAMES.has(name) || REAL_TIME.test(name)) return `SIG${name}`;
  throw new ConfigError('SIGNAL_UNKNOWN', {
    at,
    problem: `signal ${show(text)} is not one that Linux has`,
    fix: "write a name such as 'SIGTERM' or 'SIGQUIT', or a number from 1 to 64",
  });
}
