import { ConfigError } from '../errors';
import { toTopology } from '../topology/parse';
import { mergeTopologies, type Topology } from '../topology/topology';
import { isObject, own } from './json-value';
import { readJson } from './read-json';
import type { ReadBeside, Source, SourceFile } from './source';
import { LINES_FILE, parseSourceLines } from './source-lines';
import { readWrittenStack, type Companions } from './terraform/companions';
import { readTerraform } from './terraform/read-terraform';

/**
 * Reads a `topology.json`, or what `terraform show -json` writes of a plan or a state.
 *
 * @param idPrefix - put before the Terraform addresses that stand for ids, where there are several sources
 * @throws ConfigError `SOURCE_MALFORMED`, `SOURCE_TOO_LARGE`, `SOURCE_UNKNOWN`, `TOPOLOGY_MALFORMED`,
 *   `TOPOLOGY_VERSION`
 */
export function readSource(file: SourceFile, beside: ReadBeside, idPrefix = ''): Source {
  const document = readJson(file.bytes, file.name);
  const topology = readDocument(document, file.name, () => ({
    ...readCompanions(beside),
    idPrefix,
  }));
  const lines = beside(LINES_FILE);
  return {
    topology,
    files: new Map(entitiesOf(topology).map(({ id }) => [id, file.name])),
    lines:
      lines === undefined
        ? new Map()
        : parseSourceLines(readJson(lines.bytes, lines.name), lines.name),
  };
}

function readDocument(document: unknown, at: string, companions: () => Companions): Topology {
  if (!isObject(document)) throw unknownSource(document, at);
  if (own(document, 'hosts') !== undefined) return toTopology(document, at);
  if (own(document, 'format_version') === undefined) throw unknownSource(document, at);
  return readTerraform(document, companions(), at);
}

/** What synth wrote into the folder of a plan tells construct paths, and what no plan shows. */
function readCompanions(beside: ReadBeside): Companions {
  const [written, declared] = [beside('cdk.tf.json'), beside('topology.json')];
  return {
    ...(written === undefined
      ? {}
      : { written: readWrittenStack(readJson(written.bytes, written.name), written.name) }),
    ...(declared === undefined
      ? {}
      : { declared: toTopology(readJson(declared.bytes, declared.name), declared.name) }),
  };
}

/**
 * Several sources as one.
 *
 * @throws ConfigError `SOURCE_MALFORMED` when two files declare different things under one id
 */
export function mergeSources(sources: readonly Source[]): Source {
  const files = new Map<string, string>();
  for (const source of sources) {
    for (const { id, external } of entitiesOf(source.topology)) {
      const [at, other] = [source.files.get(id) ?? '', files.get(id)];
      if (other === undefined) files.set(id, at);
      else if (!external) throw declaredTwice(id, at, other);
    }
  }
  return {
    topology: mergeTopologies(sources.map(({ topology }) => topology)),
    files,
    lines: new Map(sources.flatMap(({ lines }) => [...lines])),
  };
}

function entitiesOf(topology: Topology): readonly { id: string; external: boolean }[] {
  return [...topology.networks, ...topology.volumes, ...topology.containers];
}

function declaredTwice(id: string, at: string, other: string): ConfigError {
  return new ConfigError('SOURCE_MALFORMED', {
    at,
    problem: `'${id}' is declared here and in ${other}`,
    fix: 'check sources that can be deployed together',
  });
}

function unknownSource(document: unknown, at: string): ConfigError {
  return new ConfigError('SOURCE_UNKNOWN', {
    at,
    problem: 'the file is no topology, and no plan or state that terraform show -json wrote',
    fix: adviceOn(document),
  });
}

function adviceOn(document: unknown): string {
  if (own(document, 'lineage') !== undefined) {
    return 'it is a state file: write terraform show -json > state.json where it lies, and name that';
  }
  if (own(document, 'terraform') !== undefined || own(document, 'resource') !== undefined) {
    return 'it is a configuration: name the topology.json beside it, or a plan made of it';
  }
  return 'name a topology.json, a cdktf.out folder, or a plan written by terraform show -json';
}
