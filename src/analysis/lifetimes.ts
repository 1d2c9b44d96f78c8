import type { Container } from '../topology/container';

/** Whether one of the two has ended before the other starts, so that they may use the same thing. */
export function areNeverTogether(a: Container, b: Container): boolean {
  return startsAfterEndOf(a, b) || startsAfterEndOf(b, a);
}

function startsAfterEndOf(container: Container, other: Container): boolean {
  if (!other.oneShot) return false;
  return container.dependsOn.some(
    ({ container: id, condition }) => id === other.id && condition === 'completed',
  );
}
