import { maskedName } from '../community/rules'
import { knownPlaces } from '../community/read'
import type { Input } from '../contract'
import { limits } from '../contract/limits'
import { notify } from '../inbox/post'
import { members, reachUnit, type Actor, type Member } from '../kit/actor'
import type { Context, Handler } from '../kit/handler'
import { goesOn } from '../kit/onBehalf'
import { addMinutes, chinaDay } from '../kit/time'
import type { Tx } from '../kit/transact'
import { noticeOf } from './notices'
import { oneMore, roleOf } from './rules'
import { movedProxy, type MovableProxy } from './states'
import { proxies, proxyHelpers, type Proxy } from './store'
import { sessionView } from './views'

type Starting = Context<'proxy.start'>

/**
 * Begins to act for somebody: the record, the bound on the helper and the message to the resident are written in one
 * transaction. Eleven round trips, one more for a helper who has helped before.
 */
export const start: Handler<'proxy.start'> = async (input, context) => {
  const { me, db, now, fail, inputHash } = context
  if (input.memberId === me.memberId) return fail('NOT_ONESELF')
  const places = await knownPlaces(db)
  const begun = await db.transact((tx, attempt) => write(tx, attempt, input, context))
  if (begun.inputHash !== inputHash) return fail('CONFLICT')
  return sessionView(begun, places, now)
}

async function write(
  tx: Tx,
  attempt: number,
  input: Input<'proxy.start'>,
  context: Starting,
): Promise<Proxy> {
  const { me, now, fail } = context
  const id = context.effectId('y')
  const helper = await tx.find(proxyHelpers, me.memberId)
  const latest = helper && (await tx.find(proxies, helper.proxyId))
  // A repeat that came after the next one had begun finds its own by the clash of ids.
  const earlier = latest?._id === id ? latest : attempt > 0 ? await tx.find(proxies, id) : null
  if (earlier) return earlier
  const resident = await tx.find(members, input.memberId)
  const as = resident && helperOf(input.as, me, resident)
  if (!resident || !as) return fail('NOT_FOUND')
  if (latest && goesOn(latest, now)) return fail('PROXY_RUNNING')
  const bound = oneMore(helper, me.memberId, id, chinaDay(now)) ?? fail('RATE_LIMITED')
  const by = { who: 'helper', actor: me.memberId, request: id, at: now.toISOString() } as const
  const begun = movedProxy(fresh(id, input, as, resident, context), 'start', by)
  if (!begun) throw new Error('a proxy that cannot begin')
  await tx.put(proxyHelpers, bound)
  await notify(tx, noticeOf(begun, 'start', by.at))
  return tx.insert(proxies, begun)
}

/** As whom somebody may help a resident; null: not at all. The resident's door must be verified. */
function helperOf(as: 'staff' | 'family', me: Actor, { residency }: Member): Proxy['as'] | null {
  if (!residency) return null
  if (as === 'family') return me.residency?.householdId === residency.householdId ? 'family' : null
  return roleOf(me.duties.filter((duty) => reachUnit([duty], residency.communityId, residency)))
}

/** At its beginning. Of both it keeps no more than the other, and the community, may see. */
function fresh(
  id: string,
  { why, note, agreed }: Input<'proxy.start'>,
  as: Proxy['as'],
  resident: Member,
  { me, now, inputHash }: Starting,
): MovableProxy {
  const at = now.toISOString()
  const { communityId = '', householdId = '', building = '', unit = '' } = resident.residency ?? {}
  return {
    ...{ _id: id, schemaVersion: 1, inputHash, communityId, householdId, building, unit },
    residentId: resident._id,
    residentName: maskedName(resident.name),
    helperId: me.memberId,
    helperName: maskedName(me.member?.name ?? ''),
    ...{ as, why, note, agreed },
    state: null,
    order: `${at}:${id}`,
    startedAt: at,
    endsAt: addMinutes(now, limits.proxy.minutes).toISOString(),
    endedAt: null,
    acts: [],
    version: 1,
    objection: '',
    settlement: '',
    objectionKey: null,
    nextAt: null,
    timeline: [],
  }
}
