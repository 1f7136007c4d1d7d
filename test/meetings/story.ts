import type { Output } from '@contract/index'
import type { Filter } from '../../localcloud/engine/types'
import type { CallInput } from '../support/caller'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'

export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export type StaffMeeting = Output<'meetings.staffMeetings'>['meetings'][number]
export type Publishing = CallInput<'meetings.publish'>

/** An instant so many milliseconds from now, ISO 8601. */
export const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString()

/** What a new meeting says unless a story needs something else: in three days, sign-up open, for everybody. */
export const meetingInput = (fields: Partial<Publishing> = {}): Publishing => ({
  requestId: newRequestId(),
  communityId: pinganli,
  template: 'open_day',
  title: '十一月恳谈日',
  venue: '党群服务中心 2 楼',
  note: '',
  startsAt: fromNow(3 * day),
  endsAt: fromNow(3 * day + 2 * hour),
  signUpFrom: fromNow(-day),
  signUpUntil: fromNow(3 * day),
  capacity: 2,
  waitlistLimit: 2,
  audience: { kind: 'community' },
  householdLimit: null,
  agenda: [],
  months: 1,
  ...fields,
})

/** A new meeting of 平安里社区, or of the community in `fields`. */
export async function newMeeting(worker: Caller, fields: Partial<Publishing> = {}): Promise<StaffMeeting> {
  const { meetings } = await worker.get('meetings.publish', meetingInput(fields))
  return meetings[0]!
}

export const signUp = (who: Caller, meetingId: string, requestId = newRequestId()) =>
  who.call('meetings.signUp', { requestId, meetingId })

export const signedUp = (who: Caller, meetingId: string) =>
  who.get('meetings.signUp', { requestId: newRequestId(), meetingId })

export const cancel = (who: Caller, signUpId: string, requestId = newRequestId()) =>
  who.call('meetings.cancelSignUp', { requestId, signUpId })

export const accept = (who: Caller, signUpId: string) =>
  who.call('meetings.acceptOffer', { requestId: newRequestId(), signUpId })

/** Moves the clock of the meetings and the timers; the callers' own stays. */
export const later = (cloud: TestCloud, ms: number): void =>
  cloud.faults.set({ clockSkewMs: { meetings: ms, jobs: ms, affairs: ms, inbox: ms } })

/** My own part in a meeting. */
export const mineIn = async (who: Caller, meetingId: string) =>
  (await who.get('meetings.meeting', { meetingId })).signUp

interface StoredMeeting {
  capacity: number
  left: number
  reservedUnits: number
  reserved: Record<string, unknown>
}

/** Documents as they are stored. */
export const stored = async <D>(cloud: TestCloud, collection: string, filter: Filter): Promise<D[]> =>
  (await cloud.engine.find({ collection, filter, limit: 1000 })) as unknown as D[]

/**
 * Once nothing is under way: sweeps and counts. Each seat is free or held by one sign-up, and nobody holds a place
 * on the waitlist who does not wait.
 */
export async function expectSeatsSound(cloud: TestCloud, meetingId: string): Promise<void> {
  await cloud.timer('sweepSeats', { graceMs: 0 })
  const [meeting] = await stored<StoredMeeting>(cloud, 'meetings', { _id: meetingId })
  const [waitlist] = await stored<StoredMeeting>(cloud, 'waitlists', { _id: meetingId })
  const all = await stored<{ _id: string; state: string }>(cloud, 'sign_ups', { meetingId })
  const idsIn = (...states: string[]) =>
    all
      .filter(({ state }) => states.includes(state))
      .map(({ _id }) => _id)
      .sort()
  expect(Object.keys(meeting?.reserved ?? {}).sort()).toEqual(idsIn('seated', 'offered', 'attended'))
  expect(meeting?.reservedUnits).toBe(idsIn('seated', 'offered', 'attended').length)
  expect((meeting?.left ?? 0) + (meeting?.reservedUnits ?? 0)).toBe(meeting?.capacity)
  expect(Object.keys(waitlist?.reserved ?? {}).sort()).toEqual(idsIn('waiting'))
  expect(waitlist?.reservedUnits).toBe(idsIn('waiting').length)
}
