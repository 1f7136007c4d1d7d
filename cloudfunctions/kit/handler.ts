import type { Access } from '../contract/access'
import type { CommonCode } from '../contract/codes'
import type { ActionName, ActionOf, Contract, Domain, Input, Output, OwnCode } from '../contract'
import type { Actor, RegisteredActor, ResidentActor } from './actor'
import type { Database } from './database'
import type { Files } from './files'
import type { IdKind } from './ids'
import type { ContentSafety } from './safety'
import type { Tickets } from './tickets'
import type { WxPlatform } from './wechat'

/** Who calls, by what the action's access lets in. */
export type ActorFor<A extends Access> = A extends { kind: 'registered' }
  ? RegisteredActor
  : A extends { kind: 'resident' }
    ? ResidentActor
    : A extends { kind: 'member' | 'staff' }
      ? Actor
      : A extends { kind: 'anyone' }
        ? Actor | null
        : null

/** Everything that a handler is handed: it reads no clock, no environment and makes no random number itself. */
export interface Context<N extends ActionName> {
  me: ActorFor<ActionOf<N>['access']>
  now: Date
  db: Database
  files: Files
  /** WeChat's servers. */
  wechat: WxPlatform
  /** WeChat's checks of what others will see. */
  safety: ContentSafety
  /** Signs browsers in. */
  tickets: Tickets
  /** Refuses with a code that the contract names. */
  fail: (code: OwnCode<N> | CommonCode, detail?: string) => never
  /** The id of this request's one effect; needs a `requestId` in the input. */
  effectId(kind: IdKind): string
  /** A hash of the input: the same request id with another input is a CONFLICT. */
  inputHash: string
  random(): number
  /** Milliseconds since the call began: long work stops in time and goes on in the next call. */
  elapsedMs(): number
}

/** One action. */
export type Handler<N extends ActionName> = (input: Input<N>, context: Context<N>) => Promise<Output<N>>

/** A handler for every action of a domain: a missing one does not compile. */
export type Handlers<D extends Domain> = {
  [A in keyof Contract[D] & string]: `${D}.${A}` extends infer N extends ActionName ? Handler<N> : never
}
