import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { distFolder, root } from './bundle.mjs'
import { targets } from './targets.mjs'

/**
 * Builds those of the named targets whose inputs changed since they were last built, two at a time: a web build
 * keeps one core busy.
 * @param {string[]} names keys of `targets`
 * @param {{ force?: boolean, say?: (line: string) => void }} options
 */
export const buildStale = async (names, { force = false, say = console.log } = {}) => {
  const unknown = names.find((name) => !targets[name])
  if (unknown) throw new Error(`No such target: ${unknown}. There are: ${Object.keys(targets).join(', ')}.`)
  const waiting = [...names]
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) await buildIfStale(name, force, say)
  }
  await Promise.all([work(), work()])
}

const buildIfStale = async (name, force, say) => {
  const target = targets[name]
  const stamp = join(distFolder, '.stamps', name)
  const hash = hashOf(target.inputs)
  if (!force && isFresh(stamp, hash) && existsSync(join(distFolder, target.output))) return
  const startedAt = Date.now()
  say(`Building the ${target.title} …`)
  rmSync(stamp, { force: true })
  await target.build()
  mkdirSync(join(distFolder, '.stamps'), { recursive: true })
  writeFileSync(stamp, hash)
  say(`  ${target.title.replace(/ \(.*/, '')} done in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
}

const isFresh = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

/** One hash of the names and contents of all files below the given paths; a missing path counts as empty. */
const hashOf = (inputs) => {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesBelow(join(root, input)))) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const filesBelow = (path) => {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}
