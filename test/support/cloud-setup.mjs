import { buildStale } from '../../config/build/stale.mjs'

/**
 * Before the first test: what the local cloud runs. A failing build fails only the tests that need it.
 * @param {string[]} names keys of the build's targets
 */
export const buildForTests = async (names) => {
  await buildStale(names).catch((error) => {
    process.env.JINLIN_BUILD_ERROR = error.message
  })
}

export default () => buildForTests(['functions', 'localcloud'])
