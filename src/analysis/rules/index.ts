import type { Rule } from '../finding';
import { addressInAutoSubnet } from './address-in-auto-subnet';
import { addressOnDefaultBridge } from './address-on-default-bridge';
import { addressOutsideSubnet } from './address-outside-subnet';
import { addressTaken } from './address-taken';
import { addressWithoutSubnet } from './address-without-subnet';
import { aliasOnDefaultBridge } from './alias-on-default-bridge';
import { auxAddressOutsideSubnet } from './aux-address-outside-subnet';
import { auxAddressTaken } from './aux-address-taken';
import { bridgeNameTaken } from './bridge-name-taken';
import { containerNameTaken } from './container-name-taken';
import { containerOnOtherHost } from './container-on-other-host';
import { cpuLimitsConflict } from './cpu-limits-conflict';
import { dependencyCycle } from './dependency-cycle';
import { dnsOrderLost } from './dns-order-lost';
import { filesOnReadOnly } from './files-on-read-only';
import { gatewayOutsideSubnet } from './gateway-outside-subnet';
import { gatewayReserved } from './gateway-reserved';
import { healthcheckMissing } from './healthcheck-missing';
import { healthcheckOff } from './healthcheck-off';
import { hostPortTaken } from './host-port-taken';
import { ipRangeOutsideSubnet } from './ip-range-outside-subnet';
import { ipv4SubnetMissing } from './ipv4-subnet-missing';
import { ipv6NotEnabled } from './ipv6-not-enabled';
import { ipv6SubnetMissing } from './ipv6-subnet-missing';
import { memoryLimitMissing } from './memory-limit-missing';
import { memoryReservationTooLarge } from './memory-reservation-too-large';
import { memorySwapTooSmall } from './memory-swap-too-small';
import { modeConflict } from './mode-conflict';
import { modeSettingIgnored } from './mode-setting-ignored';
import { modeWithNetworks } from './mode-with-networks';
import { mountOptionUnsupported } from './mount-option-unsupported';
import { mountTargetTaken } from './mount-target-taken';
import { networkAttachedTwice } from './network-attached-twice';
import { networkNameTaken } from './network-name-taken';
import { networkOnOtherHost } from './network-on-other-host';
import { overlayNotAttachable } from './overlay-not-attachable';
import { publishDiscarded } from './publish-discarded';
import { startIntervalUnsupported } from './start-interval-unsupported';
import { subnetFull } from './subnet-full';
import { subnetOverlap } from './subnet-overlap';
import { subnetShared } from './subnet-shared';
import { subnetTooSmall } from './subnet-too-small';
import { subnetsOfOneFamily } from './subnets-of-one-family';
import { volumeNameTaken } from './volume-name-taken';
import { volumeOnOtherHost } from './volume-on-other-host';

/** Every rule. A new one is a file in this folder, a row here and a page in `docs/rules`. */
export const RULES: readonly Rule[] = [
  // Networks and their addresses.
  subnetOverlap,
  subnetShared,
  subnetTooSmall,
  subnetFull,
  subnetsOfOneFamily,
  gatewayOutsideSubnet,
  gatewayReserved,
  ipRangeOutsideSubnet,
  auxAddressOutsideSubnet,
  auxAddressTaken,
  ipv4SubnetMissing,
  ipv6SubnetMissing,
  ipv6NotEnabled,
  bridgeNameTaken,

  // Containers in networks.
  networkOnOtherHost,
  networkAttachedTwice,
  overlayNotAttachable,
  addressOnDefaultBridge,
  addressWithoutSubnet,
  addressInAutoSubnet,
  addressOutsideSubnet,
  addressTaken,
  aliasOnDefaultBridge,

  // Network modes and ports.
  modeWithNetworks,
  modeConflict,
  modeSettingIgnored,
  containerOnOtherHost,
  publishDiscarded,
  hostPortTaken,
  dnsOrderLost,

  // Names and the order of things.
  networkNameTaken,
  containerNameTaken,
  volumeNameTaken,
  dependencyCycle,
  healthcheckMissing,
  healthcheckOff,

  // What else the engine or the provider refuses.
  volumeOnOtherHost,
  mountTargetTaken,
  mountOptionUnsupported,
  filesOnReadOnly,
  startIntervalUnsupported,
  memorySwapTooSmall,
  memoryLimitMissing,
  memoryReservationTooLarge,
  cpuLimitsConflict,
];
