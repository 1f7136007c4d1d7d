// npm run bench [-- --only NAME] [--json]: ours against something comparable, in turn, as ratios.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const { loadTypeScript, root } = await import('../build/bundle.mjs')
const { buildStale } = await import('../build/stale.mjs')
const { installOnDemand } = await import('./on-demand.mjs')
const { describe, machine, printTable } = await import('./table.mjs')

const { values } = parseArgs({
  options: { only: { type: 'string' }, json: { type: 'boolean', default: false } },
})

/** Whatever is no line goes elsewhere with --json. */
const say = values.json ? console.error : console.log

const main = async () => {
  await buildStale(['functions'], { say })
  process.env.JINLIN_BENCH_PEERS = installOnDemand('benchPeers', say)
  const { lines } = await loadTypeScript(join(root, 'test/bench/index.ts'))
  const names = values.only ? [values.only] : Object.keys(lines)
  const unknown = names.find((name) => !lines[name])
  if (unknown) throw new Error(`No such line: ${unknown}. There are: ${Object.keys(lines).join(', ')}.`)
  const results = []
  for (const name of names) {
    say(`… ${name}`)
    results.push(await lines[name]())
  }
  if (values.json) console.log(JSON.stringify({ machine: machine(), lines: results }, null, 2))
  else report(results)
  if (results.some(({ holds }) => !holds)) process.exitCode = 1
}

const report = (results) => {
  const ms = ({ median, p95 }) => `${median.toFixed(2)} / ${p95.toFixed(2)} ms`
  console.log('')
  printTable(
    ['line', 'ours: median / p95', 'against', 'ratio', 'limit', ''],
    results.map(({ name, ours, theirs, ratio, limit, holds }) => [
      name,
      ms(ours),
      ms(theirs),
      ratio.toFixed(2),
      limit,
      holds ? 'holds' : 'BROKEN',
    ]),
  )
  for (const { name, ours, theirs, notes } of results) {
    console.log(`\n${name}: ${ours.what}, ${ours.runs} runs, against ${theirs.what}`)
    for (const note of notes) console.log(`  ${note}`)
  }
  console.log(`\nmachine: ${describe(machine())}`)
}

// What a line leaves open, such as idle connections, must not hold the process.
await main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
process.exit()
