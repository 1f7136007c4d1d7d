import { build } from 'esbuild'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where everything is built, unless a caller asks for another folder. */
export const distFolder = join(root, 'dist')

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'silent',
  absWorkingDir: root,
}

/** Bundles one entry into one file. CloudBase runs Node 18, so product code is compiled for it. */
export const bundleFile = (entry, outfile, options = {}) =>
  build({ ...shared, target: 'node18', entryPoints: [entry], outfile, ...options })

/** Runs a TypeScript file of this project and returns what it exports. */
export const loadTypeScript = async (entry) => {
  // Inside the checkout, so that packages are found from there.
  mkdirSync(join(root, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(root, '.cache/module-'))
  try {
    const outfile = join(folder, 'module.cjs')
    await bundleFile(entry, outfile, { sourcemap: false, packages: 'external' })
    return createRequire(import.meta.url)(outfile)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
