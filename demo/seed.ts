import { members } from '../cloudfunctions/kit/actor'
import { database, type Database } from '../cloudfunctions/kit/database'
import { effectId, memberIdOf } from '../cloudfunctions/kit/ids'
import { chinaDay } from '../cloudfunctions/kit/time'
import { places } from '../cloudfunctions/community/store'
import { rootIdOf, territoryNodes } from '../cloudfunctions/territory/store'
import { cancelRedemption } from '../cloudfunctions/points/cancelRedemption'
import { closeItem } from '../cloudfunctions/points/closeItem'
import { createItem } from '../cloudfunctions/points/createItem'
import { emptyAccount } from '../cloudfunctions/points/journal'
import { pickupCode } from '../cloudfunctions/points/pickupCode'
import { post } from '../cloudfunctions/points/post'
import { redeem } from '../cloudfunctions/points/redeem'
import { accountIdOf, accounts, items, journals, redemptions } from '../cloudfunctions/points/store'
import { verifyPickup } from '../cloudfunctions/points/verifyPickup'
import { act } from './act'
import { affairs } from './affairs'
import { replayCase } from './cases'
import { listPlaces } from './directory'
import { appointPersonas } from './duties'
import { liulinGoods, pinganliGoods } from './goods'
import { grantDraft } from './grants'
import { history, type Event } from './history'
import { holdMeetings } from './meetings'
import { putUpNotices } from './notices'
import { holdParty } from './party'
import { memberOf } from './people'
import { personaOf, personas } from './personas'
import { moveIn } from './residency'
import { demoDistrict, demoPlaces, liulin, pinganli } from './places'
import { layOutTerritory } from './territory'

let seeding: Promise<void> | undefined

/** Writes the demo data unless it is there. Every step can be repeated, so a start that was killed goes on. */
export function seedOnce(now: Date): Promise<void> {
  seeding ??= seed(now).catch((error: unknown) => {
    seeding = undefined
    throw error
  })
  return seeding
}

async function seed(now: Date): Promise<void> {
  const db = database()
  if (await db.read(places, demoDistrict._id)) return addLater(db, now)
  const start = await firstStart(db, now)
  await Promise.all(demoPlaces.map((place) => db.put(places, place)))
  await Promise.all(
    personas
      .filter(({ registered }) => registered)
      .map((persona) => db.insert(members, memberOf(persona, daysBefore(start, 200)))),
  )
  await appointPersonas(db, daysBefore(start, 200), daysBefore(start, 20))
  await layOutTerritory(db, daysBefore(start, 200), daysBefore(start, 60))
  const goods = await stockUp(daysBefore(start, 190))
  await Promise.all(personas.map(({ id }) => replay(db, id, goods, start)))
  // One after the other: they tell the same people, whose documents hold the count of what is unread.
  for (const story of affairs) await replayCase(story, (daysAgo) => daysBefore(start, daysAgo))
  await holdMeetings(start)
  await listPlaces(daysBefore(start, 150))
  await putUpNotices(start, now)
  await holdParty(start)
  await moveIn(start)
  await db.put(places, demoDistrict)
}

/** What data of an earlier version of the demo have not: forms without it would offer no building. */
async function addLater(db: Database, now: Date): Promise<void> {
  if (await db.read(territoryNodes, rootIdOf(pinganli))) return
  const start = await firstStart(db, now)
  await layOutTerritory(db, daysBefore(start, 200), daysBefore(start, 60))
}

/** All dates count from the first attempt: a repeated step must write exactly what it wrote before. */
async function firstStart(db: Database, now: Date): Promise<Date> {
  const first = personaOf('sun')
  await db.insert(members, memberOf(first, daysBefore(now, 200)))
  const found = await db.read(members, memberIdOf(first.openId))
  return daysBefore(new Date(found?.createdAt ?? now), -200)
}

/** @returns ids of the items by the key of the goods */
async function stockUp(at: Date): Promise<Map<string, string>> {
  const created = await Promise.all([
    ...pinganliGoods.map((goods) => offer('chen', pinganli, goods, at)),
    ...liulinGoods.map((goods) => offer('zhao', liulin, goods, at)),
  ])
  const goods = new Map(created)
  const itemId = goods.get('umbrella') ?? ''
  await act('points.closeItem', closeItem, 'chen', { requestId: requestOf('close', 'umbrella'), itemId }, at)
  return goods
}

async function offer(
  worker: string,
  communityId: string,
  { key, ...goods }: (typeof pinganliGoods)[number],
  at: Date,
): Promise<[string, string]> {
  const input = { ...goods, requestId: requestOf('offer', key), communityId, photoId: null }
  return [key, (await act('points.createItem', createItem, worker, input, at)).id]
}

/** One after the other: the entries of an account are in order of time. */
async function replay(db: Database, persona: string, goods: Map<string, string>, start: Date) {
  for (const event of history.filter((one) => one.persona === persona)) {
    const at = daysBefore(start, event.daysAgo)
    if (event.kind === 'grant') await grant(db, event, at)
    else await redeemAndEnd(db, event, goods.get(event.goods) ?? '', at)
  }
}

async function grant(db: Database, event: Extract<Event, { kind: 'grant' }>, at: Date): Promise<void> {
  const { home, openId, id } = personaOf(event.persona)
  if (!home) throw new Error(`${id} has no account: no residency`)
  const memberId = memberIdOf(openId)
  const worker = memberIdOf(personaOf(home.communityId === pinganli ? 'chen' : 'zhao').openId)
  const draft = grantDraft(event, worker, at)
  await db.transact(async (tx) => {
    if (await tx.find(journals, draft.key)) return
    const account = await tx.find(accounts, accountIdOf(home.communityId, memberId))
    await post(tx, account ?? emptyAccount(home.communityId, memberId), draft)
  })
}

type Redeeming = Extract<Event, { kind: 'redeem' }>

/** A repeat finds the redemption of an earlier attempt, ended or not, and does only what is left to do. */
async function redeemAndEnd(db: Database, event: Redeeming, itemId: string, at: Date): Promise<void> {
  const { persona, end } = event
  const requestId = requestOf(persona, `${event.daysAgo}`)
  const redemptionId = effectId('r', memberIdOf(personaOf(persona).openId), 'points.redeem', requestId)
  const earlier = await db.read(redemptions, redemptionId)
  if (earlier?.endedAt) return
  if (!earlier) {
    // An attempt that was killed may have left this behind. To the handler, at its past time, it never ages.
    await db.giveBack(items, itemId, redemptionId, { quantity: 1 })
    await act('points.redeem', redeem, persona, { requestId, itemId, quantity: 1 }, at)
  }
  // To the sweeper a reservation of past weeks is an old one: it may have come before the redemption was there.
  await db.take(items, itemId, redemptionId, { quantity: 1, at: at.toISOString() })
  const later = new Date(at.getTime() + 26 * 3_600_000)
  const input = { requestId, redemptionId }
  if (end === 'cancelled') await act('points.cancelRedemption', cancelRedemption, persona, input, later)
  if (end !== 'picked up') return
  const { code } = await act('points.pickupCode', pickupCode, persona, { redemptionId }, later)
  if (code) await act('points.verifyPickup', verifyPickup, 'sun', { requestId, code: code.digits }, later)
}

const requestOf = (kind: string, key: string): string => `demo-${kind}-${key}`.padEnd(16, '0')

/** Some time of a working day in China, so many days before the day of an instant; always the same one. */
function daysBefore(instant: Date, days: number): Date {
  const day = chinaDay(new Date(instant.getTime() - days * 86_400_000))
  const minutesAfterNine = Math.abs(days * 37) % 420
  return new Date(Date.parse(`${day}T09:00:00+08:00`) + minutesAfterNine * 60_000)
}
