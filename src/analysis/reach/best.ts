import { compareText } from '../text';
import type { Answer, Verdict, WayKind } from './answer';

/** Verdicts, the best first; among those that do not reach, the one that came furthest. */
const VERDICTS: readonly Verdict[] = [
  'reaches',
  'unknown',
  'refused',
  'blocked',
  'no-route',
  'unresolved',
];

const KINDS: readonly WayKind[] = [
  'name',
  'alias',
  'hostname',
  'link',
  'extra-host',
  'container-address',
  'gateway',
  'host-address',
  'loopback',
  'outside',
];

/** Orders answers, the best first: by verdict, then by how a person would ask. */
export function compareAnswers(a: Answer, b: Answer): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    KINDS.indexOf(a.by.kind) - KINDS.indexOf(b.by.kind) ||
    compareTexts(textsOf(a), textsOf(b)) ||
    (a.family ?? 0) - (b.family ?? 0) ||
    (a.port ?? 0) - (b.port ?? 0)
  );
}

function textsOf({ by, address = '', protocol }: Answer): readonly string[] {
  return [by.network ?? '', by.name ?? '', address, protocol];
}

function compareTexts(a: readonly string[], b: readonly string[]): number {
  const index = a.findIndex((text, at) => text !== b[at]);
  return index < 0 ? 0 : compareText(a[index] ?? '', b[index] ?? '');
}

/** The best of several answers; nothing where there are none. */
export function bestOf(answers: readonly Answer[]): Answer | undefined {
  return answers.reduce<Answer | undefined>(
    (best, one) => (best === undefined || compareAnswers(one, best) < 0 ? one : best),
    undefined,
  );
}
