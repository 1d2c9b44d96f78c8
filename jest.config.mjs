/** Names of the package's entries, as tests and stacks import them. */
const entries = {
  '^portolan$': '<rootDir>/src/index.ts',
  '^portolan/stacks$': '<rootDir>/stacks/index.ts',
  '^portolan/topology$': '<rootDir>/src/topology-entry.ts',
  '^portolan/(export|host|testing)$': '<rootDir>/src/$1/index.ts',
  '^portolan/testing/(jest|vitest)$': '<rootDir>/src/testing/$1.ts',
};

const base = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }] },
  moduleNameMapper: entries,
};

/**
 * unit: needs nothing. engine: needs a Docker engine. soak: takes long, and needs a Debian mirror. terraform: needs an engine and the provider.
 * The last two find out for themselves and say why they are skipped; `test/support/needs.ts`.
 */
export default {
  reporters: ['default', '<rootDir>/test/support/skip-reporter.cjs'],
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '\\.int\\.test\\.ts$',
        '\\.e2e\\.test\\.ts$',
        '\\.soak\\.test\\.ts$',
      ],
    },
    {
      ...base,
      displayName: 'engine',
      testMatch: ['<rootDir>/test/**/*.int.test.ts'],
    },
    {
      ...base,
      displayName: 'soak',
      testMatch: ['<rootDir>/test/**/*.soak.test.ts'],
    },
    {
      ...base,
      displayName: 'terraform',
      testMatch: ['<rootDir>/test/**/*.e2e.test.ts'],
    },
  ],
};
