export type {
  Attachment,
  Container,
  ContainerMount,
  Dependency,
  HealthcheckSettings,
  Link,
  Listener,
  Resources,
  UploadedFile,
} from './container';
export { diffTopologies, type TopologyChange } from './diff';
export type {
  AddressPool,
  DaemonSettings,
  EngineKind,
  Host,
  HostInterface,
  HostRoute,
  HostService,
} from './host';
export { renderTopologyJson } from './json';
export { defaultBridgeId, isDefaultBridge, type Network, type Subnet } from './network';
export { parseTopology } from './parse';
export { EMPTY_TOPOLOGY, mergeTopologies, TOPOLOGY_VERSION, type Topology } from './topology';
export type { Volume } from './volume';
