export { parseDaemonJson, type ParseDaemonOptions } from './daemon/parse';
export { renderDaemonJson } from './daemon/render';
export type { DaemonConfig, DaemonUlimits, LogLevel } from './daemon/settings';
export { toHostDaemon } from './daemon/to-host';
