import type { Host } from '../../topology/host';
import { engineVersion } from '../engine';
import type { Model } from '../model';
import { ENGINE_LINES, linesOf, type EngineLine } from './engine-rules';

/** The topology with the version of every engine decided. */
export interface World {
  readonly model: Model;

  /** The line taken for engines that may be of several; absent: every version is known. */
  readonly line?: EngineLine;

  /** The line of each host's engine, by the host's id. */
  readonly lines: ReadonlyMap<string, EngineLine>;
}

/**
 * One world where the versions of all engines are known; else one for each line that those whose
 * version leaves several may be of, the oldest first.
 */
export function worldsOf(model: Model): readonly World[] {
  const candidates = model.topology.hosts.map((host) => ({
    host,
    lines: linesOf(engineVersion(model, host.id)),
  }));
  const open = new Set(candidates.flatMap(({ lines }) => (lines.length > 1 ? lines : [])));
  if (open.size === 0) return [{ model, lines: new Map(candidates.map(decided)) }];
  return ENGINE_LINES.filter((line) => open.has(line)).map((line) => {
    const lines = new Map(candidates.map((one) => [one.host.id, nearest(one, line)]));
    return { model: withVersions(model, lines), line, lines };
  });
}

interface Candidate {
  readonly host: Host;
  readonly lines: readonly EngineLine[];
}

function decided({ host, lines: [line = '29'] }: Candidate): [string, EngineLine] {
  return [host.id, line];
}

function nearest({ lines }: Candidate, wanted: EngineLine): EngineLine {
  if (lines.includes(wanted)) return wanted;
  const [first = wanted] = lines;
  const isOlder = ENGINE_LINES.indexOf(wanted) < ENGINE_LINES.indexOf(first);
  return isOlder ? first : (lines.at(-1) ?? first);
}

/** The same topology and indexes, with a version for each engine that may be of several lines. */
function withVersions(model: Model, lines: ReadonlyMap<string, EngineLine>): Model {
  const hosts = model.topology.hosts.map((host) => {
    const isOpen = linesOf(engineVersion(model, host.id)).length > 1;
    return isOpen ? { ...host, engineVersion: lines.get(host.id) ?? '29' } : host;
  });
  return {
    ...model,
    topology: { ...model.topology, hosts },
    hosts: new Map(hosts.map((host) => [host.id, host])),
  };
}
