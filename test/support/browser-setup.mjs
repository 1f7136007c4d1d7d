import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './chromium/find.mjs'
import { buildForTests } from './cloud-setup.mjs'

/** Before the first browser test: bundles, pages, a browser and a font. */
export default async () => {
  await buildForTests(['functions', 'localcloud', 'h5'])
  // The contact sheet shows this run's pictures, and the mini program is compared with this run's words.
  for (const name of ['pictures', 'texts'])
    rmSync(fileURLToPath(new URL(`../../dist/${name}`, import.meta.url)), { recursive: true, force: true })
  const folder = fileURLToPath(new URL('../../.cache', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/browser.json`, JSON.stringify(findBrowser()))
}
