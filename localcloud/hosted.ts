/** What a program that starts clouds of its own takes from the built local cloud, `dist/localcloud/cloud.js`. */
export { startCloud } from './cloud'
export { keptThreads } from './pool/thread'
