export { findingsOf, topologyOf } from './topology-of';
