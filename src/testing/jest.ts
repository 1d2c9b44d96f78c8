import { renderFinding, type FindingLevel } from '../analysis/finding';
import { DockerStack } from '../constructs/docker-stack';
import { findingsOf } from './topology-of';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way jest's types are extended
  namespace jest {
    interface Matchers<R> {
      /**
       * Passes when the checks find nothing in the stack and the other stacks of its app.
       *
       * @param level the least that counts; `'warning'` means errors and warnings
       * @default 'error'
       */
      toHaveNoFindings(level?: FindingLevel): R;
    }
  }
}

/** Adds Portolan's matchers to jest's `expect`; call it once, in a setup file or at the top of a test. */
export function setupJest(): void {
  expect.extend({ toHaveNoFindings });
}

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'note'];

function toHaveNoFindings(
  received: unknown,
  least: FindingLevel = 'error',
): jest.CustomMatcherResult {
  if (!DockerStack.isDockerStack(received)) {
    return { pass: false, message: () => 'expected a DockerStack' };
  }
  const counted = LEVELS.slice(0, LEVELS.indexOf(least) + 1);
  if (counted.length === 0) {
    return { pass: false, message: () => `expected 'error', 'warning' or 'note', not '${least}'` };
  }
  const findings = findingsOf(received).filter(({ level }) => counted.includes(level));
  return {
    pass: findings.length === 0,
    message: () =>
      findings.length === 0
        ? `expected findings in ${received.node.id}, but there are none`
        : `expected no findings in ${received.node.id}, but there are:\n${findings.map((finding) => `  ${renderFinding(finding)}`).join('\n')}`,
  };
}
