import { Op, Token } from 'cdktf';
import { ConfigError } from '../../errors';
import { expectText, show } from '../../expect';
import { MEBIBYTE, parseMebibytes } from '../../notation/size';
import type { Resources } from '../../topology/container';
import { integer, type Check } from '../props';
import { isToken } from '../token';
import { checkKnown, type Draft, type Setters } from './draft';

/** Docker's own scheduler period, in microseconds. */
const CPU_PERIOD_US = 100_000;

/** Least memory that the engine gives a container, in mebibytes. */
const LEAST_MEMORY = 6;

/** How much of the machine the container may use. */
export const RESOURCE_SETTERS: Setters<
  | 'memory'
  | 'memorySwap'
  | 'memoryReservation'
  | 'shmSize'
  | 'cpus'
  | 'cpuShares'
  | 'cpuPeriod'
  | 'cpuQuota'
  | 'cpusetCpus'
> = {
  memory: (value, draft) => {
    draft.config.memory = mebibytes(value, draft, 'memory', LEAST_MEMORY);
    setResource(draft, 'memoryBytes', bytes(draft.config.memory));
  },
  memorySwap: (value, draft) => {
    draft.config.memorySwap =
      value === -1 ? -1 : mebibytes(value, draft, 'memorySwap', LEAST_MEMORY);
    setResource(draft, 'memorySwapBytes', value === -1 ? -1 : bytes(draft.config.memorySwap));
  },
  memoryReservation: (value, draft) => {
    draft.stack.requireProvider([4, 0, 0], 'memoryReservation', draft.at);
    const reservation = mebibytes(value, draft, 'memoryReservation', LEAST_MEMORY);
    draft.extra['memory_reservation'] = reservation;
    setResource(draft, 'memoryReservationBytes', bytes(reservation));
  },
  shmSize: (value, draft) => {
    draft.config.shmSize = mebibytes(value, draft, 'shmSize', 1);
    setResource(draft, 'shmSizeBytes', bytes(draft.config.shmSize));
  },
  // The provider's own attribute crashes 3.6.2, and is replaced at every plan unless spelt its way.
  cpus: (value, draft) => {
    checkCpus(value, draft.at);
    draft.config.cpuPeriod = CPU_PERIOD_US;
    draft.config.cpuQuota = Math.round(value * CPU_PERIOD_US);
    setResource(draft, 'cpus', value);
  },
  cpuShares: (value, draft) => {
    checkKnown(integer({ min: 2, max: 262144 }), value, draft, 'cpuShares');
    draft.config.cpuShares = value;
    setResource(draft, 'cpuShares', value);
  },
  cpuPeriod: (value, draft) => {
    checkKnown(integer({ min: 1000, max: 1000000 }), value, draft, 'cpuPeriod');
    draft.config.cpuPeriod = value;
    setResource(draft, 'cpuPeriod', value);
  },
  cpuQuota: (value, draft) => {
    checkKnown(integer({ min: 1000 }), value, draft, 'cpuQuota');
    draft.config.cpuQuota = value;
    setResource(draft, 'cpuQuota', value);
  },
  cpusetCpus: (value, draft) => {
    checkKnown(cpuList, value, draft, 'cpusetCpus');
    draft.config.cpuSet = value;
    setResource(draft, 'cpusetCpus', value);
  },
};

/**
 * Writes the swap limit that Docker would set itself, twice the memory: the provider plans a change
 * for ever without it. After all properties are read.
 */
export function completeMemorySwap(draft: Draft): void {
  const { memory, memorySwap } = draft.config;
  if (memory === undefined || memorySwap !== undefined) return;
  draft.config.memorySwap = isToken(memory) ? Token.asNumber(Op.mul(memory, 2)) : memory * 2;
  setResource(draft, 'memorySwapBytes', bytes(draft.config.memorySwap));
}

function setResource<K extends keyof Resources>(draft: Draft, key: K, value: Resources[K]): void {
  draft.model.resources = { ...draft.model.resources, [key]: value };
}

function mebibytes(value: number | string, draft: Draft, what: string, min: number): number {
  if (isToken(value)) return value as number;
  return parseMebibytes(value, draft.at, { what, min });
}

function bytes(value: number): number {
  return isToken(value) ? value : value * MEBIBYTE;
}

/** The engine's least is 0.01; the provider keeps microseconds in each period of 100 ms. */
function checkCpus(value: unknown, at: string): void {
  const quota = typeof value === 'number' ? value * CPU_PERIOD_US : NaN;
  if (quota >= 1000 && Math.abs(quota - Math.round(quota)) < 1e-6) return;
  throw new ConfigError('CPUS_MALFORMED', {
    at,
    problem: `cpus is ${show(value)}`,
    fix: 'write a number of at least 0.01 with at most five decimals, such as 1.5',
  });
}

const cpuList: Check = (value, at, what) => {
  expectText(value, at, what);
  const ranges = value.split(',').map((range) => /^(\d+)(?:-(\d+))?$/.exec(range));
  if (ranges.every((range) => range !== null && Number(range[1]) <= Number(range[2] ?? range[1])))
    return;
  throw new ConfigError('CPUS_MALFORMED', {
    at,
    problem: `${what} is '${value}'`,
    fix: "write numbers and ranges such as '0-2,5'",
  });
};
