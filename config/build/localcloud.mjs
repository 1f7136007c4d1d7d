import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFile, distFolder, root } from './bundle.mjs'

/** Bundles the local cloud; its page needs no build. The database driver stays outside: it is a native module. */
export const buildLocalCloud = async ({ out = distFolder } = {}) => {
  for (const name of ['main', 'worker']) {
    const entry = join(root, 'localcloud', name === 'worker' ? 'pool/worker.ts' : 'main.ts')
    await bundleFile(entry, join(out, 'localcloud', `${name}.js`), { target: 'node20', external: ['libsql'] })
  }
  cpSync(join(root, 'localcloud/page'), join(out, 'localcloud/page'), { recursive: true })
}
