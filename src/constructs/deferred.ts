import { Token, type IResolvable, type IResolveContext } from 'cdktf';

/**
 * A value that is found when the plan is written. Unlike cdktf's `Lazy` it records no stack trace, which
 * takes longer than everything else when there are thousands.
 */
export class Deferred implements IResolvable {
  readonly #find: () => unknown;

  /**
   * A value in the plan.
   *
   * @param find - says what it is; there are no tokens in it
   */
  constructor(find: () => unknown) {
    this.#find = find;
  }

  get creationStack(): string[] {
    return [];
  }

  /** The first pass only looks for references to other stacks, of which there is none here. */
  resolve({ preparing }: IResolveContext): unknown {
    return preparing ? undefined : this.#find();
  }

  toString(): string {
    return Token.asString(this);
  }
}
