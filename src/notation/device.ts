import { ConfigError } from '../errors';
import { show } from '../expect';

/** A device of the host inside the container. */
export interface Device {
  /** Path on the host, absolute. */
  readonly hostPath: string;

  /** Path inside the container, absolute. */
  readonly containerPath: string;

  /** What the container may do: any of `r` (read), `w` (write), `m` (mknod). */
  readonly permissions: string;
}

/**
 * Reads `--device`: `/dev/snd`, `/dev/sda:/dev/xvda`, `/dev/fuse:/dev/fuse:rw`, `/dev/fuse:rw`.
 *
 * @throws ConfigError `DEVICE_MALFORMED`
 */
export function parseDevice(text: string, at: string): Device {
  const parts = text.split(':');
  if (parts.length > 3) throw malformed(text, at, 'has too many colons');
  const device = deviceOf(parts);
  checkDevice(device, at);
  return device;
}

/** With two parts the second is either a path or permissions. */
function deviceOf([hostPath = '', second = hostPath, permissions]: string[]): Device {
  return permissions === undefined && PERMISSIONS.test(second)
    ? { hostPath, containerPath: hostPath, permissions: second }
    : { hostPath, containerPath: second, permissions: permissions ?? 'rwm' };
}

/** Each of r, w and m at most once. */
const PERMISSIONS = /^(?!.*(.).*\1)[rwm]{1,3}$/;

/**
 * Refuses a device that Docker would not accept.
 *
 * @throws ConfigError `DEVICE_MALFORMED`
 */
export function checkDevice({ hostPath, containerPath, permissions }: Device, at: string): void {
  for (const path of [hostPath, containerPath]) {
    if (!path.startsWith('/')) throw malformed(path, at, 'is not an absolute path');
  }
  if (!PERMISSIONS.test(permissions)) {
    throw malformed(permissions, at, 'is not a set of permissions (r, w and m, each once)');
  }
}

function malformed(text: string, at: string, problem: string): ConfigError {
  return new ConfigError('DEVICE_MALFORMED', {
    at,
    problem: `device ${show(text)} ${problem}`,
    fix: "write '/dev/fuse', '/dev/sda:/dev/xvda' or '/dev/fuse:/dev/fuse:rw'",
  });
}
