import { join } from 'node:path'
import type { startCloud } from '../../localcloud/cloud'
import { importOnce } from './import-once'

type Start = typeof startCloud

const host = () =>
  importOnce<{ startCloud: Start; startOnKeptThreads: Start }>(join(__dirname, 'hosted-cloud.cjs'))

/** Starts a cloud whose code and threads stay warm from file to file. */
export const startHostedCloud: Start = async (options) => (await host()).startOnKeptThreads(options)

/** The same with new threads, as `npm start` has it: for stories about the cloud itself. */
export const startCloudAlone: Start = async (options) => (await host()).startCloud(options)

/** What its threads run. */
export const workerFile = join(__dirname, '../../dist/localcloud/worker.js')
