import type { Rule } from '../finding';
import { hostPortTaken } from './host-port-taken';
import { networkOnOtherHost } from './network-on-other-host';
import { subnetOverlap } from './subnet-overlap';

/** Every rule, in the order in which its findings are reported. */
export const RULES: readonly Rule[] = [networkOnOtherHost, subnetOverlap, hostPortTaken];
