import { limits } from '../contract/limits'
import { actorOf, members, type DeskInForce, type Member } from '../kit/actor'
import { claim } from '../kit/claim'
import { desksInForce } from '../kit/desk'
import type { Context, Handler } from '../kit/handler'
import type { Tx } from '../kit/transact'
import { withDesk } from './rules'
import { movedDesk } from './states'
import { desks, type Desk } from './store'

type Confirming = Context<'desk.confirm'>

/** The browser is in from now on. Eight round trips; ten when it is one desk too many. */
export const confirm: Handler<'desk.confirm'> = async ({ deskId }, context) => {
  const { me, db, now, fail } = context
  return db.transact(async (tx, attempt) => {
    const isRepeat = await claim(tx, attempt, context)
    const desk = await tx.find(desks, deskId)
    if (!desk || desk.memberId !== me.memberId) return fail('NOT_FOUND')
    if (isRepeat) return { until: desk.until ?? fail('WRONG_STATE') }
    const member = await tx.find(members, me.memberId)
    if (!member || actorOf(me.memberId, member, now).duties.length === 0) return fail('DESK_STAFF_ONLY')
    return { until: await putInForce(tx, desk, member, context) }
  })
}

async function putInForce(tx: Tx, desk: Desk, member: Member, context: Confirming): Promise<string> {
  const { now, fail, wechat } = context
  const at = now.toISOString()
  const by = { who: 'member', memberId: member._id, at } as const
  if (desk.state === 'scanned' && at >= desk.expiresAt) return fail('DESK_EXPIRED')
  const moved = movedDesk(desk, 'confirm', by) ?? fail('WRONG_STATE')
  const until = moved.until ?? fail('WRONG_STATE')
  const { _id: id, browser, system } = desk
  const added: DeskInForce = { id, browser, system, since: at, until, sealed: wechat.sealCaller() }
  const next = withDesk(desksInForce(member.desks, now), added, limits.desk.perPerson)
  await tx.put(desks, moved)
  await tx.put(members, { ...member, desks: next.desks })
  if (next.displaced) await displace(tx, next.displaced.id, by)
  return until
}

async function displace(
  tx: Tx,
  id: string,
  by: { who: 'member'; memberId: string; at: string },
): Promise<void> {
  const oldest = await tx.find(desks, id)
  const moved = oldest && movedDesk(oldest, 'displace', by)
  if (moved) await tx.put(desks, moved)
}
