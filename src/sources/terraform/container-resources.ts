import type { Resources } from '../../topology/container';
import type { Attributes } from './attributes';
import { HIDDEN, type Masked } from './masked';

const MEBIBYTE = 1024 * 1024;

/** Docker's own scheduler period, in microseconds. */
const CPU_PERIOD_US = 100_000;

/**
 * What the process may use.
 *
 * @throws ConfigError `SOURCE_MALFORMED`
 */
export function readResources(attributes: Attributes): Masked<Resources> {
  const period = attributes.integer('cpu_period');
  const quota = attributes.integer('cpu_quota');
  const isShare = period === CPU_PERIOD_US && typeof quota === 'number' && quota > 0;
  return {
    memoryBytes: bytes(attributes, 'memory'),
    memorySwapBytes: bytes(attributes, 'memory_swap'),
    memoryReservationBytes: bytes(attributes, 'memory_reservation'),
    shmSizeBytes: bytes(attributes, 'shm_size'),
    cpus: isShare ? quota / CPU_PERIOD_US : cpusOf(attributes.text('cpus')),
    cpuShares: unlessZero(attributes.integer('cpu_shares')),
    cpuPeriod: isShare ? undefined : unlessZero(period),
    cpuQuota: isShare ? undefined : unlessZero(quota),
    cpusetCpus: attributes.text('cpu_set'),
  };
}

/** The provider counts in mebibytes; -1 stands for no limit. */
function bytes(attributes: Attributes, name: string): Masked<number> | undefined {
  const value = unlessZero(attributes.integer(name));
  return typeof value === 'number' && value > 0 ? value * MEBIBYTE : value;
}

function unlessZero(value: Masked<number> | undefined): Masked<number> | undefined {
  return value === 0 ? undefined : value;
}

function cpusOf(text: Masked<string> | undefined): Masked<number> | undefined {
  if (text === undefined || text === HIDDEN) return text;
  const cpus = Number(text);
  return Number.isFinite(cpus) && cpus > 0 ? cpus : undefined;
}
