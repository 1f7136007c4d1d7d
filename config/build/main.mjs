import { buildFunctions } from './functions.mjs'
import { buildLocalCloud } from './localcloud.mjs'
import { buildManifest } from './manifest.mjs'

await buildFunctions()
await buildManifest()
await buildLocalCloud().catch((error) => console.error(error.message))
