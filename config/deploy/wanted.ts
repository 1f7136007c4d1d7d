import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { collections, functions, runtime, secrets, settings } from '../cloud'
import type { Page, Wanted, WantedFunction } from './model'

/**
 * What is declared, with the code and the pages of a build.
 * @param built folder of the production build
 * @param environment of this process: the only place that secrets come from
 * @throws when a declared function has no bundle
 */
export function wantedOf(built: string, environment: NodeJS.ProcessEnv): Wanted {
  return {
    functions: Object.entries(functions).map(([name, declared]): WantedFunction => {
      const bundle = join(built, 'functions', name, 'index.js')
      if (!existsSync(bundle)) throw new Error(`${built} holds no bundle of function ${name}.`)
      const { memoryMb, timeoutSeconds, clientCallable, timers } = declared
      const codeHash = createHash('sha256').update(readFileSync(bundle)).digest('hex').slice(0, 16)
      const entry = { runtime, handler: 'index.main', codeHash, bundle }
      return { name, memoryMb, timeoutSeconds, clientCallable, timers, ...entry }
    }),
    collections,
    pages: pagesIn(join(built, 'h5')),
    secrets: valuesOf(secrets, environment),
    settings: valuesOf(settings, environment),
  }
}

const valuesOf = (names: readonly string[], environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(names.map((name) => [name, environment[name]]))

/** Source maps stay here: they hold the sources. */
function pagesIn(folder: string): Page[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map') && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((file) => ({
      path: relative(folder, file).split(sep).join('/'),
      file,
      md5: createHash('md5').update(readFileSync(file)).digest('hex'),
    }))
}
