import { jpegWith, segment } from '../../affairs/story'
import type { Caller, TestCloud } from '../../support/cloud'

/** Who asks, and two inputs that would both do something; they get one request id. */
export interface Pair {
  who: Caller
  inputs: readonly [object, object]
  /** Nobody can have both: the second cannot be done under an id of its own either. */
  alone?: boolean
}

/** Makes a pair for each action of a domain, by the action's name. */
export type Pairs = (stage: Stage) => Record<string, () => Promise<Pair>>

/** Whom the pairs are made for. */
export interface Stage {
  cloud: TestCloud
  chen: Caller
  sun: Caller
  guo: Caller
  /** Of the sub-district. */
  zhou: Caller
  /** 郭建军's, of whom cases can be asked. */
  handlerId: string
  /** A resident nobody knows, with points. */
  someone(): Promise<Caller>
}

/** Two of one thing, each done to by the same person. */
export async function pair(who: Caller, make: () => Promise<object>): Promise<Pair> {
  return { who, inputs: [await make(), await make()] }
}

/** A photo that says something of its own. */
export const photo = (text: string): string => jpegWith(segment(0xe0, Buffer.from(text))).toString('base64')
