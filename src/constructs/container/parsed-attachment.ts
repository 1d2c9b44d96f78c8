import type { Attachment } from '../../topology/container';
import type { Network } from '../network';
import type { DefaultBridge } from '../network-mode';

/** A network to be in, checked. */
export interface ParsedAttachment {
  readonly network: Network | DefaultBridge;
  readonly options: Omit<Attachment, 'network'>;

  /** Whether Docker picks the addresses although the network has a plan. */
  readonly isDynamic: boolean;
}
