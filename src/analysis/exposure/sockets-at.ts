import type { Container } from '../../topology/container';
import { isUnknown, type Model } from '../model';
import { networkOwner } from '../shared-networks';
import { socketsOfContainer } from './exposure';
import type { ExposedSocket } from './socket';

/** The open ports by which one container is reached. */
export interface SocketsAt {
  readonly sockets: readonly ExposedSocket[];

  /** Whether only Terraform knows some of its ports, so that there may be more. */
  readonly isIncomplete: boolean;
}

/** The container's open ports, also those that the owner of its network stack publishes for it. */
export function socketsAt(model: Model, container: Container): SocketsAt {
  const owner = networkOwner(model, container) ?? container;
  const stacks = owner.mode === 'host' ? container : owner;
  return {
    sockets: socketsOfContainer(model, stacks).filter(
      ({ container: id, kind }) => id === container.id || kind === 'published',
    ),
    isIncomplete: [container, owner].some((one) => FIELDS.some((field) => isUnknown(one, field))),
  };
}

const FIELDS = ['publish', 'listens', 'expose'];
