import { limits } from '../contract/limits'
import { acceptBy, answerBy, daysAfter, superiorOf } from './rules'
import type { Happening } from './states'
import type { Case } from './store'

type Change = Partial<Case>

const dropped = { handler: null, dispatchedAt: null }

/** What an event changes in a case beside its state and its timeline. */
export function effectOf(kase: Case, happening: Happening, at: string): Change {
  switch (happening.event) {
    case 'accept':
      return { dueOn: answerBy(kase) }
    case 'dispatch':
      return { dueOn: answerBy(kase), handler: happening.handler, dispatchedAt: at }
    case 'sendBack':
      return { ...dropped, dueOn: answerBy(kase) }
    case 'escalate':
      return { ...dropped, ownerPlaceId: superiorOf(kase.ownerPlaceId), dueOn: acceptBy(at) }
    case 'answer':
      return {
        ...done(happening.outcome, at),
        lapseAt: daysAfter(at, limits.case.rateWithinDays),
        published: happening.published,
        publishedHeld: happening.publishedHeld,
      }
    case 'refuse':
      return done('refused', at)
    case 'withdraw':
      return done('withdrawn', at)
    case 'rate':
      return rated(kase, happening, at)
    case 'reopen':
      return reopened(kase, at)
    case 'lapse':
      return { lapseAt: null }
  }
}

/** The case where it belongs now: its queue, its order in it, and its order on the public page. */
export function placed(kase: Case): Case {
  const { state, doneAt, dueOn, order, _id, published, publishedHeld } = kase
  const queue = doneAt !== null ? 'done' : state === 'dispatched' ? 'out' : 'todo'
  const queueKey = doneAt !== null ? `${doneAt}:${_id}` : `${dueOn}:${order}`
  const isPublic = published && !publishedHeld && doneAt !== null
  return { ...kase, queue, queueKey, publishedKey: isPublic ? `${doneAt}:${_id}` : null }
}

const done = (outcome: Case['outcome'], at: string): Change => ({
  outcome,
  doneAt: at,
  dueOn: null,
  rating: null,
})

/** Whoever is not satisfied has until the last day of reopening; then the case closes as it stands. */
const rated = (
  { doneAt }: Case,
  { satisfied, text }: Extract<Happening, { event: 'rate' }>,
  at: string,
): Change => ({
  rating: { satisfied, comment: text },
  lapseAt: satisfied ? null : daysAfter(doneAt ?? at, limits.case.reopenWithinDays),
})

/** The days until the answer begin anew; what was public is so no longer. */
const reopened = (kase: Case, at: string): Change => ({
  ...dropped,
  outcome: null,
  doneAt: null,
  lapseAt: null,
  rating: null,
  published: null,
  publishedHeld: null,
  reopenings: kase.reopenings + 1,
  countedFrom: at,
  dueOn: answerBy({ ...kase, countedFrom: at }),
})
