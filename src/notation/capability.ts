import { ConfigError } from '../errors';
import { nearest, show } from '../expect';

/** Linux 6.x, `include/uapi/linux/capability.h`. */
export const CAPABILITIES: ReadonlySet<string> = new Set(
  `AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE
  DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE
  MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG
  SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE
  SYS_TIME SYS_TTY_CONFIG WAKE_ALARM`.split(/\s+/),
);

/**
 * Reads a capability in any spelling that Docker takes: `NET_ADMIN`, `net_admin`, `CAP_NET_ADMIN`,
 * `ALL`.
 *
 * @returns the form that the engine reports, `CAP_NET_ADMIN` or `ALL`
 * @throws ConfigError `CAPABILITY_UNKNOWN`
 */
export function parseCapability(text: string, at: string): string {
  const upper = text.toUpperCase();
  if (upper === 'ALL') return 'ALL';
  const bare = upper.replace(/^CAP_/, '');
  if (CAPABILITIES.has(bare)) return `CAP_${bare}`;
  const near = nearest(bare, CAPABILITIES);
  throw new ConfigError('CAPABILITY_UNKNOWN', {
    at,
    problem: `capability ${show(text)} is not one that Linux has`,
    fix:
      near === undefined
        ? 'write a name from capabilities(7), such as NET_ADMIN'
        : `did you mean ${near}?`,
  });
}
