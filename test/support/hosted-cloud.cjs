const { startCloud, keptThreads } = require('../../dist/localcloud/cloud.js')

/** So many threads of one function wait for the next file, in each of jest's workers. */
const threads = keptThreads(4)

/** Starts a cloud as `localcloud/cloud.ts` does; the threads of its functions are kept for the next one. */
exports.startOnKeptThreads = (options) => startCloud({ threads, ...options })
exports.startCloud = startCloud
