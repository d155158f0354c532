export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testTimeout: 60_000,
  // Most tests wait for an engine, so two fit on two processors, where jest would run one.
  maxWorkers: 2,
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {'\\.ts$': './jest.transform.js'},
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
};
