import { signedUp, newMeeting } from '../meetings/story'
import {
  applied,
  checkOut,
  codesOf as activityCodesOf,
  fromNow,
  hour,
  join,
  newActivity,
  present,
  verify as verifyMember,
} from '../party/story'
import { codesOf, newItem, redeemed } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { bind, codeFor, declare, liulin, pinganli, stored, stranger } from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

const home = (who: Caller) => who.get('residency.home', {})
const moveOut = (who: Caller, requestId = newRequestId()) => who.call('residency.moveOut', { requestId })
const end = (worker: Caller, memberId: string, requestId = newRequestId()) =>
  worker.call('residency.end', { requestId, memberId, reason: '房子卖了' })
const household = (worker: Caller, unit: string, room: string) =>
  worker.call('residency.household', { communityId: pinganli, building: '8', unit, room })

const cancelled = (who: Caller, redemptionId: string) =>
  who.call('points.cancelRedemption', { requestId: newRequestId(), redemptionId })

/** Somebody who gets points of 平安里社区 for two hours of service. */
async function served(who: Caller): Promise<Caller> {
  await verifyMember(chen, (await applied(who)).id)
  const { id } = await newActivity(chen, { startsAt: fromNow(0), endsAt: fromNow(2 * hour) })
  await join(who, id)
  await present(cloud, chen, who, id, 2 * hour)
  await checkOut(who, (await activityCodesOf(chen, id)).out)
  cloud.faults.clear()
  return who
}

const rooms = ['102', '201', '202', '301', '302', '401', '402', '501', '502', '601', '602'].values()

/** Somebody who is verified by a paper code, and the door. */
async function settled(at?: { unit: string; room: string }, name = '罗小明') {
  const door = at ?? { unit: '1', room: String(rooms.next().value) }
  const who = await stranger(cloud)
  const reply = await bind(who, door, await codeFor(chen, door.unit, door.room), { name })
  if (!reply.ok) throw new Error(reply.code)
  return { who, ...door }
}

async function memberIdOf({ unit, room }: { unit: string; room: string }): Promise<string> {
  const reply = await household(chen, unit, room)
  return (reply.ok && reply.data.persons[0]?.id) || ''
}

/** An activity of tomorrow with room for five. */
const tomorrow = () =>
  newActivity(chen, {
    startsAt: new Date(Date.now() + 86_400_000).toISOString(),
    endsAt: new Date(Date.now() + 90_000_000).toISOString(),
    capacity: 5,
  })

describe('[P2] a household', () => {
  it('of several people: each sees how many are verified, and of the others no more than a masked name', async () => {
    const one = await settled({ unit: '2', room: '602' }, '罗大海')
    const other = await settled({ unit: '2', room: '602' }, '何美玉')
    expect((await home(one.who)).residence).toMatchObject({ bound: 2, others: ['何**'] })
    expect((await home(other.who)).residence).toMatchObject({ bound: 2, others: ['罗**'] })
    expect(JSON.stringify(await home(one.who))).not.toContain('美玉')
    const seen = await household(chen, '2', '602')
    expect(seen.ok && seen.data.persons.map(({ name }) => name).sort()).toEqual(['何美玉', '罗大海'])
  })

  it('is shown to nobody but the workers of its community', async () => {
    expect(await household(await cloud.staff('zhao'), '2', '602')).toMatchObject({ code: 'NOT_FOUND' })
    for (const who of ['li', 'ma', 'zhou', 'guo', 'visitor'])
      expect(await household(await cloud.staff(who), '2', '602')).toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('[P2] moving out is refused', () => {
  it('to one who lives nowhere', async () => {
    expect(await moveOut(await stranger(cloud))).toMatchObject({ code: 'WRONG_STATE' })
    expect(await moveOut(cloud.guest())).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('by staff of another community, by others, of one who lives nowhere, and twice', async () => {
    const one = await settled()
    const memberId = await memberIdOf(one)
    expect(await end(await cloud.staff('zhao'), memberId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await end(await cloud.staff('ma'), memberId)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await end(one.who, memberId)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await end(chen, `m_${'x'.repeat(22)}`)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await end(chen, memberId)).toMatchObject({ ok: true })
    expect(await end(chen, memberId)).toMatchObject({ code: 'WRONG_STATE' })
    // The worker of 柳林 learns nothing of somebody who once lived elsewhere.
    expect(await end(await cloud.staff('zhao'), memberId)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('[P2] somebody moves out', () => {
  it('is no resident from the next call on; the history says from when to when', async () => {
    const { who, room } = await settled()
    const requestId = newRequestId()
    for (let time = 0; time < 2; time += 1)
      expect(await moveOut(who, requestId)).toEqual({ ok: true, data: { state: 'ended' } })
    expect(await who.call('points.overview', {})).toMatchObject({ code: 'FORBIDDEN' })
    const { residence, history, request } = await home(who)
    expect([residence, request]).toEqual([null, null])
    expect(history).toMatchObject([{ communityName: '平安里社区', room, endedBy: 'member', reason: '' }])
    expect(history[0]!.from < history[0]!.until).toBe(true)
    const seen = await household(chen, '1', room)
    expect(seen.ok && seen.data).toMatchObject({ persons: [], past: [{ name: '罗小明', endedBy: 'member' }] })
  })

  it('may come back, or move on, by a new code or a new request', async () => {
    const { who, room } = await settled()
    await moveOut(who)
    expect(await bind(who, { unit: '1', room }, await codeFor(chen, '1', room))).toMatchObject({ ok: true })
    await moveOut(who)
    expect(await declare(who, { compound: '平安花园', building: '9', unit: '1', room: '101' })).toMatchObject(
      {
        ok: true,
      },
    )
    expect((await home(who)).history).toHaveLength(2)
  })

  it('keeps the points: they are there again on coming back', async () => {
    const who = (await cloud.residents(1, 120))[0]!
    await moveOut(who)
    expect(await who.call('points.overview', {})).toMatchObject({ code: 'FORBIDDEN' })
    await bind(who, { unit: '2', room: '102' }, await codeFor(chen, '2', '102'))
    expect((await who.get('points.overview', {})).available).toBe(120)
  })

  it('whom the product knew before these histories were kept has one from the day of the verification', async () => {
    const who = (await cloud.residents(1, 0))[0]!
    const { residence } = await home(who)
    expect(residence).toMatchObject({ by: 'before' })
    await moveOut(who)
    expect((await home(who)).history).toMatchObject([{ from: residence!.since, endedBy: 'member' }])
  })

  it('keeps a seat that was promised, and may still give it up', async () => {
    const { who } = await settled()
    const { id: meetingId } = await newMeeting(chen)
    const { id: signUpId } = await signedUp(who, meetingId)
    expect((await home(who)).residence!.ends).toEqual({ signUps: 1, registration: false })
    await moveOut(who)
    expect(await who.get('meetings.meeting', { meetingId })).toMatchObject({
      mine: 'seated',
      may: ['cancel', 'showCode'],
    })
    expect(await who.call('meetings.cancelSignUp', { requestId: newRequestId(), signUpId })).toMatchObject({
      data: { state: 'cancelled' },
    })
    expect((await who.get('meetings.meeting', { meetingId })).may).toEqual([])
    expect(await who.call('meetings.myCode', { meetingId })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await who.call('meetings.signUp', { requestId: newRequestId(), meetingId })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('comes with that seat: by the code at the door, by the own code, or by one that was offered', async () => {
    const soon = { startsAt: fromNow(hour / 4), endsAt: fromNow(hour), signUpUntil: fromNow(hour / 4) }
    const { id: meetingId } = await newMeeting(chen, { ...soon, capacity: 5 })
    const [one, other, unknown] = await cloud.residents(3, 0)
    for (const who of [one!, other!]) await signedUp(who, meetingId)
    for (const who of [one!, other!, unknown!]) await moveOut(who)
    const code = (await chen.get('meetings.host', { meetingId })).steps?.[0]?.qr ?? ''
    const checkIn = (who: Caller) => who.call('meetings.checkIn', { requestId: newRequestId(), code })
    expect(await checkIn(unknown!)).toMatchObject({ code: 'CHECK_IN_CODE_WRONG' })
    expect(await checkIn(one!)).toMatchObject({ data: { signUp: { state: 'attended' } } })
    const { steps } = await other!.get('meetings.myCode', { meetingId })
    const scan = { requestId: newRequestId(), meetingId, code: steps[0]!.qr }
    expect(await chen.get('meetings.scanMember', scan)).toMatchObject({ state: 'attended' })

    const { id: full } = await newMeeting(chen, { capacity: 1 })
    const [who, neighbour] = await cloud.residents(2, 0)
    const seat = await signedUp(neighbour!, full)
    const { id: signUpId } = await signedUp(who!, full)
    await moveOut(who!)
    await chen.get('meetings.freeSeat', { requestId: newRequestId(), signUpId: seat.id, reason: '来不了' })
    expect((await who!.get('meetings.meeting', { meetingId: full })).may).toContain('accept')
    expect(await who!.call('meetings.acceptOffer', { requestId: newRequestId(), signUpId })).toMatchObject({
      data: { state: 'seated' },
    })
  })

  it('[D1] a registration ends with it, what was told for it is gone, and so are the places it held', async () => {
    const { who } = await settled()
    const { id } = await applied(who)
    await verifyMember(chen, id)
    const { id: activityId } = await tomorrow()
    await join(who, activityId)
    expect((await home(who)).residence!.ends.registration).toBe(true)
    await moveOut(who)
    expect(await stored(cloud, 'registrations', { _id: id })).toMatchObject([
      { state: 'withdrawn', branch: '', phone: null },
    ])
    expect((await chen.get('party.host', { activityId })).counts.joined).toBe(0)
    const [member] = await stored<{ registration: unknown; residency: unknown }>(cloud, 'members', {
      _id: (await stored<{ memberId: string }>(cloud, 'registrations', { _id: id }))[0]!.memberId,
    })
    expect([member?.registration, member?.residency]).toEqual([null, null])
  })

  it('[D1] gives back the places when the request comes again after a crash, by staff as well', async () => {
    for (const by of ['member', 'staff'] as const)
      for (const nth of [9, 10, 11, 12, 13, 14]) {
        const who = (await cloud.residents(1, 0))[0]!
        const { id } = await applied(who)
        await verifyMember(chen, id)
        const { id: activityId } = await tomorrow()
        await join(who, activityId)
        const [{ memberId }] = (await stored<{ memberId: string }>(cloud, 'registrations', { _id: id })) as [
          { memberId: string },
        ]
        const requestId = newRequestId()
        const leave = () => (by === 'member' ? moveOut(who, requestId) : end(chen, memberId, requestId))
        cloud.faults.set({ rules: [{ kind: 'crashAfter', functionName: 'residency', nth, times: 1 }] })
        await leave().catch(() => null)
        cloud.faults.clear()
        expect(await leave()).toMatchObject({ ok: true })
        const { joined } = (await chen.get('party.host', { activityId })).counts
        expect([by, nth, joined]).toEqual([by, nth, 0])
      }
  })

  it('[D1] an application that waits is taken back with it; by staff it is refused', async () => {
    const [one, other] = [await settled(), await settled()]
    const [mine, theirs] = [await applied(one.who), await applied(other.who)]
    await moveOut(one.who)
    await end(chen, await memberIdOf(other))
    const states = await Promise.all(
      [mine, theirs].map(({ id }) => stored<{ state: string }>(cloud, 'registrations', { _id: id })),
    )
    expect(states.map(([found]) => found?.state)).toEqual(['withdrawn', 'refused'])
  })

  it('[D1] whoever has moved away with a registration in force can still look at it and end it', async () => {
    const who = (await cloud.members(1))[0]!
    const [{ _id }] = (await stored<{ _id: string }>(cloud, 'registrations', { branch: '演示支部' })) as [
      { _id: string },
    ]
    const [{ memberId }] = (await stored<{ memberId: string }>(cloud, 'registrations', { _id })) as [
      { memberId: string },
    ]
    // As it was when an address could be struck off without the rest.
    await cloud.engine.modify({
      ...{ collection: 'members', filter: { _id: memberId }, replace: false, upsert: false, multi: false },
      change: { $set: { residency: null } },
    })
    const { registration } = await who.get('party.registration', {})
    expect(registration).toMatchObject({ id: _id, communityId: pinganli, state: 'registered' })
    const requestId = newRequestId()
    for (let time = 0; time < 2; time += 1)
      expect(await who.call('party.withdraw', { requestId, registrationId: _id })).toMatchObject({
        data: { state: 'withdrawn' },
      })
    expect(await who.get('party.registration', {})).toEqual({ registration: null })
    expect(await who.call('party.withdraw', { requestId: newRequestId() })).toMatchObject({
      code: 'WRONG_STATE',
    })
    const other = (await cloud.members(1))[0]!
    expect(
      await other.call('party.withdraw', { requestId: newRequestId(), registrationId: _id }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('by staff: with the reason, which the person reads', async () => {
    const one = await settled()
    const memberId = await memberIdOf(one)
    const requestId = newRequestId()
    const replies = await Promise.all(Array.from({ length: 4 }, () => end(chen, memberId, requestId)))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    expect((await home(one.who)).history).toMatchObject([{ endedBy: 'staff', reason: '房子卖了' }])
    const { messages } = await one.who.get('inbox.messages', {})
    expect(messages).toHaveLength(1)
    expect(JSON.stringify(messages)).not.toContain('房子')
  })

  it('of one community is no way into another', async () => {
    const liu = await cloud.resident('liu')
    expect((await home(liu)).residence?.communityName).toBe('柳林社区')
    expect(await household(await cloud.staff('zhao'), '2', '602')).toMatchObject({ code: 'NOT_FOUND' })
    const inLiulin = { communityId: liulin, building: '5', unit: '1', room: '202' }
    expect(await chen.call('residency.household', inLiulin)).toMatchObject({ code: 'NOT_FOUND' })
    const seen = await (await cloud.staff('zhao')).get('residency.household', inLiulin)
    expect(seen.persons.map(({ name }) => name)).toEqual(['刘秀英'])
  })

  it('keeps what was redeemed: it is listed with what comes later, shown, and may be cancelled', async () => {
    const who = await cloud.resident('liu')
    const zhao = await cloud.staff('zhao')
    const towel = await newItem(zhao, { communityId: liulin, costPoints: 1 })
    const [one, two] = [await redeemed(who, towel.id), await redeemed(who, towel.id)]
    await moveOut(who)
    expect((await codesOf(who, two.id)).digits).toMatch(/^\d{8}$/)
    expect(await cancelled(who, one.id)).toMatchObject({ data: { state: 'cancelled' } })
    await bind(who, { unit: '2', room: '101' }, await codeFor(chen, '2', '101'), { name: '刘秀英' })
    const three = await redeemed(await served(who), (await newItem(chen, { costPoints: 1 })).id)
    const listed: string[] = []
    let before: string | undefined
    do {
      const page = await who.get('points.redemptions', { limit: 1, before })
      listed.push(...page.redemptions.map(({ id }) => id))
      before = page.nextBefore ?? undefined
    } while (before)
    expect(listed.slice(0, 3)).toEqual([three.id, two.id, one.id])
    expect(new Set(listed).size).toBe(listed.length)
    expect(await cancelled(who, two.id)).toMatchObject({ data: { state: 'cancelled' } })
  })
})
