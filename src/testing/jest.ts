import { renderFinding } from '../analysis/finding';
import { DockerStack } from '../constructs/docker-stack';
import { findingsOf } from './topology-of';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way jest's types are extended
  namespace jest {
    interface Matchers<R> {
      /** Passes when the checks find no error in the stack and the other stacks of its app. */
      toHaveNoFindings(): R;
    }
  }
}

/** Adds Portolan's matchers to jest's `expect`; call it once, in a setup file or at the top of a test. */
export function setupJest(): void {
  expect.extend({ toHaveNoFindings });
}

function toHaveNoFindings(received: unknown): jest.CustomMatcherResult {
  if (!DockerStack.isDockerStack(received)) {
    return { pass: false, message: () => 'expected a DockerStack' };
  }
  const errors = findingsOf(received).filter(({ level }) => level === 'error');
  return {
    pass: errors.length === 0,
    message: () =>
      errors.length === 0
        ? `expected findings in ${received.node.id}, but there are none`
        : `expected no findings in ${received.node.id}, but there are:\n${errors.map((finding) => `  ${renderFinding(finding)}`).join('\n')}`,
  };
}
