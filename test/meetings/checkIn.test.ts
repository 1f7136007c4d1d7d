import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
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
  signedUp,
  type Publishing,
} from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

/** It begins in half an hour: people check in. */
const soon: Partial<Publishing> = {
  startsAt: fromNow(30 * minute),
  endsAt: fromNow(3 * hour),
  signUpUntil: fromNow(2 * hour),
  capacity: 3,
}

const someone = async () => (await cloud.residents(1, 0))[0]!

const hostQr = async (meetingId: string) =>
  (await chen.get('meetings.host', { meetingId })).steps?.[0]?.qr ?? ''

const myQr = async (who: Caller, meetingId: string) =>
  (await who.get('meetings.myCode', { meetingId })).steps[0]?.qr ?? ''

const checkIn = (who: Caller, code: string, requestId = newRequestId()) =>
  who.call('meetings.checkIn', { requestId, code })

const scan = (meetingId: string, code: string, requestId = newRequestId()) =>
  chen.call('meetings.scanMember', { requestId, meetingId, code })

const attend = (
  meetingId: string,
  who: { kind: 'signUp'; signUpId: string } | { kind: 'guest'; name: string },
  requestId = newRequestId(),
) => chen.call('meetings.attend', { requestId, meetingId, who, reason: '手机没电' })

describe('[M5] checking in is refused', () => {
  it('to one who has not signed up, or has cancelled', async () => {
    const { id } = await newMeeting(chen, soon)
    const [who, other] = await cloud.residents(2, 0)
    const qr = await hostQr(id)
    expect(await checkIn(other!, qr)).toMatchObject({ code: 'NOT_SIGNED_UP' })
    const mine = await signedUp(who!, id)
    const own = await myQr(who!, id)
    await cancel(who!, mine.id)
    expect(await checkIn(who!, qr)).toMatchObject({ code: 'NOT_SIGNED_UP' })
    expect(await scan(id, own)).toMatchObject({ code: 'NOT_SIGNED_UP' })
    await expectSeatsSound(cloud, id)
  })

  it('with a code of another meeting, of another community, or none', async () => {
    const [here, there] = [await newMeeting(chen, soon), await newMeeting(chen, soon)]
    const who = await someone()
    await signedUp(who, here.id)
    expect(await checkIn(who, await hostQr(there.id))).toMatchObject({ code: 'NOT_SIGNED_UP' })
    expect(await scan(there.id, await myQr(who, here.id))).toMatchObject({ code: 'CHECK_IN_CODE_WRONG' })
    expect(await checkIn(who, 'JL1.none.1.none')).toMatchObject({ code: 'CHECK_IN_CODE_WRONG' })
    const liu = await cloud.resident('liu')
    expect(await checkIn(liu, await hostQr(here.id))).toMatchObject({ code: 'CHECK_IN_CODE_WRONG' })
    const zhao = await cloud.staff('zhao')
    const scanned = { requestId: newRequestId(), meetingId: here.id, code: await myQr(who, here.id) }
    expect(await zhao.call('meetings.scanMember', scanned)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await zhao.call('meetings.host', { meetingId: here.id })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('when the clock jumps an hour either way, and out of its time', async () => {
    const { id } = await newMeeting(chen, { ...soon, capacity: 1 })
    const who = await someone()
    await signedUp(who, id)
    const qr = await hostQr(id)
    for (const skew of [hour, -hour]) {
      later(cloud, skew)
      expect(await checkIn(who, qr)).toMatchObject({ code: 'CHECK_IN_CODE_OUTDATED' })
    }
    later(cloud, -hour)
    expect((await chen.get('meetings.host', { meetingId: id })).steps).toBeNull()
    later(cloud, 4 * hour)
    expect((await chen.get('meetings.host', { meetingId: id })).steps).toBeNull()
    cloud.faults.clear()
    expect(await checkIn(who, qr)).toMatchObject({ ok: true })
    for (const skew of [hour, -hour, 0]) {
      later(cloud, skew)
      expect(await checkIn(who, qr)).not.toMatchObject({ ok: true })
    }
    cloud.faults.clear()
    expect((await mineIn(who, id))?.timeline.filter(({ event }) => event === 'checkIn')).toHaveLength(1)
  })

  it('by hand before its time and after the day of corrections, and to those of other communities', async () => {
    const { id } = await newMeeting(chen, { ...soon, startsAt: fromNow(2 * hour) })
    const guest = { kind: 'guest' as const, name: '孙大爷' }
    expect(await attend(id, guest)).toMatchObject({ code: 'NOT_CHECK_IN_TIME' })
    later(cloud, 3 * hour + day)
    expect(await attend(id, guest)).toMatchObject({ code: 'NOT_CHECK_IN_TIME' })
    cloud.faults.clear()
    const zhao = await cloud.staff('zhao')
    const input = { requestId: newRequestId(), meetingId: id, who: guest, reason: '来了' }
    expect(await zhao.call('meetings.attend', input)).toMatchObject({ code: 'NOT_FOUND' })
    const foreign = await newMeeting(zhao, { ...soon, communityId: liulin })
    expect(await attend(foreign.id, guest)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('to a walk-in when no seat is left, until a seat is freed', async () => {
    const { id } = await newMeeting(chen, { ...soon, capacity: 1, waitlistLimit: 1 })
    const [one, two] = await cloud.residents(2, 0)
    const absent = await signedUp(one!, id)
    const guest = { kind: 'guest' as const, name: '孙大爷' }
    expect(await attend(id, guest)).toMatchObject({ code: 'FULL' })
    expect(await scan(id, await myQr(two!, id))).toMatchObject({ code: 'FULL' })
    const input = { requestId: newRequestId(), signUpId: absent.id, reason: '没有来' }
    expect(await chen.call('meetings.freeSeat', input)).toMatchObject({ data: { state: 'cancelled' } })
    expect(await attend(id, guest)).toMatchObject({
      data: { name: '孙大爷', isGuest: true, state: 'attended' },
    })
    await expectSeatsSound(cloud, id)
  })
})

describe('[M5] a seat that staff free', () => {
  it('is told to its person once, with the reason; a guest has nobody to tell', async () => {
    const { id } = await newMeeting(chen, { ...soon, title: '停车恳谈' })
    const who = await someone()
    const { id: signUpId } = await signedUp(who, id)
    const input = { requestId: newRequestId(), signUpId, reason: '本人说不来了' }
    const zhao = await cloud.staff('zhao')
    expect(await zhao.call('meetings.freeSeat', input)).toMatchObject({ code: 'NOT_FOUND' })
    const replies = await Promise.all(Array.from({ length: 3 }, () => chen.call('meetings.freeSeat', input)))
    expect(replies).toEqual(Array(3).fill(expect.objectContaining({ ok: true })))
    expect(await chen.call('meetings.freeSeat', { ...input, requestId: newRequestId() })).toMatchObject({
      code: 'WRONG_STATE',
    })
    const { messages } = await who.get('inbox.messages', {})
    expect(messages).toMatchObject([{ title: '报名取消了', target: { kind: 'meeting', id } }])
    expect(messages[0]!.text).toContain('「停车恳谈」')
    expect(messages[0]!.text).toContain('社区工作人员取消了你的报名。原因：本人说不来了。')

    const guest = await attend(id, { kind: 'guest', name: '孙大爷' })
    const guestId = guest.ok ? guest.data.id : ''
    const undo = { requestId: newRequestId(), signUpId: guestId, reason: '点错了' }
    await chen.get('meetings.undoAttend', undo)
    const free = { requestId: newRequestId(), signUpId: guestId, reason: '没有来' }
    expect(await chen.call('meetings.freeSeat', free)).toMatchObject({ data: { state: 'cancelled' } })
  })
})

describe('[M5] checking in', () => {
  it('by the host’s QR happens once, in at most eight round trips', async () => {
    const { id } = await newMeeting(chen, soon)
    const who = await someone()
    await signedUp(who, id)
    const qr = await hostQr(id)
    const requestId = newRequestId()
    const first = await checkIn(who, qr, requestId)
    expect(cloud.stats.lastCall('meetings')?.databaseCalls).toBeLessThanOrEqual(8)
    expect(first).toMatchObject({ data: { meetingId: id, signUp: { state: 'attended' } } })
    later(cloud, 5 * minute)
    expect(await checkIn(who, qr, requestId)).toEqual(first)
    cloud.faults.clear()
    expect(await checkIn(who, await hostQr(id))).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    await expectSeatsSound(cloud, id)
  })

  it('by one’s own code, by hand, and at the door', async () => {
    const { id } = await newMeeting(chen, { ...soon, capacity: 4 })
    const [one, two, walker] = await cloud.residents(3, 0)
    await signedUp(one!, id)
    const second = await signedUp(two!, id)
    const requestId = newRequestId()
    const code = await myQr(one!, id)
    const scanned = await scan(id, code, requestId)
    expect(scanned).toMatchObject({ data: { state: 'attended' } })
    expect(await scan(id, code, requestId)).toEqual(scanned)
    expect(await scan(id, code)).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    expect(await attend(id, { kind: 'signUp', signUpId: second.id })).toMatchObject({ ok: true })
    const walks = newRequestId()
    const walkedIn = await scan(id, await myQr(walker!, id), walks)
    expect(walkedIn).toMatchObject({ data: { state: 'attended', isGuest: false } })
    expect(await scan(id, await myQr(walker!, id))).toMatchObject({ code: 'ALREADY_CHECKED_IN' })
    const guest = newRequestId()
    const named = await attend(id, { kind: 'guest', name: '孙大爷' }, guest)
    expect(await attend(id, { kind: 'guest', name: '孙大爷' }, guest)).toEqual(named)
    const { counts, people } = await chen.get('meetings.host', { meetingId: id })
    expect(counts).toEqual({ signedUp: 4, waiting: 0, checkedIn: 4 })
    expect(people.filter(({ isGuest }) => !isGuest).every(({ name }) => name.includes('*'))).toBe(true)
    expect(await mineIn(walker!, id)).toMatchObject({ state: 'attended' })
    await expectSeatsSound(cloud, id)
  })

  it('can be taken back with a reason, and done again', async () => {
    const { id } = await newMeeting(chen, soon)
    const who = await someone()
    const { id: signUpId } = await signedUp(who, id)
    await checkIn(who, await hostQr(id))
    const input = { requestId: newRequestId(), signUpId, reason: '扫错了人' }
    expect(await (await cloud.staff('zhao')).call('meetings.undoAttend', input)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await chen.call('meetings.undoAttend', input)).toMatchObject({ data: { state: 'seated' } })
    expect(await chen.call('meetings.undoAttend', input)).toMatchObject({ data: { state: 'seated' } })
    const again = { ...input, requestId: newRequestId() }
    expect(await chen.call('meetings.undoAttend', again)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await checkIn(who, await hostQr(id))).toMatchObject({ ok: true })
    expect((await mineIn(who, id))?.timeline.at(-2)).toMatchObject({ event: 'undo', note: '扫错了人' })
  })

  it('one who waits takes a free seat at the door', async () => {
    const { id } = await newMeeting(chen, { ...soon, startsAt: fromNow(2 * hour + 5 * minute), capacity: 1 })
    const [one, two] = await cloud.residents(2, 0)
    const seat = await signedUp(one!, id)
    const waits = await signedUp(two!, id)
    expect(waits.state).toBe('waiting')
    later(cloud, hour + 10 * minute)
    expect(await attend(id, { kind: 'signUp', signUpId: waits.id })).toMatchObject({ code: 'FULL' })
    await cancel(one!, seat.id)
    expect(await scan(id, await myQr(two!, id))).toMatchObject({ data: { state: 'attended' } })
    await expectSeatsSound(cloud, id)
  })
})
