export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testTimeout: 60_000,
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {'\\.ts$': './jest.transform.js'},
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
};
