// npm run prove [-- --only NAME]: load, kill and volume, measured on this machine. Long; not part of npm test.
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const { loadTypeScript, root } = await import('../build/bundle.mjs')
const { buildStale } = await import('../build/stale.mjs')
const { printTable } = await import('./table.mjs')

const main = async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  await buildStale(['functions', 'localcloud'])
  const { proofs } = await loadTypeScript(join(root, 'test/prove/index.ts'))
  const names = values.only ? [values.only] : Object.keys(proofs)
  const lines = []
  for (const name of names) {
    if (!proofs[name])
      throw new Error(`No such proof: ${name}. There are: ${Object.keys(proofs).join(', ')}.`)
    console.log(`… ${name}`)
    lines.push(...(await proofs[name]().catch((error) => [brokenBy(name, error)])))
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
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  console.log(
    `\nmachine: ${cpus().length} cores (${model}), Node ${process.versions.node}, ${process.platform}`,
  )
  if (lines.some(({ holds }) => !holds)) process.exitCode = 1
}

// What a line leaves open, such as idle connections, must not hold the process.
await main().finally(() => process.exit())
