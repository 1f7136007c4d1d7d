import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Manifest } from './manifest'

/** A manifest whose relative paths can be resolved. */
export interface LoadedManifest extends Manifest {
  /** @returns the absolute path of what the manifest names relative to its own file */
  path: (relative: string) => string
}

/** Reads the manifest that the build wrote. @throws Error that says what is wrong with it */
export function loadManifest(file: string): LoadedManifest {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  for (const field of ['envId', 'functions', 'collections', 'secrets'] as const) {
    if (manifest[field] === undefined) throw new Error(`${file}: ${field} is missing`)
  }
  const { demoFunction } = manifest
  if (demoFunction !== undefined && !manifest.functions[demoFunction]) {
    throw new Error(`${file}: the demo function ${demoFunction} is not declared`)
  }
  const base = dirname(resolve(file))
  return { ...manifest, path: (relative) => resolve(base, relative) }
}
