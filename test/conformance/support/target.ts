import cloudbase from '@cloudbase/node-sdk'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../../../localcloud/cloud'
import { bundleOnce } from '../../support/bundle-once'
import { startCloudAlone, workerFile } from '../../support/hosted-cloud'
import { collections } from './collections'

const { ENV_ID, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env

type App = ReturnType<typeof cloudbase.init>
type Database = ReturnType<App['database']>
export type CollectionReference = ReturnType<Database['collection']>

/** What the cases run against: the local cloud, or the environment that ENV_ID names. */
export interface Target {
  /** Whether it is the local cloud. */
  local: boolean
  app: App
  db: Database
  /** The local cloud itself; undefined against a real environment. */
  cloud: Cloud | undefined
  /** Moves the local clock; a real environment is waited for. */
  pass: (ms: number) => Promise<void>
  /** A collection that is there and empty. */
  empty: (name: keyof typeof collections) => Promise<CollectionReference>
}

/**
 * Starts the target for one file of cases. In a real environment only the collections of `collections.ts` are touched;
 * they are made when they are missing, and emptied before and after.
 */
export function useTarget(): Target {
  const target = {} as Target
  const used = new Set<string>()
  let stop = async (): Promise<void> => undefined
  beforeAll(async () => {
    const opened = ENV_ID ? openReal(ENV_ID) : await openLocal()
    stop = opened.stop
    Object.assign(target, opened.target, {
      empty: async (name: keyof typeof collections) => {
        used.add(name)
        return emptied(opened.target.db, name)
      },
    })
  })
  afterAll(async () => {
    if (ENV_ID) for (const name of used) await emptied(target.db, name)
    await stop()
  })
  return target
}

type Opened = { target: Omit<Target, 'empty'>; stop: () => Promise<void> }

function openReal(env: string): Opened {
  if (!TENCENTCLOUD_SECRETID || !TENCENTCLOUD_SECRETKEY) {
    throw new Error('ENV_ID is set: TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY are needed, too')
  }
  const keys = { secretId: TENCENTCLOUD_SECRETID, secretKey: TENCENTCLOUD_SECRETKEY }
  const app = cloudbase.init({ env, ...keys })
  const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
  return {
    target: { local: false, app, db: app.database(), cloud: undefined, pass },
    stop: async () => undefined,
  }
}

async function openLocal(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  writeManifest(folder)
  let ahead = 0
  const cloud = await startCloudAlone({
    manifestFile: join(folder, 'cloud.json'),
    dataDirectory: join(folder, 'data'),
    workerFile,
    timers: false,
    now: () => Date.now() + ahead,
  })
  // Else the SDK asks Tencent's metadata service at each call where it runs, and complains.
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'conformance',
  })
  const app = cloudbase.init({ ...cloud.sdk, keepalive: true })
  return {
    target: {
      local: true,
      app,
      db: app.database(),
      cloud,
      pass: async (ms) => {
        ahead += ms
      },
    },
    stop: async () => {
      await cloud.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function writeManifest(folder: string): void {
  copyFileSync(bundleOnce(join(__dirname, '../function.ts')), join(folder, 'conformance.js'))
  const shared = { bundle: 'conformance.js', timeoutSeconds: 3, memoryMb: 128, maxInstances: 4, timers: [] }
  const manifest = {
    envId: 'conformance',
    functions: {
      conformance: { ...shared, clientCallable: true },
    },
    collections,
    secrets: [],
  }
  writeFileSync(join(folder, 'cloud.json'), JSON.stringify(manifest))
}

/** A collection is made when it is missing; in a real environment its indexes are the operator's to make. */
async function emptied(db: Database, name: string): Promise<CollectionReference> {
  const collection = db.collection(name)
  const everything = collection.where({ _id: db.command.exists(true) })
  try {
    await everything.remove()
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_COLLECTION_NOT_EXIST') throw error
    await db.createCollection(name)
  }
  return collection
}
