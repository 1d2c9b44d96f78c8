import type { Protocol } from '../../notation/publish';

/** Whether connections are answered; `unknown`: nothing was measured, or the topology does not say enough. */
export type Openness = 'yes' | 'no' | 'unknown';

/**
 * From where somebody may connect.
 *
 * - `host`: programs of the machine itself
 * - `containers`: containers in other networks of the same engine
 * - `lan`: neighbours of the machine, also those that made themselves a route to its containers
 * - `outside`: machines behind routers
 */
export type Audience = 'host' | 'containers' | 'lan' | 'outside';

/** Every audience, the nearest first. */
export const AUDIENCES: readonly Audience[] = ['host', 'containers', 'lan', 'outside'];

/**
 * What makes it open.
 *
 * - `published`: a container publishes the port on the host
 * - `service`: a program of the host
 * - `host-mode`: a program in a container that has the host's network
 * - `lan-address`: a container with an address of its own on the LAN (macvlan, ipvlan)
 * - `container-address`: a container's address in a bridge network, which the engine leaves open
 */
export type SocketKind =
  'published' | 'service' | 'host-mode' | 'lan-address' | 'container-address';

/** An open port, and who reaches it. */
export interface ExposedSocket {
  /** Id of the host. */
  readonly host: string;

  /** What makes it open. */
  readonly kind: SocketKind;

  /** `0.0.0.0` and `::` are every address of the host; absent: not known before it runs. */
  readonly address?: string;

  /** Address family. */
  readonly family: 4 | 6;

  /** Id of the network that the address is in, where it is a container's own. */
  readonly network?: string;

  /** `ephemeral`: the engine picks one at each start; `every`: whatever the container answers on. */
  readonly port: number | 'ephemeral' | 'every';

  /** Transport protocol; absent with port `every`. */
  readonly protocol?: Protocol;

  /** Id of the container that answers; absent: a program of the host. */
  readonly container?: string;

  /** Port inside the container. */
  readonly containerPort?: number;

  /** Name of the host's program. */
  readonly service?: string;

  /** Who reaches it. */
  readonly reachableFrom: Readonly<Record<Audience, Openness>>;

  /** Why, where it is not what the address says. */
  readonly reasons: Readonly<Partial<Record<Audience, string>>>;

  /** Whether it passes the host's own firewall (ufw, firewalld): DNAT comes before its INPUT rules. */
  readonly bypassesFirewall: Openness;
}

/** An answer and, where it is not what the address says, why. */
export interface Judged {
  readonly answer: Openness;
  readonly reason?: string;
}

/** An answer for each audience. */
export type Judgement = Readonly<Record<Audience, Judged>>;

export const YES: Judged = { answer: 'yes' };
export const NO: Judged = { answer: 'no' };

/** An answer that nobody can give, and why. */
export function unknownAs(reason: string): Judged {
  return { answer: 'unknown', reason };
}

/** The same answer for everybody. */
export function everybody(judged: Judged): Judgement {
  return { host: judged, containers: judged, lan: judged, outside: judged };
}

/** The two fields that a judgement becomes. */
export function fieldsOf(judgement: Judgement): Pick<ExposedSocket, 'reachableFrom' | 'reasons'> {
  const reasons: Partial<Record<Audience, string>> = {};
  for (const audience of AUDIENCES) {
    const { reason } = judgement[audience];
    if (reason !== undefined) reasons[audience] = reason;
  }
  const { host, containers, lan, outside } = judgement;
  return {
    reachableFrom: {
      host: host.answer,
      containers: containers.answer,
      lan: lan.answer,
      outside: outside.answer,
    },
    reasons,
  };
}
