import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, blockOf } from './cases';
import type { Measure } from './measure';
import { synthesize } from './measure-synth';
import { inTurn, medianRatio, type Pair } from './statistics';
import { inNewFolder, ProgramFailed, usageOf } from './usage';

const CONTAINERS = 5_000;
const NETWORKS = 50;

/** Portolan against `docker compose config -q` of the same services, where Compose is installed. */
export function measureCompose(rounds: number): Measure[] {
  const version = spawnSync('docker', ['compose', 'version', '--short'], { encoding: 'utf8' });
  if (version.status !== 0) {
    const skipped = 'Docker Compose is not installed';
    return [
      { name: 'synthRatioToCompose', skipped },
      { name: 'reachRatioToCompose', skipped },
    ];
  }
  const compose = `docker compose ${version.stdout.trim()} config -q`;
  return inNewFolder((folder) => {
    const file = join(folder, 'compose.json');
    writeFileSync(file, JSON.stringify(composeFile()));
    const against = (program: () => number): Pair<number>[] =>
      inTurn(rounds, program, () => composeCpuMs(file));
    const synth = against(() => synthesize('portolan', CONTAINERS, 'full').cpuMs);
    const reach = against(() => usageOf('reach', [CONTAINERS, NETWORKS, 'few', 1, 1]).cpuMs);
    return [
      {
        name: 'synthRatioToCompose',
        value: medianRatio(synth, (cpuMs) => cpuMs),
        text: `5,000 containers, full: CPU time, of ${compose}`,
        samples: synth.map((pair) => pair.map(Math.round)),
      },
      {
        name: 'reachRatioToCompose',
        value: medianRatio(reach, (cpuMs) => cpuMs),
        text: `who reaches whom among 5,000 containers: CPU time of the process, of ${compose}`,
        samples: reach.map((pair) => pair.map(Math.round)),
      },
    ];
  });
}

/** The services of the case in full detail. */
function composeFile(): object {
  const networks = Array.from({ length: NETWORKS }, (_, index) => {
    const { cidr, gateway } = blockOf(index);
    return [`net${String(index)}`, { ipam: { config: [{ subnet: cidr, gateway }] } }] as const;
  });
  const services = Array.from({ length: CONTAINERS }, (_, index) => [
    `c${String(index)}`,
    {
      image: 'nginx:1.27',
      networks: {
        [`net${String(index % NETWORKS)}`]: { ipv4_address: addressOf(index, NETWORKS) },
      },
      environment: { LOG_LEVEL: 'info', PORT: 80 },
      restart: 'always',
      ports: [`${String(10000 + index)}:80`],
    },
  ]);
  return {
    name: 'bench',
    networks: Object.fromEntries(networks),
    services: Object.fromEntries(services),
  };
}

/** The shell tells the CPU time of what it ran: of the CLI and of its plugin. */
function composeCpuMs(file: string): number {
  const ended = spawnSync('sh', ['-c', 'docker compose -f "$1" config -q && times', 'sh', file], {
    encoding: 'utf8',
  });
  if (ended.status !== 0) throw new ProgramFailed('docker compose config', ended);
  return childCpuMs(ended.stdout);
}

/** Reads the second line of the shell's `times`: user and system time of its children. */
export function childCpuMs(times: string): number {
  const line = times.trim().split('\n').at(1) ?? '';
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new RangeError(`not the output of times: '${times}'`);
  return parts.reduce(
    (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1_000,
    0,
  );
}
