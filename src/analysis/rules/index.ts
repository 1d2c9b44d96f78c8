import type { Rule } from '../finding';
import { addressInAutoSubnet } from './address-in-auto-subnet';
import { addressLiteral } from './address-literal';
import { addressOnDefaultBridge } from './address-on-default-bridge';
import { addressOutsideSubnet } from './address-outside-subnet';
import { addressPoolsExhausted } from './address-pools-exhausted';
import { addressTaken } from './address-taken';
import { addressWithoutSubnet } from './address-without-subnet';
import { adminPortOpen } from './admin-port-open';
import { adminPortPublished } from './admin-port-published';
import { aliasOnDefaultBridge } from './alias-on-default-bridge';
import { attachmentSettingIgnored } from './attachment-setting-ignored';
import { auxAddressOutsideSubnet } from './aux-address-outside-subnet';
import { auxAddressTaken } from './aux-address-taken';
import { bipUnusable } from './bip-unusable';
import { bridgeAndBip } from './bridge-and-bip';
import { bridgeNameTaken } from './bridge-name-taken';
import { clusterPortRemapped } from './cluster-port-remapped';
import { containerNameTaken } from './container-name-taken';
import { containerOnOtherHost } from './container-on-other-host';
import { cpuLimitsConflict } from './cpu-limits-conflict';
import { daemonIpNotApplied } from './daemon-ip-not-applied';
import { daemonMtuNotApplied } from './daemon-mtu-not-applied';
import { defaultGatewayUnusable } from './default-gateway-unusable';
import { defaultRouteByName } from './default-route-by-name';
import { dependencyCycle } from './dependency-cycle';
import { dnsBehindInternal } from './dns-behind-internal';
import { dnsOrderLost } from './dns-order-lost';
import { engineVersionUnknown } from './engine-version-unknown';
import { extraHostShadowsName } from './extra-host-shadows-name';
import { fileLost } from './file-lost';
import { fileWrittenToHost } from './file-written-to-host';
import { filesOnReadOnly } from './files-on-read-only';
import { fixedCidrOutsideBip } from './fixed-cidr-outside-bip';
import { gatewayOutsideSubnet } from './gateway-outside-subnet';
import { gatewayPriorityOnInternal } from './gateway-priority-on-internal';
import { gatewayReserved } from './gateway-reserved';
import { healthcheckMissing } from './healthcheck-missing';
import { healthcheckOff } from './healthcheck-off';
import { hostIpNotOnHost } from './host-ip-not-on-host';
import { hostNamedTwice } from './host-named-twice';
import { hostPortEphemeral } from './host-port-ephemeral';
import { hostPortInUse } from './host-port-in-use';
import { hostPortTaken } from './host-port-taken';
import { hostsShareSubnet } from './hosts-share-subnet';
import { iccOffBetweenPeers } from './icc-off-between-peers';
import { iccOffWithoutIptables } from './icc-off-without-iptables';
import { imagePortNotServed } from './image-port-not-served';
import { imageVariableMissing } from './image-variable-missing';
import { imageVariableMisspelt } from './image-variable-misspelt';
import { intentExposed } from './intent-exposed';
import { intentReached } from './intent-reached';
import { intentUndecided } from './intent-undecided';
import { intentUnreached } from './intent-unreached';
import { ipRangeOutsideSubnet } from './ip-range-outside-subnet';
import { ipv4SubnetMissing } from './ipv4-subnet-missing';
import { ipv6LinkLocalClash } from './ipv6-link-local-clash';
import { ipv6NotEnabled } from './ipv6-not-enabled';
import { ipv6SubnetMissing } from './ipv6-subnet-missing';
import { isolatedNotInternal } from './isolated-not-internal';
import { lanPeerUnreachable } from './lan-peer-unreachable';
import { lanRangeOpen } from './lan-range-open';
import { linkVariablesMissing } from './link-variables-missing';
import { linkWithoutNetwork } from './link-without-network';
import { listenPortTaken } from './listen-port-taken';
import { localhostPeer } from './localhost-peer';
import { loopbackPublishOpen } from './loopback-publish-open';
import { macAddressTaken } from './mac-address-taken';
import { macvlanHostUnreachable } from './macvlan-host-unreachable';
import { memoryLimitMissing } from './memory-limit-missing';
import { memoryReservationTooLarge } from './memory-reservation-too-large';
import { memorySwapTooSmall } from './memory-swap-too-small';
import { modeConflict } from './mode-conflict';
import { modeSettingIgnored } from './mode-setting-ignored';
import { modeWithNetworks } from './mode-with-networks';
import { mountOptionUnsupported } from './mount-option-unsupported';
import { mountTargetTaken } from './mount-target-taken';
import { mtuTooLarge } from './mtu-too-large';
import { nameAmbiguous } from './name-ambiguous';
import { nameRefusedInUrl } from './name-refused-in-url';
import { nameReserved } from './name-reserved';
import { nameShadowed } from './name-shadowed';
import { nameShared } from './name-shared';
import { networkAttachedTwice } from './network-attached-twice';
import { networkDonorEnds } from './network-donor-ends';
import { networkDonorRestarts } from './network-donor-restarts';
import { networkNameTaken } from './network-name-taken';
import { networkOnOtherHost } from './network-on-other-host';
import { optionIgnored } from './option-ignored';
import { optionUnknown } from './option-unknown';
import { optionValueMalformed } from './option-value-malformed';
import { overlayNotAttachable } from './overlay-not-attachable';
import { overlaySubnetOverlap } from './overlay-subnet-overlap';
import { parentNotNamed } from './parent-not-named';
import { parentNotOnHost } from './parent-not-on-host';
import { parentOfTwoDrivers } from './parent-of-two-drivers';
import { parentTaken } from './parent-taken';
import { parentWireless } from './parent-wireless';
import { passthruShared } from './passthru-shared';
import { peerNameUnknown } from './peer-name-unknown';
import { peerPortIsHostPort } from './peer-port-is-host-port';
import { proxyOff } from './proxy-off';
import { publishDiscarded } from './publish-discarded';
import { publishedAcrossNetworks } from './published-across-networks';
import { routedHostPortIgnored } from './routed-host-port-ignored';
import { routesOverlap } from './routes-overlap';
import { secretInPlainTextEnv } from './secret-in-plain-text-env';
import { startIntervalUnsupported } from './start-interval-unsupported';
import { staticInDynamicRange } from './static-in-dynamic-range';
import { subnetFull } from './subnet-full';
import { subnetInAutoPool } from './subnet-in-auto-pool';
import { subnetOnDefaultBridge } from './subnet-on-default-bridge';
import { subnetOnHostNetwork } from './subnet-on-host-network';
import { subnetOnHostRoute } from './subnet-on-host-route';
import { subnetOverlap } from './subnet-overlap';
import { subnetShared } from './subnet-shared';
import { subnetTooSmall } from './subnet-too-small';
import { subnetUnusable } from './subnet-unusable';
import { subnetUnusual } from './subnet-unusual';
import { subnetsOfOneFamily } from './subnets-of-one-family';
import { sysctlNotNamespaced } from './sysctl-not-namespaced';
import { valueMalformed } from './value-malformed';
import { volumeNameTaken } from './volume-name-taken';
import { volumeOnOtherHost } from './volume-on-other-host';

/** Every rule. A new one is a file in this folder, a row here and a page in `docs/rules`. */
export const RULES: readonly Rule[] = [
  // Networks and their addresses.
  subnetOverlap,
  subnetShared,
  overlaySubnetOverlap,
  subnetOnDefaultBridge,
  subnetOnHostNetwork,
  subnetOnHostRoute,
  subnetInAutoPool,
  addressPoolsExhausted,
  hostsShareSubnet,
  subnetTooSmall,
  subnetFull,
  subnetsOfOneFamily,
  subnetUnusable,
  subnetUnusual,
  ipv6LinkLocalClash,
  gatewayOutsideSubnet,
  gatewayReserved,
  ipRangeOutsideSubnet,
  auxAddressOutsideSubnet,
  auxAddressTaken,
  ipv4SubnetMissing,
  ipv6SubnetMissing,
  ipv6NotEnabled,

  // Drivers, bridges and parents.
  optionUnknown,
  optionValueMalformed,
  optionIgnored,
  isolatedNotInternal,
  bridgeNameTaken,
  parentNotNamed,
  parentNotOnHost,
  parentWireless,
  parentTaken,
  parentOfTwoDrivers,
  passthruShared,
  lanRangeOpen,
  macvlanHostUnreachable,
  daemonMtuNotApplied,
  mtuTooLarge,

  // Containers in networks.
  networkOnOtherHost,
  networkAttachedTwice,
  overlayNotAttachable,
  addressOnDefaultBridge,
  addressWithoutSubnet,
  addressInAutoSubnet,
  addressOutsideSubnet,
  addressTaken,
  staticInDynamicRange,
  routesOverlap,
  macAddressTaken,
  attachmentSettingIgnored,
  gatewayPriorityOnInternal,
  defaultRouteByName,

  // Network modes and links.
  modeWithNetworks,
  modeConflict,
  modeSettingIgnored,
  containerOnOtherHost,
  networkDonorEnds,
  networkDonorRestarts,
  linkWithoutNetwork,
  linkVariablesMissing,

  // Ports.
  publishDiscarded,
  hostPortTaken,
  hostPortInUse,
  hostPortEphemeral,
  hostIpNotOnHost,
  listenPortTaken,
  routedHostPortIgnored,
  adminPortPublished,
  adminPortOpen,
  loopbackPublishOpen,
  publishedAcrossNetworks,
  proxyOff,
  clusterPortRemapped,

  // Names and who talks to whom.
  aliasOnDefaultBridge,
  nameAmbiguous,
  nameShared,
  nameShadowed,
  nameReserved,
  extraHostShadowsName,
  peerNameUnknown,
  peerPortIsHostPort,
  localhostPeer,
  iccOffBetweenPeers,
  lanPeerUnreachable,
  nameRefusedInUrl,
  addressLiteral,
  dnsOrderLost,
  dnsBehindInternal,

  // Settings of the engine.
  bipUnusable,
  bridgeAndBip,
  daemonIpNotApplied,
  defaultGatewayUnusable,
  fixedCidrOutsideBip,
  iccOffWithoutIptables,

  // Names of things, and their order.
  networkNameTaken,
  containerNameTaken,
  volumeNameTaken,
  hostNamedTwice,
  dependencyCycle,
  healthcheckMissing,
  healthcheckOff,
  engineVersionUnknown,
  valueMalformed,

  // What else the engine or the provider refuses or drops.
  volumeOnOtherHost,
  mountTargetTaken,
  mountOptionUnsupported,
  filesOnReadOnly,
  fileLost,
  fileWrittenToHost,
  startIntervalUnsupported,
  sysctlNotNamespaced,
  memorySwapTooSmall,
  memoryLimitMissing,
  memoryReservationTooLarge,
  cpuLimitsConflict,

  // Known images.
  imageVariableMisspelt,
  imageVariableMissing,
  imagePortNotServed,
  secretInPlainTextEnv,

  // What the author means.
  intentUnreached,
  intentReached,
  intentExposed,
  intentUndecided,
];
