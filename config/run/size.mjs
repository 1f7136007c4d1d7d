// npm run size: what the mini program's packages weigh and what the web pages load first; fails when over.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ensureInstalled } from './install.mjs'

await ensureInstalled()
const { distFolder } = await import('../build/bundle.mjs')
const { buildStale } = await import('../build/stale.mjs')
const { printTable } = await import('./table.mjs')
const { packageSizes } = await import('../weapp/package-sizes.mjs')

const KB = 1024
const h5FirstLoadLimit = 120 * KB

const main = async () => {
  await buildStale(['h5', 'weapp'])
  const rows = [...packageSizes(join(distFolder, 'weapp')), h5FirstLoad(join(distFolder, 'h5'))]
  printTable(
    ['package', 'KB', 'limit KB', ''],
    rows.map(({ name, bytes, limit }) => [name, kb(bytes), kb(limit), bytes > limit ? 'TOO LARGE' : 'ok']),
  )
  if (rows.some(({ bytes, limit }) => bytes > limit)) process.exitCode = 1
}

const kb = (bytes) => (bytes / KB).toFixed(1)

/** index.html, the scripts and styles that it names, and the chunks of the first page, each compressed. */
const h5FirstLoad = (folder) => {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\.?\/?((?:js|css)\/[^"]+)"/g)].map((match) => match[1])
  const files = ['index.html', ...named, ...firstPageFiles(folder, named)]
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
  return { name: `h5 first load, gz (${files.length} files)`, bytes, limit: h5FirstLoadLimit }
}

/** The entry's first route says which chunks it loads: `{"path":"pages/…","load":…u.e(614)…}`. */
const firstPageFiles = (folder, named) => {
  const entry = readFileSync(
    join(
      folder,
      named.find((file) => /js\/app\./.test(file)),
    ),
    'utf8',
  )
  const load = /\.routes=\[[^[]*?"?load"?:function[^{]*\{return\[(.*?),\w+,\w+\]\}/.exec(entry)?.[1] ?? ''
  const chunks = [...load.matchAll(/\.e\((\d+)\)/g)].map((match) => match[1])
  if (chunks.length === 0) throw new Error('The chunks of the first page were not found in the entry.')
  const built = ['js', 'css'].flatMap((kind) =>
    readdirSync(join(folder, kind)).map((name) => `${kind}/${name}`),
  )
  return built.filter((file) =>
    chunks.some((chunk) => new RegExp(`^(js|css)/${chunk}\\.\\w+\\.(js|css)$`).test(file)),
  )
}

await main()
