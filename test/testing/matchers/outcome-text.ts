import type { Outcome } from '../../../src/testing/matchers/outcome';

/** What a matcher found, with the text of its failure. */
export function shown({ pass, message }: Outcome): { pass: boolean | 'unsure'; text: string } {
  return { pass, text: message() };
}
