import type { IndexDefinition } from '../../localcloud/engine/types'
import type { TimerDefinition } from '../../localcloud/manifest'

/** One cloud function as it is to be. */
export interface WantedFunction {
  name: string
  runtime: string
  /** File and export, as CloudBase names an entry. */
  handler: string
  memoryMb: number
  timeoutSeconds: number
  clientCallable: boolean
  timers: TimerDefinition[]
  /** SHA-256 of the bundle, shortened; kept in the function's description so that the next run can compare. */
  codeHash: string
  /** The bundle's file. */
  bundle: string
}

/** A file of the web pages. */
export interface Page {
  /** Path below the site's root, with `/`. */
  path: string
  file: string
  /** MD5 as lower-case hex: the entity tag that the object store gives it. */
  md5: string
}

/** All that an environment is to hold. */
export interface Wanted {
  functions: WantedFunction[]
  collections: Record<string, { indexes: readonly IndexDefinition[] }>
  pages: Page[]
  /** Values of the functions' secret variables, by name; a missing one is not there to be set. */
  secrets: Record<string, string | undefined>
  /** The same for variables that may be missing: one that is not set here is left as it is. */
  settings: Record<string, string | undefined>
}

/** A function as it is. */
export interface FoundFunction {
  runtime: string
  handler: string
  memoryMb: number
  timeoutSeconds: number
  description: string
  /** Environment variables, values included: they are compared and never shown. */
  variables: Record<string, string>
  timers: TimerDefinition[]
  status: string
}

/** Who may call what: by function, `*` for those not named. */
export type CallRule = Record<string, { invoke: boolean | string }>

/** What an environment holds. */
export interface Found {
  functions: Record<string, FoundFunction>
  collections: Record<string, { acl: string; indexes: IndexDefinition[] }>
  storageAcl: string
  /** null: the platform's own, which lets everybody call everything. */
  callRule: CallRule | null
  /** MD5 by path. null: the environment has no site yet. */
  pages: Map<string, string> | null
}

/** One change. What is found and not declared is never changed. */
export type Step =
  | { kind: 'createCollection'; collection: string }
  | { kind: 'closeCollection'; collection: string }
  | { kind: 'createIndex'; collection: string; index: IndexDefinition }
  | { kind: 'closeStorage' }
  | { kind: 'setCallRule'; rule: CallRule }
  | { kind: 'createFunction'; wanted: WantedFunction }
  | { kind: 'updateCode'; wanted: WantedFunction }
  | { kind: 'configure'; wanted: WantedFunction; differences: string[]; variables: Record<string, string> }
  | { kind: 'createTimer'; functionName: string; timer: TimerDefinition }
  | { kind: 'changeTimer'; functionName: string; timer: TimerDefinition }
  | { kind: 'openSite' }
  | { kind: 'uploadPages'; pages: Page[] }

export interface Plan {
  steps: Step[]
  /** Found and not declared: named, and left as it is. */
  left: string[]
  /** Why nothing is done at all; empty when the plan can be carried out. */
  refusals: string[]
}

/** Before anything was ever deployed. */
export const nothing: Found = {
  functions: {},
  collections: {},
  storageAcl: '',
  callRule: null,
  pages: null,
}

/** Rule of every collection: only the functions read and write. */
export const collectionAcl = 'ADMINONLY'

/** Rule of the file store: only who uploaded a file, and the functions. The platform's default is public read. */
export const storageAcl = 'PRIVATE'
