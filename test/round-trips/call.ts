import type { Contract, Domain } from '@contract/index'
import type { Caller, TestCloud } from '../support/cloud'

/** A cloud with the demo's data, and the people that most stories need. */
export interface Stage {
  cloud: TestCloud
  /** A new verified resident with so many points. */
  resident(points?: number): Promise<Caller>
  /** A persona of the demo, with or without a duty. */
  persona(id: string): Promise<Caller>
}

/** Who calls, and with what. A timer has nobody. */
export type Call = [who: Caller | 'timer', input: unknown]

/** Brings about the normal case of each action; the call itself is made, and counted, by the test. */
export type CallsOf<D extends Domain> = {
  [A in keyof Contract[D] & string]?: (stage: Stage) => Promise<Call>
}
