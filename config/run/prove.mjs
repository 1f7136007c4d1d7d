// npm run prove [-- --only NAMES --release]: load, kill and volume, measured on this machine. Long; not part of npm test.
// --release measures the volume with five million journals (a quarter of an hour, 8 GB of disk).
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const { loadTypeScript, root } = await import('../build/bundle.mjs')
const { buildStale } = await import('../build/stale.mjs')
const { installOnDemand } = await import('./on-demand.mjs')
const { describe, machine, printTable } = await import('./table.mjs')

const main = async () => {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, release: { type: 'boolean', default: false } },
  })
  const { release } = values
  await buildStale(['functions', 'localcloud'])
  const { proofs } = await loadTypeScript(join(root, 'test/prove/index.ts'))
  const names = values.only?.split(',') ?? Object.keys(proofs)
  const lines = []
  if (names.includes('sdks')) process.env.JINLIN_SDKS = installOnDemand('otherSdks')
  for (const name of names) {
    if (!proofs[name])
      throw new Error(`No such proof: ${name}. There are: ${Object.keys(proofs).join(', ')}.`)
    console.log(`… ${name}`)
    const measured = await proofs[name]({ release }).catch((error) => [brokenBy(name, error)])
    for (const { line, figure } of measured) console.log(`    ${line}: ${figure}`)
    lines.push(...measured)
  }
  report(lines)
}

/** A proof that throws is broken, and the others still run. */
const brokenBy = (name, error) => ({
  line: name,
  limit: 'runs to its end',
  figure: error.message,
  holds: false,
})

const report = (lines) => {
  console.log('')
  printTable(
    ['line', 'figure', 'limit', ''],
    lines.map(({ line, figure, limit, holds }) => [line, figure, limit, holds ? 'holds' : 'BROKEN']),
  )
  console.log(`\nmachine: ${describe(machine())}`)
  if (lines.some(({ holds }) => !holds)) process.exitCode = 1
}

// What a line leaves open, such as idle connections, must not hold the process.
await main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
process.exit()
