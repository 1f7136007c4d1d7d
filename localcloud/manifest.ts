import type { CollectionDefinitions } from './engine/types'

/** A timer as CloudBase declares it: seven cron fields (second minute hour day month weekday year), UTC+8. */
export interface TimerDefinition {
  name: string
  cron: string
}

/** One cloud function. Paths are relative to the manifest's file. */
export interface FunctionDefinition {
  /** A CommonJS bundle that exports `main(event, context)`. */
  bundle: string
  timeoutSeconds: number
  memoryMb: number
  /** At most so many instances (worker threads) at once; further calls wait in line. */
  maxInstances: number
  /** Instances that are ready before the first call and are never retired (预置并发); default none. */
  provisioned?: number
  /** false: only timers and the operator may call it. */
  clientCallable: boolean
  timers: TimerDefinition[]
  /** Events of WeChat's message push that it takes, e.g. `wxa_media_check`. */
  pushes?: string[]
}

/** All that the local cloud knows of the product that it runs: written by the build, read at start. */
export interface Manifest {
  envId: string
  functions: Record<string, FunctionDefinition>
  collections: CollectionDefinitions
  /** Names of environment variables that hold random keys: made on first start, kept in the data directory. */
  secrets: string[]
  /** Name of the environment variable in which functions find the cloud's own address, e.g. for links. */
  addressVariable?: string
  /**
   * Name of the environment variable in which functions find the private key of custom log-in, as JSON: made on first
   * start. What they sign with it, clients exchange for a token.
   */
  signInKeyVariable?: string
  /** `signedIn`: clients who are signed in may upload, read and delete files themselves. Default: none may. */
  clientStorage?: 'closed' | 'signedIn'
  /** Folder of the H5 build to serve at `/`. */
  staticDirectory?: string
  /** JSON file served at `GET /v1/contract`. */
  contract?: string
  /** Name of the function behind `/v1/demo/*`. Absent in every production build. */
  demoFunction?: string
}
