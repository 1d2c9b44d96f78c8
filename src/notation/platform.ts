import { ConfigError } from '../errors';
import { show } from '../expect';

/**
 * Refuses text that is not `os/architecture[/variant]`.
 *
 * @throws ConfigError `PLATFORM_MALFORMED`
 */
export function checkPlatform(text: string, at: string): void {
  if (/^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9]+)?$/.test(text)) return;
  throw new ConfigError('PLATFORM_MALFORMED', {
    at,
    problem: `platform ${show(text)} is not a platform`,
    fix: "write an operating system and an architecture, such as 'linux/amd64' or 'linux/arm64/v8'",
  });
}
