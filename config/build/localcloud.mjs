import { join } from 'node:path'
import { bundleFile, distFolder, root } from './bundle.mjs'

/** Bundles the local cloud. The database driver stays outside: it is a native module. */
export const buildLocalCloud = async ({ out = distFolder } = {}) => {
  for (const name of ['main', 'worker']) {
    const entry = join(root, 'localcloud', name === 'worker' ? 'pool/worker.ts' : 'main.ts')
    await bundleFile(entry, join(out, 'localcloud', `${name}.js`), { target: 'node20', external: ['libsql'] })
  }
}
