import type { Topology } from '../topology/topology';
import type { SourceLine } from './source-lines';

/** A topology and where it was read. */
export interface Source {
  readonly topology: Topology;

  /** Names of the files that networks, volumes and containers were read in, by their ids. */
  readonly files: ReadonlyMap<string, string>;

  /** Lines of the program that declares them, by the same ids, where they are known. */
  readonly lines: ReadonlyMap<string, SourceLine>;
}

/** A file as it was read. */
export interface SourceFile {
  /** As messages show it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Reads another file in the folder of a source; nothing when there is none. */
export type ReadBeside = (name: string) => SourceFile | undefined;
