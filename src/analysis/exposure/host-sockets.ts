import type { Container } from '../../topology/container';
import type { Model } from '../model';
import { socketsAt } from '../sockets';
import type { EngineFacts } from './engine-facts';
import { listenersOf } from './listeners';
import { fromOutside, isLoopback } from './outside';
import {
  everybody,
  fieldsOf,
  NO,
  unknownAs,
  YES,
  type ExposedSocket,
  type Judged,
  type Judgement,
} from './socket';

/** Sockets of the programs of the host itself. */
export function serviceSockets(facts: EngineFacts): ExposedSocket[] {
  const { host } = facts;
  return host.services.flatMap(({ port, protocol, address, name }) =>
    socketsAt(address).map((socket) => ({
      host: host.id,
      kind: 'service',
      ...socket,
      port,
      protocol,
      ...(name === undefined ? {} : { service: name }),
      ...fieldsOf(judge(facts, socket.family, socket.address)),
      bypassesFirewall: 'no',
    })),
  );
}

/** Sockets of a program in a container that has the host's network. */
export function hostModeSockets(
  model: Model,
  facts: EngineFacts,
  container: Container,
): ExposedSocket[] {
  return listenersOf(model, container).flatMap(({ port, protocol, address }) =>
    socketsAt(address).map((socket) => ({
      host: facts.host.id,
      kind: 'host-mode',
      ...socket,
      port,
      protocol,
      container: container.id,
      containerPort: port,
      ...fieldsOf(
        facts.isMeasured
          ? judge(facts, socket.family, socket.address)
          : everybody(unmeasured(facts)),
      ),
      bypassesFirewall: 'no',
    })),
  );
}

function judge(facts: EngineFacts, family: 4 | 6, address: string): Judgement {
  if (isLoopback(address)) return { ...everybody(NO), host: YES };
  return {
    host: YES,
    containers: facts.isMeasured ? YES : unmeasured(facts),
    lan: YES,
    outside: fromOutside(YES, facts.host, family, address),
  };
}

function unmeasured({ host: { kind } }: EngineFacts): Judged {
  return unknownAs(`nothing was measured of ${kind} engines`);
}
