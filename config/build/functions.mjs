import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFile, distFolder, loadTypeScript, root } from './bundle.mjs'
import { lazyParts } from './lazy-parts.mjs'
import { pureShapes } from './pure-shapes.mjs'
import { zodInEnglish } from './zod-in-english.mjs'

/**
 * Bundles every domain into `functions/<name>/index.js`, SDK inside, and writes `functions/contract.json`.
 * @param {{ out?: string, production?: boolean }} options a production build holds no demo
 */
export const buildFunctions = async ({ out = distFolder, production = false } = {}) => {
  const target = join(out, 'functions')
  mkdirSync(target, { recursive: true })
  const entries = functionEntries(production)
  removeOthers(target, entries)
  for (const [name, entry] of entries)
    await bundleFile(entry, join(target, name, 'index.js'), {
      plugins: [lazyParts, pureShapes, zodInEnglish],
      // A third less to read on each start. Names stay, for the log's traces.
      minifyWhitespace: true,
      minifySyntax: true,
      legalComments: 'none',
    })
  const { contract } = await loadTypeScript(join(root, 'cloudfunctions/contract/index.ts'))
  writeFileSync(join(target, 'contract.json'), JSON.stringify(await describeContract(contract), null, 2))
  return entries.map(([name]) => name)
}

/** Bundles of functions that are gone. The others are overwritten in place: a running cloud may be reading them. */
const removeOthers = (folder, entries) => {
  const kept = new Set([...entries.map(([name]) => name), 'contract.json'])
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { recursive: true })
}

/** Name and entry of every function that this build holds: each folder with a `main.ts`. */
const functionEntries = (production) => {
  const folder = join(root, 'cloudfunctions')
  const entries = readdirSync(folder).map((name) => [name, join(folder, name, 'main.ts')])
  if (!production) entries.push(['demo', join(root, 'demo/main.ts')])
  return entries.filter(([, entry]) => existsSync(entry))
}

/** The contract in JSON Schema, so that a client in any language can be written from it. */
const describeContract = async (contract) => {
  const { toJSONSchema } = await import('zod')
  const describe = ({ access, input, output, errors }) => ({
    access,
    errors,
    input: toJSONSchema(input, { io: 'input' }),
    output: toJSONSchema(output, { io: 'output' }),
  })
  const domains = Object.entries(contract).map(([domain, actions]) => [domain, mapValues(actions, describe)])
  return Object.fromEntries(domains)
}

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
