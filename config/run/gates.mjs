import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build/bundle.mjs'
import { buildStale } from '../build/stale.mjs'
import { findBrowser } from '../../test/support/chromium/find.mjs'
import { installOnDemand } from './on-demand.mjs'
import { findDemoTraces } from './production.mjs'
import { runBin } from './run-bin.mjs'

const once = (failed) => ({ passed: failed ? 0 : 1, failed: failed ? 1 : 0 })

const command =
  (bin, ...parameters) =>
  async () =>
    once((await runBin(bin, parameters)) !== 0)

/** Counts jest's tests. A suite that could not even start counts as one failure. */
const jest = (project, workers) => async () => {
  const file = join(root, '.cache', `jest-${project}.json`)
  mkdirSync(join(root, '.cache'), { recursive: true })
  rmSync(file, { force: true })
  // A cloud that does not stop must fail the run, not hold it for ever.
  const options = [
    '--selectProjects',
    project,
    '--passWithNoTests',
    // Left alone, jest keeps one core of two for itself, and these tests wait a lot.
    `--maxWorkers=${workers}`,
    '--forceExit',
    '--json',
    `--outputFile=${file}`,
  ]
  const code = await runBin('jest/bin/jest.js', options)
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'))
  const failed = numFailedTests + numRuntimeErrorTestSuites
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed }
}

/** As test/support/breadth.ts has it; test.mjs says which before it imports this. */
const isWhole = process.env.JINLIN_BREADTH !== 'turns'

const build = async () => {
  await buildStale(['functions', 'localcloud', 'h5', 'weapp', ...(isWhole ? ['production'] : [])])
  return once(false)
}

const production = async () => {
  await buildStale(['weapp', 'production'])
  const traces = findDemoTraces()
  for (const trace of traces) console.error(trace)
  return once(traces.length > 0)
}

/**
 * What `npm test` goes through, in this order. Neighbours with the same `beside` run at once: each of them leaves a
 * core idle at times. What `install` brings is there before the first gate begins.
 */
export const gates = [
  { name: 'build', title: 'Everything builds', check: build, beside: 'build' },
  {
    name: 'types',
    title: 'Types',
    // TypeScript 7; version 5 beside it is what the linter reads with (decision 0196).
    check: command('typescript-7/bin/tsc', '--noEmit', '-p', 'tsconfig.json'),
    beside: 'build',
  },
  {
    name: 'lint',
    title: 'Lint and import boundaries',
    check: command('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
    beside: 'build',
  },
  {
    name: 'format',
    title: 'Format',
    check: command('oxfmt/bin/oxfmt', '--check'),
    beside: 'build',
  },
  {
    name: 'compile',
    title: "WeChat's compiler, and all that can be told from the mini program's files",
    install: () => installOnDemand('compiler'),
    check: async () =>
      once(await runScript('verify-weapp.mjs', ['--only', 'app,sizes,declarations,compile'])),
    beside: 'unit',
    onlyWhole: true,
  },
  {
    name: 'unit',
    title: 'Unit and cloud tests',
    install: () => installOnDemand('managementSdk'),
    check: jest('unit', 2),
    beside: 'unit',
  },
  { name: 'browser', title: 'Journeys in a browser', install: findBrowser, check: jest('browser', 3) },
  {
    name: 'weapp',
    title: 'Journeys in the mini program',
    install: () => installOnDemand('phone'),
    check: jest('weapp', 3),
  },
  { name: 'size', title: 'Sizes', check: () => size() },
  // The web pages are built a second time for it.
  { name: 'production', title: 'No demo in production builds', check: production, onlyWhole: true },
]

const size = async () => once(await runScript('size.mjs', []))

/** Runs a script of this folder. @returns whether it failed */
const runScript = (name, parameters) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'config/run', name), ...parameters], {
      stdio: 'inherit',
    })
    child.on('exit', (code) => resolve(code !== 0))
  })
