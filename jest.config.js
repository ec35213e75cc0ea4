process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';
process.env.TZ ??= 'UTC';
// Spans are waited for.
process.env.OTEL_BSP_SCHEDULE_DELAY ??= '100';

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^#platform/(.*)$': '<rootDir>/platform/$1' },
  transform: { '^.+\\.ts$': '@swc/jest' },
  setupFiles: ['reflect-metadata'],
};

export default {
  // Two cores, and the databases want one of them.
  maxWorkers: 2,
  // A worker never gives back the modules of the files it ran (about 60 MB each): a fresh one goes on.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 30_000,
  // What tests cause to be said would bury what they say themselves; `--silent=false` shows it.
  silent: true,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/{platform,subgraphs,schema,gateway}/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '/tests/', '\\.property\\.test\\.ts$'],
    },
    {
      ...common,
      displayName: 'properties',
      testMatch: ['<rootDir>/{gateway,subgraphs}/**/*.property.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    },
    {
      ...common,
      displayName: 'integration',
      testMatch: ['<rootDir>/{platform,subgraphs,gateway,scripts}/**/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      globalSetup: '<rootDir>/dist/scripts/test-services/start.js',
      globalTeardown: '<rootDir>/dist/scripts/test-services/stop.js',
    },
  ],
};
