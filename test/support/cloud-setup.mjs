import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildStale } from '../../config/build/stale.mjs'

/**
 * Before the first test: what the local cloud runs, and a folder for what is made once in the run (demo-data.ts,
 * bundle-once.ts). A failing build fails only the tests that need it.
 * @param {string[]} names keys of the build's targets
 */
export const buildForTests = async (names) => {
  process.env.JINLIN_TEST_RUN ??= folderOfThisRun()
  await buildStale(names).catch((error) => {
    process.env.JINLIN_BUILD_ERROR = error.message
  })
}

/** Gone with the process that runs the tests. */
const folderOfThisRun = () => {
  const folder = mkdtempSync(join(tmpdir(), 'jinlin-test-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export default () => buildForTests(['functions', 'localcloud'])
