import type { z } from 'zod'
import type { HeldMark } from '../contract/safety'
import type { Context } from '../kit/handler'
import { effectId } from '../kit/ids'
import type { Verdict } from '../kit/safety'
import { strictest } from './rules'
import type { Check } from './store'

export { checks } from './store'
export type { Check } from './store'

type Asking = Pick<Context<'affairs.answer'>, 'safety' | 'wechat'> & { me: { memberId: string } }
type Mark = z.output<typeof HeldMark>

/** A text that others will see, with the name of its field. */
export interface Said {
  field: string
  text: string
}

/** What WeChat says of some texts together, and the first field that it refuses. */
export interface Screening {
  verdict: Verdict
  refusedField: string | null
}

/**
 * Asks WeChat about texts that others will see, all at once. It refuses nothing itself: a repeat of a request that
 * is through gets its answer whatever WeChat says today. No round trip; at most `limits.safety.textMs`.
 */
export async function screen(said: readonly Said[], { safety, wechat, me }: Asking): Promise<Screening> {
  const by = { sealed: wechat.sealCaller(), memberId: me.memberId }
  const verdicts = await Promise.all(
    said.map(({ text }) => (text.trim() === '' ? ('pass' as const) : safety.checkText(text, by))),
  )
  const refused = verdicts.indexOf('risky')
  return { verdict: strictest(verdicts), refusedField: said[refused]?.field ?? null }
}

/** What is held, and where it stands. */
export type Thing = Pick<Check, 'kind' | 'documentId' | 'part' | 'communityId' | 'texts' | 'photoId'>

/** The id under which something is held: the same thing is held once. */
export const checkIdOf = ({ kind, documentId, part }: Pick<Thing, 'kind' | 'documentId' | 'part'>): string =>
  effectId('k', documentId, `safety.${kind}`, part)

/** What is held from now on because of a verdict: for a person to look at, or to be asked about again. */
export function heldBy(verdict: 'review' | 'down', thing: Thing, context: Asking & { now: Date }): Check {
  const { me, wechat, now } = context
  const isChecked = verdict === 'down'
  const sealed = isChecked ? wechat.sealCaller() : null
  const check = checkOf(thing, { memberId: me.memberId, sealed }, now.toISOString())
  return isChecked ? check : { ...check, state: 'review', nextAt: null }
}

/** What is held until WeChat has looked at it. @param sealed the writer, for WeChat */
export function checkOf(
  thing: Thing,
  writer: { memberId: string; sealed: string | null },
  at: string,
): Check {
  const _id = checkIdOf(thing)
  return {
    ...thing,
    _id,
    schemaVersion: 1,
    writerId: writer.memberId,
    sealed: writer.sealed,
    state: 'checking',
    traceId: null,
    tries: 0,
    nextAt: at,
    heldAt: at,
    order: `${at}:${_id}`,
    timeline: [],
    version: 1,
  }
}

/** How what is held is marked in its own document. */
export const waitingMark = ({ _id }: Pick<Check, '_id'>): Mark => ({
  checkId: _id,
  state: 'waiting',
  reason: '',
})
