import type { Protocol } from '../../notation/publish';
import type { Model } from '../model';
import type { Answer } from './answer';
import type { Place } from './place';
import type { Question } from './question';

/** A port that a place answers on. */
export interface AnsweredPort {
  /** 1 to 65535. */
  readonly port: number;
  readonly protocol: Protocol;
}

/** A topology that can be asked who reaches whom. */
export interface Reach {
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
