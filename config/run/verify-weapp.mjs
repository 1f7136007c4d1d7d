// npm run verify:weapp: whether WeChat would take the mini program, without DevTools and without a network.
//   --dist DIR      judges another build and does not build
//   --only NAMES    only these checks, e.g. app,sizes (the journeys run only without it)
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const { distFolder } = await import('../build/bundle.mjs')
const { buildStale } = await import('../build/stale.mjs')
const { appJsonFaults } = await import('../weapp/app-json.mjs')
const { compileFaults } = await import('../weapp/compile.mjs')
const { declarationFaults } = await import('../weapp/declarations.mjs')
const { sizeFaults } = await import('../weapp/package-sizes.mjs')
const { runBin } = await import('./run-bin.mjs')

/** Each takes the folder of a build and gives one line for each fault. */
const checks = {
  app: {
    title: 'Pages, components, tabs, icons and packages fetched ahead of app.json',
    faults: appJsonFaults,
  },
  sizes: { title: 'Sizes of the packages', faults: sizeFaults },
  declarations: {
    title: 'Private interfaces declared, nothing that only a browser has',
    faults: declarationFaults,
  },
  compile: { title: "WeChat's compiler and its judgement of the code (about 40 s)", faults: compileFaults },
}

const { values } = parseArgs({ options: { dist: { type: 'string' }, only: { type: 'string' } } })

const main = async () => {
  if (!values.dist) await buildStale(['weapp'])
  const folder = resolve(values.dist ?? `${distFolder}/weapp`)
  const names = values.only?.split(',') ?? Object.keys(checks)
  let failed = 0
  for (const name of names) failed += report(name, await checks[name].faults(folder))
  if (!values.only && !values.dist) failed += await journeys()
  console.log(`${names.length} checks, ${failed} failed`)
  // The compiler leaves a process of its own behind that would keep this one alive.
  process.exit(failed > 0 ? 1 : 0)
}

const report = (name, faults) => {
  console.log(`${faults.length > 0 ? 'FAILED' : 'ok    '} ${name}: ${checks[name].title}`)
  for (const fault of faults) console.log(`       ${fault}`)
  return faults.length > 0 ? 1 : 0
}

/** The words of both builds can be compared once a browser has shown its own, as it does in `npm test -- --all`. */
const journeys = async () => {
  if (!existsSync(`${distFolder}/texts`)) {
    process.env.JINLIN_NO_TEXTS = '1'
    console.log('left out: a browser has shown no words yet to compare with (npm test -- browser --all)')
  }
  const options = ['--selectProjects', 'weapp', '--maxWorkers=2', '--forceExit']
  return (await runBin('jest/bin/jest.js', options)) === 0 ? 0 : 1
}

await main()
