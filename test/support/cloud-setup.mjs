import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStale } from '../../config/build/stale.mjs'

/**
 * Before the first test: what the local cloud runs, and where the demo's data is kept for the run (demo-data.ts). A failing build fails only the tests that need it.
 * @param {string[]} names keys of the build's targets
 */
export const buildForTests = async (names) => {
  process.env.JINLIN_DEMO_DATA ??= folderOfThisRun()
  await buildStale(names).catch((error) => {
    process.env.JINLIN_BUILD_ERROR = error.message
  })
}

/** Gone with the process that runs the tests. */
const folderOfThisRun = () => {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-demo-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export default () => buildForTests(['functions', 'localcloud'])
