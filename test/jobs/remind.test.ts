import { cancel, fromNow, hour, later, meetingInput, newMeeting, signedUp, stored } from '../meetings/story'
import { applied, day, join, newActivity, verify } from '../party/story'
import { newItem, redeemed } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

const environment = {
  WX_TEMPLATE_MEETING: 'tmpl-meeting,thing1,time2,thing3',
  WX_TEMPLATE_PICKUP: 'tmpl-pickup,thing1,time2,thing3',
}

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud({ environment })
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const someone = async () => (await cloud.residents(1, 500))[0]!
const told = async (who: Caller) => (await who.get('inbox.messages', {})).messages.map(({ title }) => title)

/** Tomorrow evening, or as near to it as any hour of the day allows. */
const soon = { startsAt: fromNow(20 * hour), endsAt: fromNow(22 * hour), signUpUntil: fromNow(20 * hour) }

const change = (collection: string, _id: string, $set: Record<string, unknown>) =>
  cloud.engine.modify({
    ...{ collection, filter: { _id }, change: { $set } },
    ...{ replace: false, upsert: false, multi: false },
  } as never)

/** Runs the timer so many milliseconds from now. */
async function remindIn(ms: number, runs = 1) {
  later(cloud, ms)
  await Promise.all(Array.from({ length: runs }, () => cloud.timer('remind')))
}

describe('[P6] [M4] nobody is reminded', () => {
  it('who signed up just now, who gave the seat up, who waits, or of a meeting that is far away', async () => {
    const { id } = await newMeeting(chen, { ...soon, capacity: 2 })
    const [fresh, gone, waits] = [await someone(), await someone(), await someone()]
    await signedUp(fresh, id)
    const { id: signUpId } = await signedUp(gone, id)
    await signedUp(waits, id)
    await remindIn(0)
    expect(await told(fresh)).toEqual([])
    const far = await newMeeting(chen, meetingInput())
    const early = await someone()
    await signedUp(early, far.id)
    await cancel(gone, signUpId)
    await remindIn(7 * hour)
    for (const who of [gone, early]) expect(await told(who)).toEqual([])
    // Whoever waited was offered the seat, which is another message.
    expect(await told(waits)).not.toContain('明天开会')
  })

  it('of a redemption that is picked up or ends later', async () => {
    const who = await someone()
    await redeemed(who, (await newItem(chen)).id)
    await remindIn(11.9 * day)
    expect(await told(who)).toEqual([])
  })
})

describe('[P6] [M4] who is expected hears of it', () => {
  it('once for a meeting, however many runs there are at once, and again when it is on another day', async () => {
    const { id } = await newMeeting(chen, { ...soon, capacity: 5 })
    const who = await someone()
    await signedUp(who, id)
    await who.get('inbox.allow', { requestId: newRequestId(), accepted: ['meeting'] })
    await remindIn(7 * hour, 3)
    await remindIn(8 * hour)
    const [message] = (await who.get('inbox.messages', {})).messages
    expect(await told(who)).toEqual([expect.stringMatching(/^[今明]天开会$/)])
    expect(message).toMatchObject({ target: { kind: 'meeting', id } })
    expect(message?.text).toContain('党群服务中心 2 楼')
    const before = cloud.wx.calls.length
    await Promise.all([cloud.timer('sendMessages'), cloud.timer('sendMessages')])
    await cloud.timer('sendMessages')
    expect(
      cloud.wx.calls.slice(before).map(({ data }) => (data as { templateId: string }).templateId),
    ).toEqual(['tmpl-meeting'])
    await change('meetings', id, { startsAt: fromNow(44 * hour), endsAt: fromNow(46 * hour) })
    await remindIn(31 * hour)
    expect(await told(who)).toHaveLength(2)
  })

  /** A meeting with so many who hold a seat. @returns how many of them are reminded */
  async function withSeats(count: number) {
    const { id } = await newMeeting(chen, { ...soon, capacity: 300 })
    await signedUp(await someone(), id)
    const [one] = await stored<{ _id: string }>(cloud, 'sign_ups', { meetingId: id })
    const mark = id.slice(-6)
    const others = Array.from({ length: count - 1 }, (_, n) => ({
      ...one,
      _id: `s_${mark}${String(n).padStart(16, '0')}`,
      memberId: `m_${mark}${String(n).padStart(16, '0')}`,
    }))
    await cloud.engine.insert('sign_ups', others as never)
    return () => cloud.engine.count('sign_ups', { meetingId: id, remindedFor: { $exists: true } })
  }

  it('eighty a run: the next goes on where it stopped', async () => {
    const reminded = await withSeats(85)
    later(cloud, 7 * hour)
    const counts = []
    for (let run = 0; run < 3 && (await reminded()) < 85; run += 1) {
      await cloud.timer('remind')
      counts.push(await reminded())
    }
    expect(counts[0]).toBeLessThanOrEqual(80)
    expect(counts.at(-1)).toBe(85)
  })

  it('once for an activity, without a word of what it is', async () => {
    const who = await someone()
    await verify(chen, (await applied(who)).id)
    const activity = await newActivity(chen, {
      ...{ title: '支部清理楼道', startsAt: fromNow(20 * hour), endsAt: fromNow(22 * hour) },
    })
    await join(who, activity.id)
    await remindIn(7 * hour, 2)
    await remindIn(8 * hour)
    const messages = (await who.get('inbox.messages', {})).messages.filter(
      ({ target }) => target.kind === 'activity',
    )
    expect(messages).toEqual([
      expect.objectContaining({ title: expect.stringMatching(/^你报名的活动是[今明]天$/) }),
    ])
    expect(JSON.stringify(messages)).not.toContain('支部')
  })

  it('once for something to fetch, two days before it ends, by WeChat too where that was agreed to', async () => {
    const who = await someone()
    const { id } = await redeemed(who, (await newItem(chen)).id)
    await who.get('inbox.allow', { requestId: newRequestId(), accepted: ['pickup'] })
    await remindIn(13.2 * day, 2)
    await remindIn(13.3 * day)
    const { messages } = await who.get('inbox.messages', {})
    expect(messages).toEqual([
      expect.objectContaining({ title: '兑换的东西还没领', target: { kind: 'redemption', id } }),
    ])
    const before = cloud.wx.calls.length
    await cloud.timer('sendMessages')
    await cloud.timer('sendMessages')
    const sent = cloud.wx.calls.slice(before).map(({ data }) => (data as { templateId: string }).templateId)
    expect(sent.filter((template) => template === 'tmpl-pickup')).toHaveLength(1)
  })

  it('and is not promised points that are of no use by then', async () => {
    const who = await someone()
    const { id } = await redeemed(who, (await newItem(chen)).id)
    const [lot] = (await who.get('points.overview', {})).lots
    const { redemption } = await who.get('points.pickupCode', { redemptionId: id })
    expect(redemption.refundExpires).toEqual({ expiresOn: lot!.expiresOn, points: 10 })
    // The demo's points last for more than a year: this one's end is moved to theirs.
    const pickUpBefore = `${lot!.expiresOn}T15:59:59.999Z`
    await change('redemptions', id, { pickUpBefore })
    await remindIn(Date.parse(pickUpBefore) - Date.now() - day)
    const { messages } = await who.get('inbox.messages', {})
    expect(messages.map(({ text }) => text)).toEqual([
      expect.stringMatching(/过期自动取消，这 10 分 12 月 31 日到期，退回来也用不了。$/),
    ])
  })

  it('also those whom two runs that met have not come to', async () => {
    const reminded = await withSeats(200)
    await remindIn(7 * hour, 2)
    for (let run = 0; run < 4 && (await reminded()) < 200; run += 1) await cloud.timer('remind')
    expect(await reminded()).toBe(200)
  })
})
