import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { accepted, answered, submitted } from '../affairs/story'

const environment = {
  WX_TEMPLATE_ANSWER: 'tmpl-answer,thing1,time2,thing3',
  WX_TEMPLATE_MEETING: 'tmpl-meeting,thing4,time5,thing6',
  // Without its fields it counts as absent.
  WX_TEMPLATE_PARTY: 'tmpl-party',
}
const send = 'subscribeMessage.send'

let cloud: TestCloud
beforeAll(async () => (cloud = await startTestCloud({ environment })))
afterEach(() => {
  cloud.faults.clear()
  cloud.wx.reply(send, { errcode: 0, errmsg: 'ok' })
})

type Kind = 'answer' | 'meeting' | 'party'

const allow = (who: Caller, kinds: Kind[], requestId = newRequestId()) =>
  who.call('inbox.allow', { requestId, accepted: kinds })

const left = async (who: Caller) => (await who.get('inbox.allowed', {})).left

/** Somebody new whose case was answered. @param consents how often they agreed before */
async function answeredOne(consents: number) {
  const [one] = await cloud.residents(1, 0)
  for (let count = 0; count < consents; count += 1) await allow(one!, ['answer'])
  const kase = await submitted(one!)
  const chen = await cloud.staff('chen')
  await accepted(chen, kase)
  await answered(chen, kase, 2)
  return { one: one!, kase }
}

/** Runs the timer. @returns what WeChat was asked meanwhile */
async function run() {
  const before = cloud.wx.calls.length
  const reply = await cloud.timer('sendMessages')
  const asked = cloud.wx.calls.slice(before).map(({ data }) => data as Sent)
  return { reply, asked }
}

interface Sent {
  touser: string
  templateId: string
  page: string
  data: Record<string, { value: string }>
}

const change = (id: string, $set: Record<string, unknown>) =>
  cloud.engine.modify({
    collection: 'messages',
    filter: { _id: id },
    change: { $set },
    replace: false,
    upsert: false,
    multi: false,
  })

/** As if the pause before the next try were over. */
async function makeDue(one: Caller) {
  const [message] = (await one.get('inbox.messages', {})).messages
  const [stored] = await cloud.engine.find({ collection: 'messages', filter: { _id: message!.id } })
  const { wechat } = stored as unknown as { wechat: object | null }
  if (!wechat) throw new Error('it does not wait')
  await change(message!.id, { 'wechat.next': new Date(0).toISOString() })
}

const storedCredits = () => cloud.engine.find({ collection: 'message_credits', filter: {}, limit: 1000 })

describe('[P6] agreeing to messages through WeChat', () => {
  it('is for those who are signed in; a request id belongs to one wish', async () => {
    expect(await allow(cloud.guest(), ['answer'])).toMatchObject({ code: 'UNAUTHENTICATED' })
    const [one] = await cloud.residents(1, 0)
    const requestId = newRequestId()
    expect(await allow(one!, ['answer', 'answer'], requestId)).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await allow(one!, ['answer'], requestId)).toMatchObject({ data: { kept: ['answer'] } })
    expect(await allow(one!, ['answer'], requestId)).toMatchObject({ data: { kept: ['answer'] } })
    expect(await allow(one!, ['answer', 'meeting'], requestId)).toMatchObject({ code: 'CONFLICT' })
    expect(await left(one!)).toBe(1)
  })

  it('counts to five of a kind, and then asks for it no more', async () => {
    const [one] = await cloud.residents(1, 0)
    const { templates } = await one!.get('inbox.allowed', {})
    expect(templates).toEqual([
      { kind: 'answer', id: 'tmpl-answer' },
      { kind: 'meeting', id: 'tmpl-meeting' },
    ])
    for (let count = 0; count < 5; count += 1) await allow(one!, ['answer'])
    expect(await allow(one!, ['answer', 'meeting'])).toMatchObject({ data: { kept: ['meeting'] } })
    expect(await one!.get('inbox.allowed', {})).toEqual({
      templates: [{ kind: 'meeting', id: 'tmpl-meeting' }],
      left: 6,
    })
  })

  it('keeps whom it is for out of sight, and lets go of it when the person says so', async () => {
    const [one, other] = await cloud.residents(2, 0)
    await allow(one!, ['answer', 'meeting'])
    await allow(other!, ['answer'])
    const text = JSON.stringify(await storedCredits())
    expect(text).not.toContain('demo-resident')
    expect(await one!.call('inbox.disallow', { requestId: newRequestId() })).toMatchObject({
      data: { removed: 2 },
    })
    expect(await one!.call('inbox.disallow', { requestId: newRequestId() })).toMatchObject({
      data: { removed: 0 },
    })
    expect(await left(one!)).toBe(0)
    expect(await left(other!)).toBe(1)
    const withdrawn = (await storedCredits()).filter(({ state }) => state === 'withdrawn')
    expect(withdrawn.map(({ sealed }) => sealed)).toEqual([null, null])
  })
})

describe('[P6] sending messages through WeChat', () => {
  it('is a timer alone, and nobody who did not agree is sent anything', async () => {
    const { one } = await answeredOne(0)
    await expect(one.send('jobs.sendMessages', {})).rejects.toThrow('HTTP 403')
    expect((await run()).asked).toEqual([])
    await allow(one, ['answer'])
    // What was settled is not sent later on.
    expect((await run()).asked).toEqual([])
    expect(await left(one)).toBe(1)
  })

  it('what was read meanwhile, and what is a day old, is not sent', async () => {
    const read = await answeredOne(1)
    await read.one.get('inbox.read', { requestId: newRequestId(), messageId: null })
    expect((await run()).asked).toEqual([])
    expect(await left(read.one)).toBe(1)
    const old = await answeredOne(1)
    const [message] = (await old.one.get('inbox.messages', {})).messages
    await change(message!.id, { at: new Date(Date.parse(message!.at) - 25 * 3_600_000).toISOString() })
    expect((await run()).asked).toEqual([])
    expect(await left(old.one)).toBe(1)
  })

  it('one consent is one message, in the words that WeChat takes, and the openid is gone after it', async () => {
    const { one } = await answeredOne(1)
    const { asked, reply } = await run()
    expect(reply).toMatchObject({ data: { sent: 1, again: 0, more: false } })
    expect(asked).toMatchObject([
      {
        templateId: 'tmpl-answer',
        page: 'features/inbox/messages',
        data: { thing1: { value: '您反映的事办好了' } },
      },
    ])
    expect(asked[0]?.touser).toMatch(/^demo-resident-/)
    expect(asked[0]?.data.time2?.value).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
    expect([...(asked[0]?.data.thing3?.value ?? '')]).toHaveLength(20)
    expect(await left(one)).toBe(0)
    expect(JSON.stringify(await storedCredits())).not.toContain(asked[0]?.touser)
    expect((await run()).asked).toEqual([])
  })

  it('43101 ends every credit of that kind; the others stay', async () => {
    const { one } = await answeredOne(3)
    await allow(one, ['meeting'])
    cloud.wx.reply(send, { errcode: 43101, errmsg: 'user refuse to accept the msg' })
    expect((await run()).asked).toHaveLength(1)
    expect(await left(one)).toBe(1)
    expect((await run()).asked).toEqual([])
  })

  it('another refusal is tried again three times, later each time; then the inbox alone tells of it', async () => {
    const { one } = await answeredOne(1)
    cloud.wx.reply(send, { errcode: -1, errmsg: 'system error' })
    expect(await run()).toMatchObject({ reply: { data: { again: 1 } } })
    expect((await run()).asked).toEqual([])
    for (const again of [1, 1, 0]) {
      await makeDue(one)
      expect(await run()).toMatchObject({ reply: { data: { again, sent: 0 } }, asked: [{}] })
    }
    await expect(makeDue(one)).rejects.toThrow('it does not wait')
    // WeChat took nothing for it: the consent still counts.
    expect(await left(one)).toBe(1)
    expect((await one.get('inbox.messages', {})).messages[0]).toMatchObject({ title: '您反映的事办好了' })
  })

  it('an answer that says nothing may have been a success: it is not sent again', async () => {
    const { one } = await answeredOne(1)
    cloud.wx.reply(send, 'Bad Gateway')
    expect((await run()).asked).toHaveLength(1)
    cloud.wx.reply(send, { errcode: 0 })
    expect((await run()).asked).toEqual([])
    expect(await left(one)).toBe(0)
  })

  it('two runs at once send each message once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => answeredOne(1)))
    const before = cloud.wx.calls.length
    await Promise.all([cloud.timer('sendMessages'), cloud.timer('sendMessages'), cloud.timer('sendMessages')])
    const to = cloud.wx.calls.slice(before).map(({ data }) => (data as Sent).touser)
    expect(to).toHaveLength(people.length)
    expect(new Set(to).size).toBe(people.length)
  })

  it.each([3, 4])('so do two of which one is slow at its database request %s', async (nth) => {
    await answeredOne(1)
    const before = cloud.wx.calls.length
    const slow = { kind: 'delay', delayMs: 300, functionName: 'jobs', nth, times: 1 } as const
    cloud.faults.set({ rules: [slow] })
    await Promise.all([cloud.timer('sendMessages'), cloud.timer('sendMessages')])
    expect(cloud.wx.calls.length - before).toBe(1)
  })

  it.each([3, 4, 5])('killed at its database request %s: at most once, and the inbox has it', async (nth) => {
    const { one } = await answeredOne(1)
    cloud.faults.set({ rules: [{ kind: 'crashAfter', functionName: 'jobs', nth, times: 1 }] })
    const before = cloud.wx.calls.length
    await cloud.timer('sendMessages').catch(() => undefined)
    cloud.faults.clear()
    await run()
    expect(cloud.wx.calls.length - before).toBeLessThanOrEqual(1)
    expect((await one.get('inbox.messages', {})).unread).toBeGreaterThan(0)
    expect((await run()).asked).toEqual([])
  })

  it('without templates nothing is asked, and a run looks at nothing', async () => {
    const bare = await startTestCloud()
    const [one] = await bare.residents(1, 0)
    expect(await one!.get('inbox.allowed', {})).toEqual({ templates: [], left: 0 })
    expect(await bare.timer('sendMessages')).toEqual({
      ok: true,
      data: { sent: 0, notSent: 0, again: 0, more: false },
    })
    expect(bare.stats.lastCall('jobs')?.databaseCalls).toBe(0)
  })
})
