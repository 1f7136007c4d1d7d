// Runs a TypeScript command of this project: node config/run/typescript.mjs FILE.ts [arguments]
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const { bundleFile, root } = await import('../build/bundle.mjs')

const [, , file, ...rest] = process.argv
if (!file) throw new Error('usage: node config/run/typescript.mjs FILE.ts [arguments]')

// Inside the checkout, so that packages are found from the bundle.
const folder = join(root, '.cache/commands')
mkdirSync(folder, { recursive: true })
const outfile = join(folder, basename(file).replace(/\.tsx?$/, '.cjs'))
await bundleFile(resolve(file), outfile, { target: 'node20', packages: 'external' })
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...rest], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
