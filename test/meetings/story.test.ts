import { chinaSpan } from '../../cloudfunctions/kit/time'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accept,
  cancel,
  day,
  expectSeatsSound,
  fromNow,
  hour,
  later,
  mineIn,
  minute,
  newMeeting,
  signedUp,
  type StaffMeeting,
} from './story'

let cloud: TestCloud
let chen: Caller
const fresh = () => ({ requestId: newRequestId() })

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

describe('[M1, M3, M5, M6, M8] a 恳谈日 from its topics to what came of it', () => {
  const starts = 3 * day
  let meeting: StaffMeeting
  let nextId: string
  let one: Caller, two: Caller, three: Caller
  let ids: string[]
  let caseId: string

  beforeAll(async () => {
    ;[one, two, three] = (await cloud.residents(3, 0)) as [Caller, Caller, Caller]
    const { meetings } = await chen.get('meetings.publish', {
      ...fresh(),
      communityId: 'wendeng.tianfu.pinganli',
      template: 'open_day',
      title: '平安里恳谈日',
      venue: '党群服务中心 2 楼',
      note: '可以带孩子来',
      startsAt: fromNow(starts),
      endsAt: fromNow(starts + 2 * hour),
      signUpFrom: fromNow(-day),
      signUpUntil: fromNow(starts),
      capacity: 1,
      waitlistLimit: 2,
      audience: { kind: 'community' },
      householdLimit: 2,
      agenda: ['电动车充电'],
      months: 2,
    })
    meeting = meetings[0]!
    nextId = meetings[1]!.id
  })
  afterAll(() => cloud.faults.clear())

  it('a topic is proposed, supported once, taken back, and put on the agenda', async () => {
    const meetingId = meeting.id
    const proposed = await one.get('meetings.proposeTopic', { ...fresh(), meetingId, text: '小区门口停车' })
    const topicId = proposed.topics.find(({ mine }) => mine)!.id
    const support = (who: Caller, on: boolean) =>
      who.get('meetings.supportTopic', { ...fresh(), meetingId, topicId, support: on })
    await support(two, true)
    await support(two, true)
    await support(three, true)
    const { topics } = await support(three, false)
    expect(topics.find(({ id }) => id === topicId)).toMatchObject({ supporters: 1, supported: false })
    const first = topics.find(({ id }) => id !== topicId)!.id
    const put = (id: string, on: boolean) =>
      chen.call('meetings.setAgenda', { ...fresh(), meetingId, topicId: id, on })
    expect(await put(`o_${'x'.repeat(22)}`, true)).toMatchObject({ code: 'NOT_FOUND' })
    const both = await Promise.all([put(topicId, true), put(first, false)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const shown = await two.get('meetings.meeting', { meetingId })
    expect(shown.topics.map(({ text, onAgenda }) => [text, onAgenda])).toEqual([
      ['小区门口停车', true],
      ['电动车充电', false],
    ])
  })

  it('one signs up, two wait; a seat is freed, the offer lapses, the next one accepts', async () => {
    ids = []
    for (const who of [one, two, three]) ids.push((await signedUp(who, meeting.id)).id)
    await cancel(one, ids[0]!)
    expect((await two.get('meetings.meeting', { meetingId: meeting.id })).may).toContain('accept')
    later(cloud, 2 * hour + minute)
    await cloud.timer('lapseOffers')
    expect(await accept(three, ids[2]!)).toMatchObject({ data: { state: 'seated' } })
    expect(await mineIn(two, meeting.id)).toMatchObject({ state: 'lapsed' })
  })

  it('who has the seat scans in', async () => {
    later(cloud, starts - 10 * minute)
    const { steps } = await chen.get('meetings.host', { meetingId: meeting.id })
    const input = { ...fresh(), code: steps![0]!.qr }
    expect(await three.get('meetings.checkIn', input)).toMatchObject({ signUp: { state: 'attended' } })
    expect(await two.call('meetings.checkIn', { ...input, ...fresh() })).toMatchObject({
      code: 'NOT_SIGNED_UP',
    })
    await expectSeatsSound(cloud, meeting.id)
  })

  it('minutes are written, published, and their action item is a case that those who came can follow', async () => {
    const meetingId = meeting.id
    const draft = {
      meetingId,
      text: '到会 1 人，谈了停车。',
      decisions: ['门口划 12 个车位'],
      actions: [{ text: '联系交警划线', dueOn: '2026-12-20', owner: '社区 陈晓梅' }],
    }
    const early = { ...draft, ...fresh(), seen: 0 }
    expect(await chen.call('meetings.writeMinutes', early)).toMatchObject({ code: 'MEETING_NOT_OVER' })
    later(cloud, starts + 3 * hour)
    const written = await chen.get('meetings.writeMinutes', { ...draft, ...fresh(), seen: 0 })
    expect((await three.get('meetings.meeting', { meetingId })).minutes).toBeNull()
    const publishing = { ...fresh(), meetingId, version: written.version }
    const published = await chen.get('meetings.publishMinutes', publishing)
    expect(published.actions[0]).toMatchObject({ state: 'submitted', outcome: null })
    expect(await chen.get('meetings.publishMinutes', publishing)).toEqual(published)
    expect(await cloud.timer('lapseOffers')).toMatchObject({ data: { told: 1 } })
    expect(await cloud.timer('lapseOffers')).toMatchObject({ data: { told: 0 } })
    const { messages } = await three.get('inbox.messages', {})
    expect(messages[0]).toMatchObject({ title: '纪要出来了', target: { kind: 'meeting', id: meetingId } })
    const changed = { ...draft, ...fresh(), seen: written.version, actions: [] }
    expect(await chen.call('meetings.writeMinutes', changed)).toMatchObject({ code: 'ACTIONS_FIXED' })
  })

  it('staff handle the case; its state shows on the meeting and at the next one of the series', async () => {
    const { cases } = await chen.get('affairs.queue', {
      communityId: 'wendeng.tianfu.pinganli',
      view: 'todo',
    })
    const found = cases.find(({ title }) => title.includes('平安里恳谈日'))!
    caseId = found.id
    const accepted = await chen.get('affairs.accept', { ...fresh(), caseId, version: 1 })
    await chen.get('affairs.answer', {
      ...fresh(),
      caseId,
      version: accepted.version,
      outcome: 'solved',
      text: '交警已经划好线了。',
      photoIds: [],
      publish: null,
    })
    const shown = await cloud.guest().get('meetings.meeting', { meetingId: meeting.id })
    expect(shown.minutes?.actions[0]).toMatchObject({ state: 'answered', outcome: 'solved' })
    const next = await three.get('meetings.meeting', { meetingId: nextId })
    expect(next.previous).toMatchObject({ id: meeting.id, actions: [{ outcome: 'solved' }] })
    expect(cloud.stats.lastCall('meetings')?.databaseCalls).toBeLessThanOrEqual(9)
  })
})

describe('[M1] a meeting that changes', () => {
  it('is not published by others, nor with impossible dates', async () => {
    const sun = await cloud.staff('sun')
    await expect(newMeeting(sun)).rejects.toThrow('FORBIDDEN')
    await expect(newMeeting(chen, { communityId: 'wendeng.tianfu.liulin' })).rejects.toThrow('NOT_FOUND')
    await expect(newMeeting(chen, { endsAt: fromNow(day) })).rejects.toThrow('DATES_OUT_OF_ORDER')
    await expect(newMeeting(chen, { waitlistLimit: 5 })).rejects.toThrow('INVALID_INPUT waitlistLimit')
  })

  it('gets more seats, which go to those who wait, and never fewer than are taken', async () => {
    const found = await newMeeting(chen, { capacity: 2 })
    const people = await cloud.residents(3, 0)
    for (const who of people) await signedUp(who, found.id)
    const { startsAt, endsAt, signUpFrom, signUpUntil, title, venue, note } = found
    const facts = { startsAt, endsAt, signUpFrom, signUpUntil, title, venue, note, meetingId: found.id }
    const edit = (capacity: number, version = 1) =>
      chen.call('meetings.edit', { ...facts, ...fresh(), capacity, waitlistLimit: 2, version })
    expect(await edit(1)).toMatchObject({ code: 'SEATS_TAKEN' })
    expect(await edit(3, 2)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await edit(3)).toMatchObject({ data: { capacity: 3, seatsLeft: 1, version: 2 } })
    await cloud.timer('lapseOffers')
    expect(await mineIn(people[2]!, found.id)).toMatchObject({ state: 'offered' })
    await expectSeatsSound(cloud, found.id)
  })

  it('is moved: everybody who had signed up is told once, with the old and the new time and place', async () => {
    const found = await newMeeting(chen, { capacity: 1 })
    const [seated, waiting, late, gone] = await cloud.residents(4, 0)
    for (const who of [gone!, seated!, waiting!]) {
      const { id } = await signedUp(who, found.id)
      if (who === gone) await cancel(who, id)
    }
    const { startsAt, endsAt, signUpFrom, signUpUntil, title, venue, note } = found
    const facts = { startsAt, endsAt, signUpFrom, signUpUntil, title, venue, note, meetingId: found.id }
    const edit = (version: number, fields: Partial<typeof facts>) =>
      chen.get('meetings.edit', { ...facts, ...fields, ...fresh(), capacity: 1, waitlistLimit: 2, version })
    const said = async (who: Caller) =>
      (await who.get('inbox.messages', {})).messages
        .filter(({ target }) => target.kind === 'meeting' && target.id === found.id)
        .map((one) => one.title + one.text)
    const told = async () => {
      const reply = await cloud.timer('lapseOffers')
      return reply.ok ? reply.data.told : reply.code
    }
    await edit(1, { note: '请带上房产证' })
    expect(await told()).toBe(0)

    const moved = { startsAt: fromNow(4 * day), endsAt: fromNow(4 * day + hour) }
    await edit(2, { ...moved, venue: '三楼会议室' })
    // Before anybody is told it changes once more: that is one change to them.
    await edit(3, { ...moved, venue: '社区礼堂' })
    await signedUp(late!, found.id)
    expect(await told()).toBe(2)
    expect(await told()).toBe(0)
    const [old, next] = [chinaSpan({ startsAt, endsAt }), chinaSpan(moved)]
    const words = `开会时间改了「${title}」原定 ${old}，改到 ${next}，地点改到社区礼堂。`
    for (const who of [seated!, waiting!]) expect(await said(who)).toEqual([expect.stringContaining(words)])
    for (const who of [late!, gone!]) expect(await said(who)).toEqual([])

    await edit(4, { ...moved, venue: '党群服务中心' })
    expect(await told()).toBe(3)
    expect((await said(late!))[0]).toContain(`${next}开，地点改到党群服务中心`)
  })

  it('is called off: everybody who signed up is told once, and the page says why', async () => {
    const found = await newMeeting(chen, { capacity: 1 })
    const people = await cloud.residents(2, 0)
    for (const who of people) await signedUp(who, found.id)
    const input = { ...fresh(), meetingId: found.id, reason: '停电' }
    expect(await chen.call('meetings.callOff', input)).toMatchObject({ data: { state: 'called_off' } })
    expect(await chen.call('meetings.callOff', input)).toMatchObject({ ok: true })
    expect(await chen.call('meetings.callOff', { ...input, ...fresh() })).toMatchObject({
      code: 'CALLED_OFF',
    })
    expect(await cloud.timer('lapseOffers')).toMatchObject({ data: { told: 2 } })
    expect(await cloud.timer('lapseOffers')).toMatchObject({ data: { told: 0 } })
    for (const who of people) {
      expect((await who.get('inbox.messages', {})).messages[0]?.text).toContain('停电')
      expect(await mineIn(who, found.id)).toMatchObject({ state: 'cancelled' })
    }
    const page = await cloud.guest().get('meetings.meeting', { meetingId: found.id })
    expect(page).toMatchObject({ gate: 'called_off', calledOffBecause: '停电', may: [] })
    await expectSeatsSound(cloud, found.id)
  })

  it('has no room for a fourth topic of one person, nor for any once it began', async () => {
    const { id: meetingId } = await newMeeting(chen)
    const who = (await cloud.residents(1, 0))[0]!
    const propose = (text: string) => who.call('meetings.proposeTopic', { ...fresh(), meetingId, text })
    for (const text of ['一', '二', '三']) expect(await propose(text)).toMatchObject({ ok: true })
    expect(await propose('四')).toMatchObject({ code: 'TOO_MANY_TOPICS' })
    later(cloud, 3 * day + minute)
    expect(await propose('五')).toMatchObject({ code: 'TOPICS_CLOSED' })
    cloud.faults.clear()
  })
})
