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
} from './topology/container';
export { diffTopologies, type TopologyChange } from './topology/diff';
export type {
  AddressPool,
  DaemonSettings,
  EngineKind,
  ForwardRule,
  Host,
  HostInterface,
  HostRoute,
  HostService,
} from './topology/host';
export type {
  Intent,
  IntentEnd,
  NotExposedIntent,
  OnlyReachedByIntent,
  ReachIntent,
} from './topology/intent';
export { renderTopologyJson } from './topology/json';
export { defaultBridgeId, isDefaultBridge, type Network, type Subnet } from './topology/network';
export { parseTopology } from './topology/parse';
export {
  EMPTY_TOPOLOGY,
  mergeTopologies,
  TOPOLOGY_VERSION,
  type AddressPlan,
  type Acceptance,
  type Topology,
} from './topology/topology';
export type { Volume } from './topology/volume';
export { checkTopology, findFindings, type Checked } from './analysis/check';
export {
  renderFinding,
  type AcceptedFinding,
  type Finding,
  type FindingLevel,
} from './analysis/finding';
export type { Audiences, ExposureChange } from './analysis/reach-diff/exposure-changes';
export type { NameChange } from './analysis/reach-diff/name-changes';
export type { Extent, OutsideChange, ReachChange } from './analysis/reach-diff/reach-change';
export {
  diffReach,
  isSameReach,
  type EntityChange,
  type ReachDiff,
} from './analysis/reach-diff/reach-diff';
export type { Answer, Hop, Reason, Verdict, Way, WayKind } from './analysis/reach/answer';
export { bestOf } from './analysis/reach/best';
export type { Place } from './analysis/reach/place';
export type { AnsweredPort, Destination, Question } from './analysis/reach/question';
export { createReach, type Reach } from './analysis/reach/reach';
export { REASON_CODES, type ReasonCode } from './analysis/reach/reasons';
export {
  relationOf,
  type ClassTargets,
  type PairCounts,
  type ReachClass,
  type Relation,
} from './analysis/reach/relation/relation';
export type { Member, Model, ReadSubnet } from './analysis/model';
export { exposureOf, type Exposure } from './analysis/exposure/exposure';
export type { Audience, ExposedSocket, Openness, SocketKind } from './analysis/exposure/socket';
export type { Family, IpAddress } from './ip/address';
export type { Cidr } from './ip/cidr';
export type { Device } from './notation/device';
export type { ExtraHost } from './notation/extra-host';
export type { ExposedPort, Protocol, PublishedPort } from './notation/publish';
export type { RestartPolicy } from './notation/restart';
export type { Ulimit } from './notation/ulimit';
export type { Propagation } from './notation/volume-spec';
