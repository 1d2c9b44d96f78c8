import type { Container } from '../../topology/container';
import { withoutEmpty, type Block } from './block';

/** What the process may use, by Compose's keys. */
export function limitsOf({ resources, ulimits }: Container): Block {
  return {
    mem_limit: bytes(resources.memoryBytes),
    memswap_limit: resources.memorySwapBytes === -1 ? -1 : bytes(resources.memorySwapBytes),
    mem_reservation: bytes(resources.memoryReservationBytes),
    shm_size: bytes(resources.shmSizeBytes),
    cpus: resources.cpus,
    cpu_shares: resources.cpuShares,
    cpu_period: resources.cpuPeriod,
    cpu_quota: resources.cpuQuota,
    cpuset: resources.cpusetCpus,
    ulimits: Object.fromEntries(ulimits.map(({ name, soft, hard }) => [name, { soft, hard }])),
  };
}

function bytes(count: number | undefined): string | undefined {
  return count === undefined ? undefined : `${String(count)}b`;
}

/** The healthcheck; `NONE` switches the image's own off. */
export function healthcheckOf({ healthcheck }: Container): Block {
  if (healthcheck === undefined) return {};
  if (healthcheck.test[0] === 'NONE') return { disable: true };
  return withoutEmpty({
    test: healthcheck.test.map((word) => word.replaceAll('$', '$$$$')),
    interval: healthcheck.interval,
    timeout: healthcheck.timeout,
    start_period: healthcheck.startPeriod,
    start_interval: healthcheck.startInterval,
    retries: healthcheck.retries,
  });
}
