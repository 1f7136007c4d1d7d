import { knownPlaces } from '../community/read'
import { communityView, communityViews } from '../community/views'
import type { Output } from '../contract'
import type { Actor, ResidentActor } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { itemsOnShow, summaryOf } from '../points/read'
import { itemView, photoLinks } from '../points/views'

const itemsShown = 4

/** The first screen. A resident sees the own community; anybody else the one asked for. Five round trips. */
export const show: Handler<'home.show'> = async ({ communityId }, { me, now, db, files, fail }) => {
  const known = await knownPlaces(db)
  const wanted = me?.residency?.communityId ?? communityId ?? communityViews(known)[0]?.id ?? ''
  const community = communityView(wanted, known) ?? fail('NOT_FOUND')
  const [shown, resident] = await Promise.all([
    itemsOnShow(db, wanted, itemsShown),
    residentPart(db, me, now),
  ])
  const links = await photoLinks(files, shown)
  return { community, resident, items: shown.map((item) => itemView(item, links)) }
}

/** null for a guest, and for a member whose residency is not verified. */
async function residentPart(
  db: Database,
  me: Actor | null,
  now: Date,
): Promise<Output<'home.show'>['resident']> {
  if (!me?.residency || !me.member) return null
  const { building, unit } = me.residency
  return { building, unit, ...(await summaryOf(db, me as ResidentActor, now)) }
}
