import type { Verdict } from './answer';
import type { ReasonCode } from './reasons';

/** What the texts of a reason are made of; each uses some. */
export interface ReasonFacts {
  /** Component at fault: id of a network, container or host, or a name. */
  readonly at: string;

  /** Who asks, as messages show it. */
  readonly from?: string;

  /** Who is asked. */
  readonly to?: string;

  /** A network or address that has to do with it. */
  readonly via?: string;

  /** Port and protocol: `5432/tcp`. */
  readonly port?: string;

  /** What more there is to say. */
  readonly detail?: string;

  /** What opens it, where that is not always the same. */
  readonly way?: string;
}

/** The facts with what is left out filled in. */
type FilledFacts = Required<Omit<ReasonFacts, 'way'>> & Pick<ReasonFacts, 'way'>;

/** Problem and remedy of a code. */
interface ReasonText {
  readonly problem: string;
  readonly fix: string;
}

/** What a code stands for. */
export interface ReasonKind {
  readonly verdict: Verdict;
  readonly text: (facts: FilledFacts) => ReasonText;
}

/** Some codes with what they stand for. */
export type ReasonTable<C extends ReasonCode> = Readonly<Record<C, ReasonKind>>;
