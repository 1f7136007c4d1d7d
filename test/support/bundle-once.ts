import { buildSync } from 'esbuild'
import { existsSync, mkdtempSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Bundles a test's own function as any product's would be, once in a run.
 * @param entry absolute path of its source
 * @returns the bundle's path
 */
export function bundleOnce(entry: string): string {
  const folder = process.env.JINLIN_TEST_RUN
  if (!folder) throw new Error('the set-up of the tests names no folder for this run')
  const bundle = join(folder, `${basename(entry, '.ts')}.js`)
  if (existsSync(bundle)) return bundle
  // Of two at once each makes the same: whoever is last puts his in place of the other's.
  const mine = join(mkdtempSync(`${bundle}-`), 'bundle.js')
  buildSync({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    entryPoints: [entry],
    outfile: mine,
  })
  renameSync(mine, bundle)
  return bundle
}
