import type { Topology } from '../../topology/topology';
import { engineVersion } from '../engine';
import { listenersOf } from '../exposure/listeners';
import { createModel, perModel, type Model } from '../model';
import type { Answer } from './answer';
import { answersIn } from './answers';
import { compareAnswers } from './best';
import { agreed, type Told } from './by-version';
import { linesOf } from './engine-rules';
import { ReachIndex } from './index-of';
import { isLoopbackAddress } from './listening-on';
import type { Place } from './place';
import type { AnsweredPort, Question } from './question';
import { waysIn } from './ways';
import { worldsOf } from './worlds';

export type { AnsweredPort } from './question';

/** A topology that can be asked who reaches whom. */
export interface Reach {
  /** The topology with its indexes. */
  readonly model: Model;

  /** What becomes of one connection: one answer for each address that the destination leads to, never none. */
  ask(question: Question): readonly Answer[];

  /**
   * Every way from one place to another: by each name, address, gateway, host address and loopback; the best
   * first. Without a port: on every port that `to` is known to answer on, and by ping where there is none.
   */
  ways(from: Place, to: Place, port?: AnsweredPort): readonly Answer[];

  /** Ports that the place is known to answer on, by rising number. */
  portsOf(place: Place): readonly AnsweredPort[];
}

/** A topology that can be asked who reaches whom; it is indexed here, so that each question is answered at once. */
export function createReach(topology: Topology): Reach {
  return reachOf(createModel(topology));
}

/** The same for a model that there is already; worked out once. */
export const reachOf = perModel((model: Model): Reach => new IndexedReach(model));

class IndexedReach implements Reach {
  private readonly indexes: readonly { readonly line: Told['line']; readonly index: ReachIndex }[];
  private readonly openHosts: readonly string[];

  constructor(readonly model: Model) {
    this.indexes = worldsOf(model).map((world) => ({
      line: world.line,
      index: new ReachIndex(world),
    }));
    this.openHosts = model.topology.hosts
      .map(({ id }) => id)
      .filter((id) => linesOf(engineVersion(model, id)).length > 1);
  }

  ask(question: Question): readonly Answer[] {
    return this.told((index) => answersIn(index, question));
  }

  ways(from: Place, to: Place, port?: AnsweredPort): readonly Answer[] {
    const known = port === undefined ? this.portsOf(to) : [port];
    const asked = known.length === 0 ? [undefined] : known;
    const answers = asked.flatMap((one) => this.told((index) => waysIn(index, from, to, one)));
    return answers.sort(compareAnswers);
  }

  portsOf(place: Place): readonly AnsweredPort[] {
    if (place.kind === 'container') return this.portsOfContainer(place.id);
    const services = place.kind === 'host' ? this.model.hosts.get(place.id)?.services : undefined;
    return sorted(services ?? []);
  }

  private portsOfContainer(id: string): readonly AnsweredPort[] {
    const container = this.model.containers.get(id);
    if (container === undefined) return [];
    const open = listenersOf(this.model, container).filter(
      ({ address }) => address === undefined || !isLoopbackAddress(address),
    );
    return sorted(open);
  }

  private told(tell: (index: ReachIndex) => readonly Answer[]): readonly Answer[] {
    const all = this.indexes.map(({ line, index }) => ({ line, answers: tell(index) }));
    return agreed(all, this.openHosts);
  }
}

function sorted(ports: readonly AnsweredPort[]): readonly AnsweredPort[] {
  const unique = new Map(
    ports.map(({ port, protocol }) => [`${String(port)}/${protocol}`, { port, protocol }]),
  );
  return [...unique.values()].sort(
    (a, b) => a.port - b.port || (a.protocol < b.protocol ? -1 : Number(a.protocol > b.protocol)),
  );
}
