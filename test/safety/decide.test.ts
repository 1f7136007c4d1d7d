import { moves } from '../../cloudfunctions/safety/states'
import { newMeeting } from '../meetings/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { deciding, liulin, pass, pinganli, proposed, refuse, textsFor, waitingWith } from './story'

let cloud: TestCloud
let li: Caller
let wang: Caller
let chen: Caller
let zhou: Caller
let meetingId: string

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[li, wang] = [await cloud.resident('li'), await cloud.resident('wang')]
  ;[chen, zhou] = [await cloud.staff('chen'), await cloud.staff('zhou')]
})
beforeEach(async () => {
  meetingId = (await newMeeting(chen)).id
})
afterEach(() => cloud.faults.clear())

let count = 0
async function held() {
  const text = `加我微信 ${(count += 1)}`
  const [one] = await cloud.residents(1, 0)
  await proposed(one!, meetingId, text)
  return { writer: one!, text, thing: await waitingWith(chen, text) }
}

describe('[M7] deciding on what is held', () => {
  it('is for the community’s staff and the sub-district’s', async () => {
    const { thing } = await held()
    const others = [cloud.guest(), li, await cloud.staff('sun'), await cloud.staff('guo')]
    const codes = []
    for (const who of [...others, await cloud.staff('zhao')]) {
      const reply = await pass(who, thing)
      codes.push(reply.ok ? 'ok' : reply.code)
    }
    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'])
    expect(await pass(zhou, thing)).toMatchObject({ ok: true })
  })

  it('needs a reason to refuse, the version that was seen, and something that is there', async () => {
    const { thing } = await held()
    const input = { ...deciding(thing), reason: '' }
    expect(await chen.call('safety.refuse', input)).toMatchObject({ code: 'INVALID_INPUT', detail: 'reason' })
    expect(await pass(chen, { ...thing, version: 7 })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await pass(chen, { ...thing, id: `k_${'x'.repeat(22)}` })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('happens once: of two at once one decides, and a repeat gets the same answer', async () => {
    const { thing, text } = await held()
    const input = deciding(thing)
    const [one, other] = await Promise.all([chen.call('safety.pass', input), refuse(zhou, thing)])
    expect([one.ok, other.ok].filter(Boolean)).toHaveLength(1)
    const loser = one.ok ? other : one
    expect(loser).toMatchObject({ code: 'ALREADY_DECIDED' })
    expect(await textsFor(wang, meetingId)).toEqual(one.ok ? [text] : [])
    if (one.ok) expect(await chen.call('safety.pass', input)).toEqual(one)
  })

  it('tells the writer once, however often it is repeated', async () => {
    const { thing, writer } = await held()
    const input = { ...deciding(thing), reason: '请不要写联系方式' }
    const first = await chen.call('safety.refuse', input)
    expect(await chen.call('safety.refuse', input)).toEqual(first)
    expect(await chen.call('safety.refuse', { ...input, reason: '别的' })).toMatchObject({ code: 'CONFLICT' })
    expect((await writer.get('inbox.messages', {})).messages).toHaveLength(1)
  })

  it('is written down with who, when and why', async () => {
    const { thing } = await held()
    await refuse(chen, thing, '像广告')
    const [stored] = await cloud.engine.find({ collection: 'content_checks', filter: { _id: thing.id } })
    expect(stored).toMatchObject({
      state: 'refused',
      timeline: [{ event: 'refuse', actor: expect.stringMatching(/^m_/), reason: '像广告' }],
    })
  })

  it('a failure at any call of the database leaves all of it or nothing, and a repeat completes it', async () => {
    for (let nth = 2; nth <= 12; nth += 1) {
      const { thing, text, writer } = await held()
      const input = { ...deciding(thing), reason: '像广告' }
      cloud.faults.set({ rules: [{ kind: 'crashAfter', functionName: 'safety', nth, times: 1 }] })
      await chen.call('safety.refuse', input).catch(() => undefined)
      cloud.faults.clear()
      expect(await chen.call('safety.refuse', input)).toMatchObject({ ok: true, data: { state: 'refused' } })
      expect((await writer.get('inbox.messages', {})).messages).toHaveLength(1)
      expect(await textsFor(wang, meetingId)).not.toContain(text)
    }
  })

  it('counts on 工作 what waits for a person', async () => {
    const { waitingReviews: before } = await chen.get('home.work', { communityId: pinganli })
    await held()
    const { waitingReviews: after } = await chen.get('home.work', { communityId: pinganli })
    expect(after).toBe((before ?? 0) + 1)
    // The sub-district's staff are told of all their communities, whichever they look at.
    const { waitingReviews: ofStreet } = await zhou.get('home.work', { communityId: liulin })
    expect(ofStreet).toBe(after)
    expect(await (await cloud.staff('guo')).get('home.work', { communityId: pinganli })).toMatchObject({
      waitingReviews: null,
    })
  })

  it('is a table in which nothing leaves an end, and WeChat has the last word on nothing in doubt', () => {
    const ends = ['passed', 'refused']
    expect(moves.flatMap(({ from }) => from).filter((state) => ends.includes(state))).toEqual([])
    expect(moves.filter(({ who, from }) => who.includes('wechat') && from.includes('review'))).toEqual([])
    expect(new Set(moves.map(({ event, from }) => `${event} ${from.join()}`)).size).toBe(moves.length)
  })
})

test('[P1] a request id names one decision', async () => {
  const { thing } = await held()
  const requestId = newRequestId()
  await chen.get('safety.pass', { ...deciding(thing), requestId })
  const { thing: other } = await held()
  expect(await chen.call('safety.pass', { ...deciding(other), requestId })).toMatchObject({
    code: 'CONFLICT',
  })
})
