import { compareVersions, parseVersion, type Version } from '../notation/version';
import { readable } from './attempt';
import { perModel, type Model } from './model';

/** Versions of the engines of the hosts; a host whose version is not known, or malformed, is left out. */
const versionsOf = perModel((model: Model): ReadonlyMap<string, Version> => {
  const versions = new Map<string, Version>();
  for (const { id, engineVersion } of model.topology.hosts) {
    const version =
      engineVersion === undefined ? undefined : readable(() => parseVersion(engineVersion, id));
    if (version !== undefined) versions.set(id, version);
  }
  return versions;
});

/** Version of the host's engine; absent: not known. */
export function engineVersion(model: Model, host: string): Version | undefined {
  return versionsOf(model).get(host);
}

/** Whether the engine is known to be older than the version. */
export function isEngineBefore(model: Model, host: string, version: Version): boolean {
  const known = engineVersion(model, host);
  return known !== undefined && compareVersions(known, version) < 0;
}

/** Whether the engine is older than the version, or may be: its version is not known. */
export function mayBeBefore(model: Model, host: string, version: Version): boolean {
  const known = engineVersion(model, host);
  return known === undefined || compareVersions(known, version) < 0;
}

/** For messages: `engine 20.10.24`, or that the version is not known. */
export function describeEngine(model: Model, host: string): string {
  const version = model.hosts.get(host)?.engineVersion;
  return version === undefined || engineVersion(model, host) === undefined
    ? `the engine of host ${host} has an unknown version`
    : `host ${host} has engine ${version}`;
}
