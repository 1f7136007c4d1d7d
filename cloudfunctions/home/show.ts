import { allPlaces } from '../community/queries'
import { places } from '../community/store'
import { communityView, communityViews } from '../community/views'
import type { Output } from '../contract'
import type { ResidentActor } from '../kit/actor'
import type { Database } from '../kit/database'
import type { Handler } from '../kit/handler'
import { chinaDay } from '../kit/time'
import { availableOf } from '../points/lots'
import { openItems, toPickUp } from '../points/queries'
import { accountIdOf, accounts, items, redemptions } from '../points/store'
import { itemView, photoLinks } from '../points/views'

type ResidentPart = NonNullable<Output<'home.show'>['resident']>

const itemsShown = 4

/** The first screen. A resident sees the own community; anybody else the one asked for. Five round trips. */
export const show: Handler<'home.show'> = async ({ communityId }, { me, now, db, files, fail }) => {
  const known = await db.list(places, allPlaces())
  const wanted = me?.residency?.communityId ?? communityId ?? communityViews(known)[0]?.id ?? ''
  const community = communityView(wanted, known) ?? fail('NOT_FOUND')
  const [shown, resident] = await Promise.all([
    db.list(items, openItems(wanted, itemsShown)),
    me?.residency && me.member ? residentPart(db, me as ResidentActor, now) : null,
  ])
  const links = await photoLinks(files, shown)
  return { community, resident, items: shown.map((item) => itemView(item, links)) }
}

async function residentPart(db: Database, me: ResidentActor, now: Date): Promise<ResidentPart> {
  const { communityId, building, unit } = me.residency
  const [account, waiting] = await Promise.all([
    db.read(accounts, accountIdOf(communityId, me.memberId)),
    db.list(redemptions, toPickUp(me.memberId)),
  ])
  const today = chinaDay(now)
  const lots = (account?.lots ?? []).filter(({ expiresOn }) => expiresOn >= today)
  return {
    building,
    unit,
    available: availableOf(lots, today),
    nextExpiry: lots[0] ?? null,
    toPickUp: waiting.slice(0, 3).map((redemption) => ({
      id: redemption._id,
      itemName: redemption.itemName,
      quantity: redemption.quantity,
      pickupPlace: redemption.pickupPlace,
      pickUpBefore: redemption.pickUpBefore,
    })),
    toPickUpCount: waiting.length,
  }
}
