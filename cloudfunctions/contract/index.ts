import type { z } from 'zod'
import type { ActionDefinition } from './action'
import type { CommonCode, Reply } from './codes'
import { affairs } from './affairs'
import { community } from './community'
import { desk } from './desk'
import { directory } from './directory'
import { duties } from './duties'
import { exportActions } from './exports'
import { home } from './home'
import { imports } from './imports'
import { inbox } from './inbox'
import { jobs } from './jobs'
import { meetings } from './meetings'
import { notices } from './notices'
import { party } from './party'
import { points } from './points'
import { proxy } from './proxy'
import { privacy } from './privacy'
import { residency } from './residency'
import { safety } from './safety'
import { territory } from './territory'

/** All domains and their actions: the one list that the guard, the client and `GET /v1/contract` read. */
export const contract = {
  affairs,
  community,
  desk,
  directory,
  duties,
  exports: exportActions,
  home,
  imports,
  inbox,
  jobs,
  meetings,
  notices,
  party,
  points,
  proxy,
  privacy,
  residency,
  safety,
  territory,
} satisfies Record<string, Record<string, ActionDefinition>>

export type Contract = typeof contract
export type Domain = keyof Contract

/** `points.redeem`, … */
export type ActionName = { [D in Domain]: `${D}.${keyof Contract[D] & string}` }[Domain]

/** The definition behind a name. */
export type ActionOf<N extends ActionName> = N extends `${infer D extends Domain}.${infer A}`
  ? A extends keyof Contract[D]
    ? Contract[D][A] extends ActionDefinition
      ? Contract[D][A]
      : never
    : never
  : never

/** What a caller sends, after parsing. */
export type Input<N extends ActionName> = z.output<ActionOf<N>['input']>

/** What a handler returns and a caller gets. */
export type Output<N extends ActionName> = z.output<ActionOf<N>['output']>

/** The action's own refusals. */
export type OwnCode<N extends ActionName> = ActionOf<N>['errors'][number]

export type ReplyOf<N extends ActionName> = Reply<Output<N>, OwnCode<N>>

/** Any code that any action can answer. */
export type AnyCode = CommonCode | { [N in ActionName]: OwnCode<N> }[ActionName]
