/**
 * Three projects: `unit` (rules, contract, functions on the local cloud), `browser` (journeys in Chromium) and `weapp`
 * (the mini program's own build, driven by WeChat's automator).
 * The suite runs in UTC so that a wrong zone shows.
 */
process.env.TZ = 'UTC'

const common = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/support/environment.cjs',
  // The h5 variant of a platform adapter is the one that a test imports.
  moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'mjs', 'cjs', 'js', 'json'],
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@contract/(.*)$': '<rootDir>/cloudfunctions/contract/$1',
    '^@tarojs/(taro|components)$': '<rootDir>/test/front/stubs/$1',
    // The SDK names a file without its ending; Node takes the CommonJS one.
    '^@mattiasbuelens/web-streams-adapter$':
      '<rootDir>/node_modules/@mattiasbuelens/web-streams-adapter/dist/web-streams-adapter.js',
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
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  projects: [
    {
      ...common,
      displayName: 'unit',
      globalSetup: '<rootDir>/test/support/cloud-setup.mjs',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['/node_modules/', '/test/(journeys|support|prove|weapp)/'],
    },
    {
      ...common,
      displayName: 'browser',
      globalSetup: '<rootDir>/test/support/browser-setup.mjs',
      globalTeardown: '<rootDir>/test/support/browser-teardown.ts',
      testMatch: browserTests,
    },
    {
      ...common,
      displayName: 'weapp',
      globalSetup: '<rootDir>/test/weapp/setup.mjs',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
    },
  ],
}
