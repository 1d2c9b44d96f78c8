import { ConfigError } from '../../errors';
import { ExistingContainer } from './existing-container';

/**
 * Refuses to link a container that the app does not make.
 *
 * @throws ConfigError `LINK_TARGET_UNMANAGED`
 */
export function refuseExisting(other: unknown, at: string): void {
  if (!(other instanceof ExistingContainer)) return;
  throw new ConfigError('LINK_TARGET_UNMANAGED', {
    at,
    problem: `${other.node.path} exists already, so it cannot be put into a network for the link`,
    fix: 'put both into one network by hand and refer to it with Network.fromName',
  });
}
