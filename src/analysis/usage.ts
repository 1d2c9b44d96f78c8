import type { Attachment, Container } from '../topology/container';
import { perModel, type Model } from './model';

/** A container's place in a network with a setting that few have: MAC address, priority, driver options. */
interface SpecialPlace {
  readonly container: Container;
  readonly attachment: Attachment;
}

/**
 * Containers by what they use. Most use little, so a rule about links or files looks at the few that
 * have some, and thousands of containers are looked through once instead of once for each rule.
 */
export interface Usage {
  /** In host, none or container mode. */
  readonly modes: readonly Container[];

  /** In two networks or more. */
  readonly multihomed: readonly Container[];
  readonly specialPlaces: readonly SpecialPlace[];
  readonly publishers: readonly Container[];
  readonly dependants: readonly Container[];
  readonly linking: readonly Container[];
  readonly resolving: readonly Container[];
  readonly extraHosts: readonly Container[];
  readonly mounting: readonly Container[];
  readonly files: readonly Container[];
  readonly healthchecks: readonly Container[];
  readonly sysctls: readonly Container[];
  readonly limited: readonly Container[];
}

type Writable = { -readonly [K in keyof Usage]: Usage[K][number][] };

/** What the containers of a topology use. */
export const usageOf = perModel(({ topology }: Model): Usage => {
  const usage: Writable = {
    modes: [],
    multihomed: [],
    specialPlaces: [],
    publishers: [],
    dependants: [],
    linking: [],
    resolving: [],
    extraHosts: [],
    mounting: [],
    files: [],
    healthchecks: [],
    sysctls: [],
    limited: [],
  };
  for (const container of topology.containers) {
    sortByNetwork(container, usage);
    sortByNames(container, usage);
    sortByRest(container, usage);
  }
  return usage;
});

function sortByNetwork(container: Container, usage: Writable): void {
  const { mode, attachments, publish, publishAll } = container;
  if (mode !== 'networks') usage.modes.push(container);
  if (attachments.length > 1) usage.multihomed.push(container);
  if (publish.length > 0 || publishAll) usage.publishers.push(container);
  for (const attachment of attachments) {
    if (isSpecial(attachment)) usage.specialPlaces.push({ container, attachment });
  }
}

function isSpecial({ macAddress, gatewayPriority, driverOptions }: Attachment): boolean {
  return macAddress !== undefined || gatewayPriority !== undefined || !isEmpty(driverOptions);
}

function sortByNames(container: Container, usage: Writable): void {
  const { dependsOn, modeContainer, links, dns, dnsSearch, extraHosts } = container;
  if (dependsOn.length > 0 || modeContainer !== undefined) usage.dependants.push(container);
  if (links.length > 0) usage.linking.push(container);
  if (dns.length > 0 || dnsSearch.length > 0) usage.resolving.push(container);
  if (extraHosts.length > 0) usage.extraHosts.push(container);
}

function sortByRest(container: Container, usage: Writable): void {
  const { mounts, files, healthcheck, sysctls, resources } = container;
  if (mounts.length > 0) usage.mounting.push(container);
  if (files.length > 0) usage.files.push(container);
  if (healthcheck !== undefined) usage.healthchecks.push(container);
  if (!isEmpty(sysctls)) usage.sysctls.push(container);
  if (!isEmpty(resources)) usage.limited.push(container);
}

function isEmpty(map: object): boolean {
  for (const key in map) return key === '';
  return true;
}
