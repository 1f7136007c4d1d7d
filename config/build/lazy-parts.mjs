/** What the SDK loads at its start for the sake of few, as ES modules: models and AI, which no function here uses. */
const rarelyUsed = /^(\.\/ai|@cloudbase\/wx-cloud-client-sdk)$/

/** The same, of CommonJS: other platforms' keys, tickets, uploads by a form, and errors of the store in XML. */
const rarelyUsedPackages = /^(axios|jsonwebtoken|form-data|xml2js)$/

const sdk = /[\\/]@cloudbase[\\/]node-sdk[\\/]dist[\\/]/
const database = /[\\/]@cloudbase[\\/]database[\\/]dist[\\/]/

/**
 * Loads these parts when they are first asked for: a function's start is spared a third of its work, and nothing is
 * missing (decision 0113).
 */
export const lazyParts = {
  name: 'lazy-parts',
  setup(build) {
    const late = (filter, isEsModule) =>
      build.onResolve({ filter }, ({ path, importer, resolveDir }) =>
        sdk.test(importer)
          ? { path, namespace: 'lazy-parts', pluginData: { resolveDir, isEsModule } }
          : undefined,
      )
    late(rarelyUsed, true)
    late(rarelyUsedPackages, false)
    // Asked from here it is resolved as ever: this module is not the SDK's own.
    build.onLoad(
      { filter: /.*/, namespace: 'lazy-parts' },
      ({ path, pluginData: { resolveDir, isEsModule } }) => ({
        resolveDir,
        contents: `const load = () => require(${JSON.stringify(path)})
      module.exports = new Proxy(function () {}, {
        get: (_, name) => (name === '__esModule' ? ${isEsModule} : load()[name]),
        apply: (_, self, given) => load().apply(self, given),
        construct: (_, given) => new (load())(...given),
      })`,
      }),
    )
    // Of bson the database's client takes EJSON alone; bson itself begins with a buffer of 17 MB.
    build.onResolve({ filter: /^bson$/ }, ({ importer, resolveDir, kind }) =>
      database.test(importer) ? build.resolve('bson/lib/extended_json', { resolveDir, kind }) : undefined,
    )
    // A table of the holidays of twenty years, which a deadline asks for.
    build.onResolve({ filter: /^chinese-days$/ }, ({ path, namespace, resolveDir }) =>
      namespace === 'file' ? { path, namespace: 'lazy-holidays', pluginData: { resolveDir } } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'lazy-holidays' }, ({ path, pluginData: { resolveDir } }) => ({
      resolveDir,
      contents: `export const isWorkday = (day) => require(${JSON.stringify(path)}).isWorkday(day)`,
    }))
  },
}
