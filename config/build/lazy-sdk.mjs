/**
 * What the SDK loads at its start for the sake of few: models and AI, which no function here uses, and axios, which asks
 * other platforms than SCF for their keys.
 */
const rarelyUsed = /^(\.\/ai|@cloudbase\/wx-cloud-client-sdk|axios)$/

const sdk = /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/]/

/**
 * Loads these parts of the SDK when they are first asked for: a function's start is spared a sixth of its work, and
 * nothing is missing (decision 0113).
 */
export const lazySdk = {
  name: 'lazy-sdk',
  setup(build) {
    build.onResolve({ filter: rarelyUsed }, ({ path, importer, resolveDir }) =>
      sdk.test(importer) ? { path, namespace: 'lazy-sdk', pluginData: { resolveDir } } : undefined,
    )
    // Asked from here it is resolved as ever: this module is not the SDK's own.
    build.onLoad({ filter: /.*/, namespace: 'lazy-sdk' }, ({ path, pluginData }) => ({
      resolveDir: pluginData.resolveDir,
      contents: `module.exports = new Proxy({}, {
        get: (_, name) => (name === '__esModule' ? true : require(${JSON.stringify(path)})[name]),
      })`,
    }))
  },
}
