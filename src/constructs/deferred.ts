import { Token, type IResolvable } from 'cdktf';

/**
 * A value that is found when the plan is written. Unlike cdktf's `Lazy` it records no stack trace, which
 * takes longer than everything else when there are thousands.
 */
export class Deferred implements IResolvable {
  readonly #find: () => unknown;

  constructor(find: () => unknown) {
    this.#find = find;
  }

  get creationStack(): string[] {
    return [];
  }

  resolve(): unknown {
    return this.#find();
  }

  toString(): string {
    return Token.asString(this);
  }
}
