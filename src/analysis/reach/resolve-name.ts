import { tryParseAddress, type Family } from '../../ip/address';
import type { Container } from '../../topology/container';
import { defaultBridgeId } from '../../topology/network';
import { namesOf, type NameClaim } from '../names';
import type { Hop, Way } from './answer';
import type { Facts } from './facts';
import type { Lookup } from './lookup';
import { notFound } from './name-not-found';
import { hostOf, resolveAddress } from './resolve-address';
import type { Segment } from './segment';
import type { Source } from './source';
import { endpointIn, fixedAddress, type Endpoint, type Stack } from './stack';
import { FAMILIES, type Target } from './target';

/** Whom a name leads to, for whoever asks: by the hosts file, else by Docker's server, else by the world's. */
export function resolveName(lookup: Lookup): readonly Target[] {
  const { source, name } = lookup;
  if (name === 'localhost') return [loopbackBy(name)];
  const inFile = fromHostsFile(lookup);
  if (inFile.length > 0) return inFile;
  const served = source.kind === 'stack' ? fromServer(lookup, source.stack) : [];
  return served.length > 0 ? served : [notFound(lookup)];
}

function loopbackBy(name: string): Target {
  const found: Hop[] = [{ kind: 'hosts-file', at: name }];
  return { kind: 'self', family: 4, by: { kind: 'loopback', name }, address: '127.0.0.1', found };
}

function fromHostsFile(lookup: Lookup): Target[] {
  const { source, name } = lookup;
  const owner = ownerOf(source);
  if (owner === undefined) return [];
  if (source.kind === 'stack' && isSame(owner.hostname, name)) {
    return source.stack.endpoints.flatMap((own) =>
      targetsAt(own, { kind: 'hostname', name, network: own.segment.network.id }, HOSTS(name)),
    );
  }
  const extra = owner.extraHosts.filter(({ host }) => isSame(host, name));
  if (extra.length > 0) return extra.flatMap(({ address }) => extraHost(lookup, address));
  return source.kind === 'stack' ? fromLinks(lookup, source.stack) : [];
}

function HOSTS(at: string): readonly Hop[] {
  return [{ kind: 'hosts-file', at }];
}

/** The container whose hosts file and name servers are asked. */
export function ownerOf(source: Source): Container | undefined {
  if (source.kind === 'stack') return source.stack.owner;
  return 'owner' in source ? source.owner : undefined;
}

function extraHost({ facts, book, source, name }: Lookup, text: string): Target[] {
  const by: Way = { kind: 'extra-host', name };
  const found = HOSTS(name);
  if (text !== 'host-gateway') {
    const address = tryParseAddress(text);
    return address === undefined ? [] : [resolveAddress(book, source, address, { by, found })];
  }
  const segment = facts.segment(defaultBridgeId(hostOf(source) ?? ''));
  if (segment === undefined) return [];
  const known = book.gatewayOf(segment, 4);
  const address = known === undefined ? {} : { address: known };
  const at = { kind: 'gateway', family: 4, segment, ...address } as const;
  return [{ kind: 'host', machine: segment.machine, at, family: 4, by, ...address, found }];
}

/** Links on the default bridge are lines of the hosts file: the peer's name, host name and aliases. */
function fromLinks({ facts, name }: Lookup, { owner, endpoints }: Stack): Target[] {
  const bridge = endpoints.find(({ segment }) => segment.isDefault)?.segment;
  if (bridge === undefined) return [];
  return linkedAs(facts, owner, name, bridge)
    .filter(({ endpoint }) => !sharesAnother(endpoints, endpoint))
    .flatMap(({ endpoint }) =>
      targetsAt(endpoint, { kind: 'link', name, network: bridge.network.id }, HOSTS(name)),
    );
}

/** Whether they are in a user network together: the names of an emulated link are aliases there. */
function sharesAnother(own: readonly Endpoint[], { stack, segment }: Endpoint): boolean {
  return own.some((one) => one.segment !== segment && endpointIn(stack, one.segment) !== undefined);
}

interface Linked {
  readonly endpoint: Endpoint;
}

function linkedAs(facts: Facts, owner: Container, name: string, segment: Segment): Linked[] {
  return owner.links.flatMap(({ container: id, aliases }) => {
    const peer = facts.model.containers.get(id);
    const names = [peer?.name, peer?.hostname, ...aliases];
    if (peer === undefined || !names.some((one) => isSame(one, name))) return [];
    const stack = facts.stack(peer);
    const endpoint = stack === undefined ? undefined : endpointIn(stack, segment);
    return endpoint === undefined ? [] : [{ endpoint }];
  });
}

/** Of the networks, the first that has an answer counts, for each family by itself. */
function fromServer(lookup: Lookup, { owner, endpoints }: Stack): Target[] {
  const answers: Target[] = [];
  const answered = new Set<Family>();
  for (const { segment } of endpoints) {
    if (segment.isDefault || answered.size === FAMILIES.length) continue;
    const found = fromNetwork(lookup, owner, segment).filter(
      (target) => target.kind !== 'lost' && !answered.has(target.family),
    );
    answers.push(...found);
    for (const target of found) if (target.kind !== 'lost') answered.add(target.family);
  }
  return answers;
}

function fromNetwork({ facts, name }: Lookup, owner: Container, segment: Segment): Target[] {
  const { network } = segment;
  const targets = [name, withoutNetwork(name, network.name)].flatMap((one) =>
    one === undefined ? [] : claimed(facts, segment, one),
  );
  const linked = linkedAs(facts, owner, name, segment).flatMap(({ endpoint }) =>
    targetsAt(endpoint, { kind: 'link', name, network: network.id }, DNS(network.id)),
  );
  return uniqueTargets([...targets, ...linked]);
}

function DNS(network: string): readonly Hop[] {
  return [{ kind: 'dns', at: '127.0.0.11', note: network }];
}

/** `db` of `db.back`, where `back` is the network's name: in capitals it is not found. */
function withoutNetwork(name: string, network: string | undefined): string | undefined {
  const suffix = `.${network ?? ''}`;
  return network !== undefined && name.endsWith(suffix) ? name.slice(0, -suffix.length) : undefined;
}

function claimed(facts: Facts, segment: Segment, name: string): Target[] {
  const names = namesOf(facts.model).get(segment.network.id);
  const owner = names?.owners.get(name);
  const claims = names?.shared.get(name) ?? (owner === undefined ? [] : [owner]);
  return claims.flatMap((claim) => targetsOf(facts, segment, name, claim));
}

function targetsOf(facts: Facts, segment: Segment, name: string, claim: NameClaim): Target[] {
  const stack = facts.stack(claim.container);
  const endpoint = stack === undefined ? undefined : endpointIn(stack, segment);
  if (endpoint === undefined) return [];
  const { id } = segment.network;
  return targetsAt(endpoint, { kind: claim.kind, name, network: id }, DNS(id));
}

/** The addresses of a place in a network: one for each family. */
export function targetsAt(endpoint: Endpoint, by: Way, found: readonly Hop[]): Target[] {
  const { segment, stack } = endpoint;
  return FAMILIES.filter((family) => segment.hasFamily[family]).map((family) => {
    const address = fixedAddress(endpoint, family);
    const known = address === undefined ? {} : { address };
    return { kind: 'endpoint', endpoint, family, id: stack.owner.id, by, ...known, found };
  });
}

/** A container that has the name twice has it once. */
function uniqueTargets(targets: readonly Target[]): Target[] {
  const seen = new Set<string>();
  return targets.filter((target) => {
    if (target.kind !== 'endpoint') return true;
    const key = `${target.id} ${String(target.family)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function isSame(name: string | undefined, wanted: string): boolean {
  return name?.toLowerCase() === wanted;
}
