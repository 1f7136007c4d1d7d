import { knownPlaces } from '../community/read'
import { audits } from '../kit/audit'
import type { Handler } from '../kit/handler'
import { consentsOf, sightingsOf } from './queries'
import { consents, copies, copyIdOf } from './store'
import { consentView, copyView, sightingView } from './views'

/** My copy, what I agreed to, and who saw what of me in full. Four round trips, five once somebody saw it. */
export const home: Handler<'privacy.home'> = async (_input, { me, now, db }) => {
  const [copy, agreed, seen] = await Promise.all([
    db.read(copies, copyIdOf(me.memberId)),
    db.list(consents, consentsOf(me.memberId)),
    db.list(audits, sightingsOf(me.memberId)),
  ])
  const places = seen.length > 0 ? await knownPlaces(db) : []
  const nameOf = (id: string) => places.find(({ _id }) => _id === id)?.name ?? ''
  return {
    copy: copy && copyView(copy, now),
    consents: agreed.map(consentView),
    seen: seen.map((row) => sightingView(row, nameOf(row.communityId))),
  }
}
