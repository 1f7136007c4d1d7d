import { join } from 'node:path'
import type { startCloud } from '../../localcloud/cloud'
import { importOnce } from './import-once'

/** Starts a cloud whose code and threads stay warm from file to file. */
export const startHostedCloud: typeof startCloud = async (options) => {
  const host = await importOnce<{ startCloud: typeof startCloud }>(join(__dirname, 'hosted-cloud.cjs'))
  return host.startCloud(options)
}
