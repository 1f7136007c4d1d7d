import { fileURLToPath } from 'node:url'
import { installOnDemand } from '../../config/run/on-demand.mjs'
import { buildForTests } from '../support/cloud-setup.mjs'

/** Before the first test of the mini program: its build, the cloud, and the runtime that stands for a phone. */
export default async () => {
  await buildForTests(['functions', 'localcloud', 'weapp'])
  const folder = fileURLToPath(new URL('./runtime', import.meta.url))
  process.env.JINLIN_WEAPP_RUNTIME = installOnDemand(folder, 'a runtime for the mini program (about 50 MB)')
}
