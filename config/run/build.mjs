// npm run build [-- --target functions|localcloud|h5|weapp|production]: builds anew, stale or not.
import { parseArgs } from 'node:util'
import { ensureInstalled } from './install.mjs'

const { values } = parseArgs({ options: { target: { type: 'string', multiple: true } } })
await ensureInstalled()
const { buildStale } = await import('../build/stale.mjs')
try {
  await buildStale(values.target ?? ['functions', 'localcloud', 'h5', 'weapp'], { force: true })
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
