import type { Output } from '@contract/index'
import type { Filter } from '../../localcloud/engine/types'
import type { CallInput } from '../support/caller'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'
import { reconcile } from '../points/story'

export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export type StaffActivity = Output<'party.publish'>
export type Activity = Output<'party.activity'>
export type Publishing = CallInput<'party.publish'>

/** An instant so many milliseconds from now, ISO 8601. */
export const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString()

/** What a new activity says unless a story needs something else: it begins now, lasts two hours, has no limit. */
export const activityInput = (fields: Partial<Publishing> = {}): Publishing => ({
  requestId: newRequestId(),
  communityId: pinganli,
  title: '清理楼道',
  venue: '7 号楼门前',
  note: '',
  startsAt: fromNow(0),
  endsAt: fromNow(2 * hour),
  compound: null,
  capacity: null,
  ...fields,
})

export const newActivity = (worker: Caller, fields: Partial<Publishing> = {}): Promise<StaffActivity> =>
  worker.get('party.publish', activityInput(fields))

/** What somebody tells who applies. */
export const application = (requestId = newRequestId()): CallInput<'party.apply'> => ({
  requestId,
  branch: '机关第一支部',
  phone: '13800000001',
  consent: 1,
})

export const applied = (who: Caller) => who.get('party.apply', application())

export const verify = (worker: Caller, registrationId: string, requestId = newRequestId()) =>
  worker.call('party.verify', { requestId, registrationId })

/** The codes of this moment on the screen at the door; empty outside their time. */
export async function codesOf(worker: Caller, activityId: string): Promise<{ in: string; out: string }> {
  const { inSteps, outSteps } = await worker.get('party.host', { activityId })
  return { in: inSteps?.[0]?.qr ?? '', out: outSteps?.[0]?.qr ?? '' }
}

export const join = (who: Caller, activityId: string, requestId = newRequestId()) =>
  who.call('party.join', { requestId, activityId })

export const leave = (who: Caller, activityId: string, requestId = newRequestId()) =>
  who.call('party.leave', { requestId, activityId })

export const checkIn = (who: Caller, code: string, requestId = newRequestId()) =>
  who.call('party.checkIn', { requestId, code })

export const checkOut = (who: Caller, code: string, requestId = newRequestId()) =>
  who.call('party.checkOut', { requestId, code })

export const correct = (
  worker: Caller,
  participationId: string,
  minutes: number,
  requestId = newRequestId(),
) => worker.call('party.correct', { requestId, participationId, minutes, reason: '按现场登记改' })

/** Moves the clock of the functions; the callers' own stays. */
export const later = (cloud: TestCloud, ms: number): void =>
  cloud.faults.set({ clockSkewMs: { party: ms, jobs: ms, points: ms, inbox: ms } })

/** Documents as they are stored. */
export const stored = async <D>(cloud: TestCloud, collection: string, filter: Filter): Promise<D[]> =>
  (await cloud.engine.find({ collection, filter, limit: 1000 })) as unknown as D[]

/** Somebody is there, and has been for so long. The clock stays there. */
export async function present(cloud: TestCloud, worker: Caller, who: Caller, activityId: string, ms: number) {
  const entered = await checkIn(who, (await codesOf(worker, activityId)).in)
  if (!entered.ok) throw new Error(entered.code)
  later(cloud, ms)
  return entered.data
}

/** The participation that a caller has in an activity, as its staff see it by the caller's own place on the list. */
export const partOf = async (who: Caller, activityId: string) =>
  (await who.get('party.activity', { activityId })).participation

interface StoredActivity {
  capacity: number | null
  left: number
  reservedUnits: number
  reserved: Record<string, unknown>
}

/**
 * Once nothing is under way: sweeps, counts, and proves the ledger. Each place is free or held by one participation,
 * and points are those of the participations.
 */
export async function expectSound(cloud: TestCloud, activityId: string): Promise<void> {
  later(cloud, 5 * hour)
  expect(await cloud.timer('sweepPlaces', { graceMs: 0 })).toMatchObject({ ok: true })
  cloud.faults.clear()
  const [activity] = await stored<StoredActivity>(cloud, 'activities', { _id: activityId })
  const all = await stored<{ _id: string; state: string }>(cloud, 'participations', { activityId })
  const holding = all.filter(({ state }) => state !== 'left').map(({ _id }) => _id)
  if (activity && activity.capacity !== null) {
    expect(Object.keys(activity.reserved).sort()).toEqual(holding.sort())
    expect(activity.reservedUnits).toBe(holding.length)
    expect(activity.left + activity.reservedUnits).toBe(activity.capacity)
  } else expect(activity).toMatchObject({ left: 0, reservedUnits: 0, reserved: {} })
  expect(await reconcile(cloud)).toMatchObject({ finished: true, differences: [] })
}
