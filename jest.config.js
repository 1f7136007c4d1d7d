/**
 * Two projects: `unit` (rules, contract, functions on the local cloud) and `browser` (journeys in Chromium).
 * The suite runs in UTC so that a wrong zone shows.
 */
process.env.TZ = 'UTC'

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // The h5 variant of a platform adapter is the one that a test imports.
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'mjs', 'cjs', 'js', 'json'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@contract/(.*)$': '<rootDir>/cloudfunctions/contract/$1',
    '^@tarojs/(taro|components)$': '<rootDir>/test/front/stubs/$1',
    '\\.(css|scss|svg|png|jpg)$': '<rootDir>/test/support/empty.js',
  },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.cache/', '<rootDir>/.data/'],
}

const browserTests = ['<rootDir>/test/journeys/**/*.test.{ts,tsx}', '<rootDir>/test/support/*.test.ts']

module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      globalSetup: '<rootDir>/test/support/cloud-setup.mjs',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', '/test/(journeys|support|prove)/'],
    },
    {
      ...common,
      displayName: 'browser',
      globalSetup: '<rootDir>/test/support/browser-setup.mjs',
      testMatch: browserTests,
    },
  ],
}
