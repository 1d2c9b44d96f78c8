import type { Way } from '../reach/answer';
import type { AnsweredPort } from '../reach/question';

/**
 * How far one container gets to another one.
 *
 * - `all`: to every port that it answers on
 * - `published`: only to ports that it publishes, or opens to a link
 * - `unknown`: nothing was measured, or the topology does not say enough
 * - `none`: not at all
 */
export type Extent = 'none' | 'unknown' | 'published' | 'all';

/** Every extent, the shortest first. */
export const EXTENTS: readonly Extent[] = ['none', 'unknown', 'published', 'all'];

/** Containers that get further, or less far, to other ones than before. */
export interface ReachChange {
  /** How far they got. */
  readonly before: Extent;

  /** How far they get. */
  readonly after: Extent;

  /** Ids of those who connect, sorted. */
  readonly from: readonly string[];

  /** Ids of those who answer, sorted; those who are in both lists mean each other, not themselves. */
  readonly to: readonly string[];

  /** Ports that the first of `to` answers on. */
  readonly ports: readonly AnsweredPort[];

  /** How the first of `from` reaches the first of `to`, now or before; absent: in neither. */
  readonly by?: Way;
}

/** Containers that get out, or do so no longer. */
export interface OutsideChange {
  /** Whether they got out. */
  readonly before: 'yes' | 'no' | 'unknown';

  /** Whether they get out. */
  readonly after: 'yes' | 'no' | 'unknown';

  /** Ids of the containers, sorted. */
  readonly from: readonly string[];
}
