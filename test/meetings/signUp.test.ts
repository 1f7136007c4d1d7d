import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accept,
  cancel,
  day,
  expectSeatsSound,
  fromNow,
  hour,
  later,
  liulin,
  mineIn,
  minute,
  newMeeting,
  pinganli,
  signedUp,
  signUp,
  stored,
} from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

describe('[M1] signing up is refused', () => {
  it('to a guest, to somebody without a verified home, and to staff', async () => {
    const { id } = await newMeeting(chen)
    expect(await signUp(cloud.guest(), id)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await signUp(await cloud.resident('visitor'), id)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await signUp(chen, id)).toMatchObject({ code: 'FORBIDDEN' })
    await expectSeatsSound(cloud, id)
  })

  it('for a meeting that does not exist, and alike for one of another community', async () => {
    const foreign = await newMeeting(await cloud.staff('zhao'), { communityId: liulin })
    const li = await cloud.resident('li')
    for (const id of [`t_${'a'.repeat(22)}`, foreign.id])
      expect(await signUp(li, id)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('to those of another building; the form names buildings as 「7 号楼」, the roster as 7', async () => {
    const { compounds } = await chen.get('affairs.form', { communityId: pinganli })
    const { name, buildings } = compounds[0]!
    expect(buildings.slice(6, 8)).toEqual(['7 号楼', '8 号楼'])
    const audience = { kind: 'compound' as const, name, buildings: buildings.slice(6, 8) }
    const { id } = await newMeeting(chen, { audience })
    expect(await signUp(await cloud.resident('li'), id)).toMatchObject({ code: 'NOT_FOR_YOU' })
    expect(await signUp(await cloud.resident('zhang'), id)).toMatchObject({ ok: true })
  })

  it('before it opens, after it closes, and when it is called off', async () => {
    const li = await cloud.resident('li')
    const early = await newMeeting(chen, { signUpFrom: fromNow(hour) })
    expect(await signUp(li, early.id)).toMatchObject({ code: 'SIGN_UP_NOT_YET' })
    const { id } = await newMeeting(chen, { signUpUntil: fromNow(day) })
    later(cloud, day + minute)
    expect(await signUp(li, id)).toMatchObject({ code: 'SIGN_UP_CLOSED' })
    cloud.faults.clear()
    await chen.get('meetings.callOff', { requestId: newRequestId(), meetingId: id, reason: '停电' })
    expect(await signUp(li, id)).toMatchObject({ code: 'CALLED_OFF' })
  })

  it('twice, and over the limit of the household', async () => {
    const { id } = await newMeeting(chen, { householdLimit: 1, capacity: 5 })
    // Resident 0 and resident 1020 of the demo live behind the same door; so do those of two batches.
    const [first] = await cloud.residents(1, 0)
    const [second] = await cloud.residents(1, 0)
    await signedUp(first!, id)
    expect(await signUp(first!, id)).toMatchObject({ code: 'ALREADY_SIGNED_UP' })
    expect(await signUp(second!, id)).toMatchObject({ code: 'HOUSEHOLD_FULL' })
    await expectSeatsSound(cloud, id)
  })

  it('when seats and waitlist are full', async () => {
    const { id } = await newMeeting(chen, { capacity: 1, waitlistLimit: 1 })
    const [one, two, three] = await cloud.residents(3, 0)
    expect(await signUp(one!, id)).toMatchObject({ data: { state: 'seated', position: null } })
    expect(await signUp(two!, id)).toMatchObject({ data: { state: 'waiting', position: 1 } })
    expect(await signUp(three!, id)).toMatchObject({ code: 'FULL' })
    await expectSeatsSound(cloud, id)
  })

  it('under the request id of another sign-up', async () => {
    const [here, there] = [await newMeeting(chen), await newMeeting(chen)]
    const li = await cloud.resident('li')
    const requestId = newRequestId()
    expect(await signUp(li, here.id, requestId)).toMatchObject({ ok: true })
    expect(await signUp(li, there.id, requestId)).toMatchObject({ code: 'CONFLICT' })
    await expectSeatsSound(cloud, there.id)
  })
})

describe('[M1] signing up', () => {
  it('takes at most nine round trips, for a seat and for the waitlist', async () => {
    const { id } = await newMeeting(chen, { capacity: 2, waitlistLimit: 3 })
    const calls: Array<number | undefined> = []
    for (const who of await cloud.residents(4, 0)) {
      await signedUp(who, id)
      calls.push(cloud.stats.lastCall('meetings')?.databaseCalls)
    }
    expect(calls).toEqual([8, 8, 9, 9])
  })

  it('repeated, or ten times at once, gives one sign-up', async () => {
    const { id } = await newMeeting(chen, { capacity: 5 })
    const [who] = await cloud.residents(1, 0)
    const requestId = newRequestId()
    const replies = await Promise.all(Array.from({ length: 10 }, () => signUp(who!, id, requestId)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    expect(replies[0]).toMatchObject({ data: { state: 'seated' } })
    const others = await Promise.all(Array.from({ length: 5 }, () => signUp(who!, id)))
    expect(others.map((reply) => !reply.ok && reply.code)).toEqual(Array(5).fill('ALREADY_SIGNED_UP'))
    await expectSeatsSound(cloud, id)
  })

  it('is possible again after a cancellation, and a late repeat of the first changes nothing', async () => {
    const { id } = await newMeeting(chen)
    const [who] = await cloud.residents(1, 0)
    const requestId = newRequestId()
    const first = await who!.get('meetings.signUp', { requestId, meetingId: id })
    expect(await cancel(who!, first.id)).toMatchObject({ data: { state: 'cancelled' } })
    const second = await signedUp(who!, id)
    expect(second.id).not.toBe(first.id)
    expect(await signUp(who!, id, requestId)).toMatchObject({ data: { id: first.id, state: 'cancelled' } })
    expect(await mineIn(who!, id)).toMatchObject({ id: second.id, state: 'seated' })
    await expectSeatsSound(cloud, id)
  })
})

describe('[M1] cancelling', () => {
  it('is refused once the meeting has begun; who cancelled before it gets the same answer', async () => {
    const times = { startsAt: fromNow(3 * hour), endsAt: fromNow(5 * hour), signUpUntil: fromNow(3 * hour) }
    const { id } = await newMeeting(chen, { ...times, capacity: 2 })
    const [seated, early, waiting] = await cloud.residents(3, 0)
    const [seat, other, place] = [
      await signedUp(seated!, id),
      await signedUp(early!, id),
      await signedUp(waiting!, id),
    ]
    later(cloud, 2.5 * hour)
    const requestId = newRequestId()
    const gone = await cancel(early!, other.id, requestId)
    expect(gone).toMatchObject({ data: { state: 'cancelled' } })
    later(cloud, 3 * hour + minute)
    expect(await cancel(early!, other.id, requestId)).toEqual(gone)
    for (const [who, { id: signUpId }] of [
      [seated!, seat],
      [waiting!, place],
    ] as const)
      expect(await cancel(who, signUpId)).toMatchObject({ code: 'MEETING_BEGUN' })
    expect((await seated!.get('meetings.meeting', { meetingId: id })).may).toEqual(['showCode'])
    later(cloud, 6 * hour)
    expect((await seated!.get('meetings.meeting', { meetingId: id })).may).toEqual([])
    expect(await cancel(seated!, seat.id)).toMatchObject({ code: 'MEETING_BEGUN' })
  })
})

describe('[M3] the waitlist', () => {
  it('refuses what is not one’s own, and what the state has no event for', async () => {
    const { id } = await newMeeting(chen)
    const [one, other] = await cloud.residents(2, 0)
    const mine = await signedUp(one!, id)
    expect(await cancel(other!, mine.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await accept(other!, mine.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await accept(one!, mine.id)).toMatchObject({ code: 'WRONG_STATE' })
    await cancel(one!, mine.id)
    expect(await cancel(one!, mine.id)).toMatchObject({ code: 'WRONG_STATE' })
    const [kept] = await stored<{ timeline: unknown[] }>(cloud, 'sign_ups', { _id: mine.id })
    expect(kept?.timeline).toHaveLength(2)
  })

  it('offers a freed seat to the first, lets it lapse after two hours, and goes on to the next', async () => {
    const { id } = await newMeeting(chen, { capacity: 1 })
    const [one, two, three] = await cloud.residents(3, 0)
    const seat = await signedUp(one!, id)
    const second = await signedUp(two!, id)
    const third = await signedUp(three!, id)
    expect([second.position, third.position]).toEqual([1, 2])
    await cancel(one!, seat.id)
    expect(await mineIn(two!, id)).toMatchObject({ state: 'offered' })
    expect(await mineIn(three!, id)).toMatchObject({ state: 'waiting', position: 1 })
    expect(await signUp(one!, id)).toMatchObject({ data: { state: 'waiting', position: 2 } })
    const { messages } = await two!.get('inbox.messages', {})
    expect(messages[0]).toMatchObject({ target: { kind: 'meeting', id } })
    later(cloud, 2 * hour + minute)
    expect(await accept(two!, second.id)).toMatchObject({ code: 'OFFER_LAPSED' })
    expect(await cloud.timer('lapseOffers')).toMatchObject({ data: { lapsed: 1 } })
    expect(await cloud.timer('lapseOffers')).toMatchObject({ data: { lapsed: 0, offered: 0 } })
    expect(await mineIn(two!, id)).toMatchObject({ state: 'lapsed' })
    expect(await mineIn(three!, id)).toMatchObject({ state: 'offered' })
    expect(await accept(three!, third.id)).toMatchObject({ data: { state: 'seated', offerUntil: null } })
    await expectSeatsSound(cloud, id)
  })

  it('keeps a freed seat from those who come later, and opens again when nobody waits', async () => {
    const { id } = await newMeeting(chen, { capacity: 2 })
    const [one, two, three, four, five] = await cloud.residents(5, 0)
    const [a, b] = [await signedUp(one!, id), await signedUp(two!, id)]
    await signedUp(three!, id)
    await Promise.all([cancel(one!, a.id), cancel(two!, b.id)])
    await cloud.timer('lapseOffers')
    expect(await mineIn(three!, id)).toMatchObject({ state: 'offered' })
    await cloud.timer('lapseOffers')
    const late = await signedUp(four!, id)
    if (late.state === 'waiting') await cloud.timer('lapseOffers')
    expect((await mineIn(four!, id))?.state).not.toBe('waiting')
    expect(await signUp(five!, id)).toMatchObject({ data: { state: 'waiting' } })
    await expectSeatsSound(cloud, id)
  })

  it('offers nothing within two hours of the start: the seat is for those at the door', async () => {
    const times = { startsAt: fromNow(3 * hour), endsAt: fromNow(5 * hour), signUpUntil: fromNow(3 * hour) }
    const { id } = await newMeeting(chen, { capacity: 1, ...times })
    const [one, two, three] = await cloud.residents(3, 0)
    const seat = await signedUp(one!, id)
    await signedUp(two!, id)
    later(cloud, hour + minute)
    await cancel(one!, seat.id)
    await cloud.timer('lapseOffers')
    expect(await mineIn(two!, id)).toMatchObject({ state: 'waiting' })
    expect(await signUp(three!, id)).toMatchObject({ data: { state: 'seated' } })
    await expectSeatsSound(cloud, id)
  })

  it('gives less time to accept when the start is near', async () => {
    const times = { startsAt: fromNow(2 * hour + 10 * minute), endsAt: fromNow(5 * hour) }
    const { id } = await newMeeting(chen, { capacity: 1, ...times, signUpUntil: fromNow(2 * hour) })
    const [one, two] = await cloud.residents(2, 0)
    const seat = await signedUp(one!, id)
    await signedUp(two!, id)
    await cancel(one!, seat.id)
    const mine = await mineIn(two!, id)
    expect(Date.parse(mine?.offerUntil ?? '') - Date.now()).toBeLessThanOrEqual(41 * minute)
  })
})
