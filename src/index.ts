export { AddressPlan, type AddressPlanProps } from './constructs/address-plan';
export {
  BridgeNetwork,
  type BridgeNetworkProps,
  type GatewayMode,
} from './constructs/bridge-network';
export { Container, type DependencyCondition } from './constructs/container/container';
export type {
  AttachmentOptions,
  AttachmentProps,
  ContainerProps,
  EnvValue,
  PortMapping,
  WaitHealthyProps,
} from './constructs/container/container-props';
export type { ContainerPort } from './constructs/container/container-port';
export type { IContainer } from './constructs/container/container-reference';
export type { ContainerResource } from './constructs/container/container-resource';
export type { FileProps } from './constructs/container/files';
export { Healthcheck, type HealthcheckOptions } from './constructs/container/healthcheck';
export type { DeclaredNetwork, NetworkProps } from './constructs/declared-network';
export type { NetworkResource } from './constructs/network-resource';
export {
  DockerHost,
  type LocalHostProps,
  type SshHostProps,
  type TcpHostProps,
} from './constructs/docker-host';
export type { DockerHostProps } from './constructs/docker-host-props';
export type { DockerTlsProps } from './constructs/docker-tls';
export {
  DockerStack,
  type DockerStackProps,
  type RegistryAuthProps,
} from './constructs/docker-stack';
export { Image, type IImage, type ImageProps } from './constructs/image';
export type {
  BuildRegistryAuthProps,
  BuildSecretProps,
  ImageBuildProps,
} from './constructs/image-build';
export type { Intents, ReachableEnd, ReachingEnd } from './constructs/intents';
export { IpvlanNetwork, type IpvlanNetworkProps } from './constructs/ipvlan-network';
export type { Machines } from './constructs/machines';
export { MacvlanNetwork, type MacvlanNetworkProps } from './constructs/macvlan-network';
export {
  Mount,
  type BindMountOptions,
  type MountableVolume,
  type TmpfsMountOptions,
  type VolumeMountOptions,
} from './constructs/mount';
export { Network, type ExistingNetworkProps } from './constructs/network';
export { DefaultBridge, NetworkMode } from './constructs/network-mode';
export { OneShot, type OneShotProps } from './constructs/one-shot';
export { OverlayNetwork, type OverlayNetworkProps } from './constructs/overlay-network';
export type { PlannedSubnet, PlannedSubnetProps } from './constructs/planned-subnet';
export { Secret, type GeneratedSecretProps } from './constructs/secret';
export type { SubnetProps } from './constructs/subnets';
export type { UlimitProps } from './constructs/ulimits';
export { Volume, type IVolume, type VolumeProps } from './constructs/volume';
export { FindingsError } from './constructs/findings-error';
export type { Flag } from './constructs/token';
export type { Finding, FindingLevel } from './analysis/finding';
export type { SourceLine } from './sources/source-lines';
export type { Family } from './ip/address';
export { ConfigError, type ConfigErrorCode, type ConfigErrorDetails } from './errors';
export type { Device } from './notation/device';
export type { ExposedPort, Protocol } from './notation/publish';
export type { Propagation } from './notation/volume-spec';
export type { Listener } from './topology/container';
export type { IntentEnd } from './topology/intent';
export type {
  AddressPool,
  DaemonSettings,
  EngineKind,
  Host,
  HostInterface,
  ForwardRule,
  HostRoute,
  HostService,
} from './topology/host';
export type { Subnet } from './topology/network';
