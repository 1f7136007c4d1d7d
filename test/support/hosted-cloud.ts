import type { startCloud } from '../../localcloud/cloud'

/** Starts a cloud as `localcloud/cloud.ts` does, in the worker of jest that runs this file (environment.cjs). */
export const startHostedCloud: typeof startCloud = (options) => host.startHostedCloud(options)

const host = globalThis as unknown as { startHostedCloud: typeof startCloud }
