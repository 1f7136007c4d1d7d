import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { distFolder, loadTypeScript, root } from './bundle.mjs'

/**
 * Writes `cloud.json`, all that the local cloud knows of the product, from `config/cloud.ts`. A function that
 * has no bundle yet is left out, so that the rest can run.
 */
export const buildManifest = async ({ out = distFolder, production = false } = {}) => {
  const cloud = await loadTypeScript(join(root, 'config/cloud.ts'))
  const declared = production ? cloud.functions : { ...cloud.functions, demo: cloud.demo }
  const functions = Object.entries(declared)
    .map(([name, definition]) => [name, { bundle: `functions/${name}/index.js`, ...definition }])
    .filter(([, definition]) => existsSync(join(out, definition.bundle)))
  const manifest = {
    envId: cloud.localEnvId,
    functions: Object.fromEntries(functions),
    collections: cloud.collections,
    secrets: cloud.secrets,
    addressVariable: cloud.addressVariable,
    signInKeyVariable: cloud.signInKeyVariable,
    staticDirectory: 'h5',
    contract: 'functions/contract.json',
    ...(production || !functions.some(([name]) => name === 'demo') ? {} : { demoFunction: 'demo' }),
  }
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'cloud.json'), JSON.stringify(manifest, null, 2))
}
