const { join } = require('node:path')
const { TestEnvironment } = require('jest-environment-node')

/** So many threads of one function wait for the next file, in each of jest's workers. */
const MOST_THREADS = 4

let host

/**
 * What runs the local cloud of tests. It lives beside jest's own modules, which are made anew for each file: the code
 * of the cloud stays compiled, and the threads of its functions stay warm. A bundle's own state does not: it runs anew
 * for each instance (localcloud/pool/thread.ts).
 */
const hostOf = () => {
  const { startCloud, keptThreads } = require(join(__dirname, '../../dist/localcloud/cloud.js'))
  const threads = keptThreads(MOST_THREADS)
  return { startCloud: (options) => startCloud({ threads, ...options }) }
}

module.exports = class CloudEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    // Only whoever starts a cloud needs it to be built.
    this.global.startHostedCloud = (options) => (host ??= hostOf()).startCloud(options)
  }
}
