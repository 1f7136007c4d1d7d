import cloudbase from '@cloudbase/node-sdk'
import type { Commands } from './where'

/** The few parts of the SDK's database that the product uses, with the reply shapes seen on the wire. */
export interface SdkDatabase {
  command: Commands & {
    inc(by: number): unknown
    set(value: unknown): unknown
    remove(): unknown
  }
  collection(name: string): SdkCollection
  startTransaction(): Promise<SdkTransaction>
}

export interface SdkTransaction {
  collection(name: string): SdkCollection
  commit(): Promise<SdkReply>
  rollback(reason?: unknown): Promise<SdkReply>
}

export interface SdkReply {
  code?: string
  message?: string
}

interface SdkList extends SdkReply {
  /** Documents; inside a transaction `doc().get()` gives one object or null. */
  data: unknown
}

interface SdkQuery {
  orderBy(path: string, direction: 'asc' | 'desc'): SdkQuery
  limit(count: number): SdkQuery
  field(projection: Record<string, boolean>): SdkQuery
  get(): Promise<SdkList>
  update(change: Record<string, unknown>): Promise<SdkReply & { updated: number }>
  remove(): Promise<SdkReply & { deleted: number }>
  count(): Promise<SdkReply & { total: number }>
}

interface SdkDocument {
  field(projection: Record<string, boolean>): { get(): Promise<SdkList> }
  get(): Promise<SdkList>
  set(document: Record<string, unknown>): Promise<SdkReply>
  create(document: Record<string, unknown>): Promise<SdkReply>
  remove(): Promise<SdkReply & { deleted: number }>
}

interface SdkCollection {
  doc(id: string): SdkDocument
  add(documents: unknown): Promise<SdkReply>
  where(filter: Record<string, unknown>): SdkQuery
}

type App = ReturnType<typeof cloudbase.init>

let app: App | undefined

/**
 * The SDK, made at the first call: one instance of a function keeps it for its life. Inside a function it opens a
 * connection for each request unless told otherwise; keeping them saves a handshake a database call. A request on
 * a kept connection that breaks is sent again by the SDK, which our conditional writes bear.
 */
export const sdk = (): App =>
  (app ??= cloudbase.init({ env: process.env.TCB_ENV ?? cloudbase.SYMBOL_CURRENT_ENV, keepalive: true }))

let database: SdkDatabase | undefined

export const sdkDatabase = (): SdkDatabase => (database ??= sdk().database() as unknown as SdkDatabase)

/** Who calls, from the platform and never from the event. Empty without a log-in. Read once, at entry. */
export const callerOpenId = (): string => sdk().auth().getUserInfo().openId

/** The custom user id of a caller without WeChat, see kit/desk; empty for everybody else. */
export const callerUserId = (): string => sdk().auth().getUserInfo().customUserId
