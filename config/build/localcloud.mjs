import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { bundleFile, distFolder, root } from './bundle.mjs'

/** The command, a thread of the pool, and what a program starts a cloud with. */
const entries = { main: 'main.ts', worker: 'pool/worker.ts', cloud: 'hosted.ts' }

/** Bundles the local cloud; its page needs no build. The database driver stays outside: it is a native module. */
export const buildLocalCloud = async ({ out = distFolder } = {}) => {
  for (const [name, source] of Object.entries(entries)) {
    const entry = join(root, 'localcloud', source)
    await bundleFile(entry, join(out, 'localcloud', `${name}.js`), { target: 'node20', external: ['libsql'] })
  }
  cpSync(join(root, 'localcloud/page'), join(out, 'localcloud/page'), { recursive: true })
}
