/** Tests of a new project that use every matcher, for jest and for vitest. */

const IMPORTS = `import type { Topology } from 'portolan/topology';
import { parseTopology } from 'portolan/topology';
`;

const TESTS = `
const document = {
  version: 1,
  hosts: [{ id: 'local', endpoint: 'environment', engineVersion: '28.5' }],
  networks: [{ id: 'shop/back', name: 'back', host: 'local', driver: 'bridge', internal: true }],
  volumes: [],
  accepted: [{ code: 'NAME_SHARED', at: 'shop/web', reason: 'in vain' }],
  containers: ['web', 'db', 'alone'].map((name) => ({
    id: \`shop/\${name}\`,
    name,
    host: 'local',
    mode: name === 'alone' ? 'none' : 'networks',
    listens: [{ port: 5432, protocol: 'tcp' }],
    attachments: name === 'alone' ? [] : [{ network: 'shop/back' }],
  })),
};
const topology: Topology = parseTopology(JSON.stringify(document), 'test');

function messageOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test('every matcher passes where it should', () => {
  expect(topology).toReach('web', 'db', 5432);
  expect(topology).toReachByName('web', 'db', 5432);
  expect(topology).toBeIsolatedFrom('alone', 'db');
  expect(topology).toBeExposedOnlyOn('db', []);
  expect(topology).toHaveNoFindings();
  expect(topology).toHaveFinding('ACCEPTED_FINDING_ABSENT', 'web');
});

test('every matcher passes with .not where it should', () => {
  expect(topology).not.toReach('alone', 'db');
  expect(topology).not.toReachByName('alone', 'db', 5432);
  expect(topology).not.toBeIsolatedFrom('web', 'db');
  expect(topology).not.toBeExposedOnlyOn('db', ['8080']);
  expect(topology).not.toHaveFinding('HOST_PORT_TAKEN');
});

test('a failure shows what stands in the way', () => {
  const failing = (): void => {
    expect(topology).toReach('alone', 'db', 5432);
  };
  expect(messageOf(failing)).toContain('expected shop/alone to reach shop/db:5432/tcp, but it does not:');
  expect(messageOf(failing)).toContain('[NO_NETWORK]');
});

test('what is no topology fails either way', () => {
  expect(messageOf(() => expect('shop').toHaveNoFindings())).toContain('expected a DockerStack');
  expect(messageOf(() => expect('shop').not.toHaveNoFindings())).toContain('expected a DockerStack');
});
`;

/** A test file for jest with its globals. */
export const JEST_TEST = `${IMPORTS}import { setupJest } from 'portolan/testing/jest';

setupJest();
${TESTS}`;

/** A test file for vitest. */
export const VITEST_TEST = `${IMPORTS}import { setupVitest } from 'portolan/testing/vitest';
import { expect, test } from 'vitest';

setupVitest(expect);
${TESTS}`;

/** What the folder of the older and the other test runner needs beside the package. */
export const RUNNERS = {
  dependencies: {
    '@cdktf/provider-docker': '12.0.3',
    cdktf: '0.21.0',
    constructs: '10.8.1',
  },
  devDependencies: {
    '@types/jest': '29.5.14',
    '@types/node': '20.19.43',
    jest: '29.7.0',
    'ts-jest': '29.4.15',
    typescript: '6.0.3',
    vitest: '3.2.7',
  },
} as const;
