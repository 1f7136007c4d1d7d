import { installOnDemand } from '../../config/run/on-demand.mjs'
import { buildForTests } from '../support/cloud-setup.mjs'

/** Before the first test of the mini program: its build, the cloud, and the runtime that stands for a phone. */
export default async () => {
  await buildForTests(['functions', 'localcloud', 'weapp'])
  process.env.JINLIN_WEAPP_RUNTIME = installOnDemand('phone')
}
