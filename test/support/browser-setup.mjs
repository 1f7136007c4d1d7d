import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './chromium/find.mjs'
import { buildForTests } from './cloud-setup.mjs'

/** Before the first browser test: bundles, pages, a browser and a font. */
export default async () => {
  await buildForTests(['functions', 'localcloud', 'h5'])
  const folder = fileURLToPath(new URL('../../.cache', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/browser.json`, JSON.stringify(findBrowser()))
}
