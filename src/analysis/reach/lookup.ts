import type { AddressBook } from './address-book';
import type { Facts } from './facts';
import type { Source } from './source';

/** What a name needs to be looked up. */
export interface Lookup {
  readonly facts: Facts;
  readonly book: AddressBook;
  readonly source: Source;

  /** In lower case, without a closing dot. */
  readonly name: string;
}
