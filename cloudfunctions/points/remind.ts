import { notify } from '../inbox/post'
import { alsoByWechat } from '../inbox/rules'
import type { Database } from '../kit/database'
import { addMinutes, chinaDay } from '../kit/time'
import { endingBy } from './queries'
import { redemptions, type Redemption } from './store'

/** Minutes before its end in which somebody is reminded of a redemption. */
const minutesAhead = 2 * 24 * 60

interface Run {
  db: Database
  now: Date
  /** People who are told in one run; the next run goes on. */
  most: number
}

/** Reminds those whose redemption ends within two days, once. @returns how many were told */
export async function remindOfRedemptions({ db, now, most }: Run): Promise<number> {
  if (most <= 0) return 0
  const until = addMinutes(now, minutesAhead).toISOString()
  let told = 0
  for (const { _id } of await db.list(redemptions, endingBy(now.toISOString(), until, most)))
    told += Number(await remind(db, _id, now.toISOString()))
  return told
}

const remind = (db: Database, id: string, at: string): Promise<boolean> =>
  db.transact(async (tx) => {
    const redemption = await tx.find(redemptions, id)
    if (redemption?.state !== 'open' || redemption.reminded || redemption.pickUpBefore <= at) return false
    const { memberId } = redemption
    await notify(tx, {
      ...wordsOf(redemption),
      ...{ memberId, target: { kind: 'redemption', id }, event: `remind ${id}`, at },
      wechat: alsoByWechat('pickup', at),
    })
    await tx.put(redemptions, { ...redemption, reminded: true })
    return true
  })

/** What is not picked up comes back, and is of no use where its last day has passed by then. */
function wordsOf(redemption: Redemption): { title: string; text: string } {
  const { itemName, pickUpBefore, pickupPlace, costPoints, refundExpires: lot } = redemption
  const last = chinaDay(new Date(pickUpBefore))
  const refund =
    lot && lot.expiresOn <= last
      ? `${lot.points < costPoints ? '其中' : '这'} ${lot.points} 分 ${monthDay(lot.expiresOn)}到期，退回来也用不了`
      : '积分退回'
  return {
    title: '兑换的东西还没领',
    text: `「${itemName}」请在 ${monthDay(last)}前到${pickupPlace}领。过期自动取消，${refund}。`,
  }
}

function monthDay(of: string): string {
  const [, month, day] = of.split('-').map(Number)
  return `${month} 月 ${day} 日`
}
