import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { accepted, submitted } from '../affairs/story'

let cloud: TestCloud

beforeAll(async () => (cloud = await startTestCloud()))

const read = (who: Caller, messageId: string | null) =>
  who.call('inbox.read', { requestId: newRequestId(), messageId })

/** Somebody with one unread message. */
async function told() {
  const [one] = await cloud.residents(1, 0)
  const kase = await submitted(one!)
  await accepted(await cloud.staff('chen'), kase)
  const { messages } = await one!.get('inbox.messages', {})
  return { one: one!, kase, message: messages[0]! }
}

describe('[P6] the inbox', () => {
  it('is closed to those who have not signed in, and a message to everybody but its reader', async () => {
    const { message, one } = await told()
    expect(await cloud.guest().call('inbox.messages', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
    const li = await cloud.resident('li')
    expect(await read(li, message.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await read(li, `g_${'x'.repeat(22)}`)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await one.get('inbox.messages', {})).toMatchObject({ unread: 1, messages: [{ read: false }] })
  })

  it('says what happened without a word of the case, and counts what is unread', async () => {
    const { one, kase, message } = await told()
    expect(message).toMatchObject({ title: '您反映的事已受理', target: { kind: 'case', id: kase.id } })
    expect(message.text).toContain(kase.number)
    expect(message.text + message.title).not.toContain('杂物')
    expect(await read(one, message.id)).toMatchObject({ ok: true, data: { unread: 0 } })
    expect(await read(one, message.id)).toMatchObject({ ok: true, data: { unread: 0 } })
    expect((await one.get('inbox.messages', {})).messages).toMatchObject([{ read: true }])
  })

  it('shows pages newest first, counts to 99, and is read all at once', async () => {
    const { one, message } = await told()
    const [stored] = await cloud.engine.find({ collection: 'messages', filter: { _id: message.id } })
    const older = Array.from({ length: 130 }, (_, index) => ({
      ...stored,
      _id: `g_${String(index).padStart(22, '0')}`,
      at: new Date(Date.parse(message.at) - (index + 1) * 1000).toISOString(),
    }))
    await cloud.engine.insert('messages', older as never)
    // As they would have been counted.
    await cloud.engine.modify({
      collection: 'members',
      filter: { _id: (stored as unknown as { memberId: string }).memberId },
      change: { $set: { unread: 131 } },
      replace: false,
      upsert: false,
      multi: false,
    })
    const ids: string[] = []
    for (let before: string | undefined; ids.length < 200;) {
      const page = await one.get('inbox.messages', { before })
      expect(cloud.stats.lastCall('inbox')?.databaseCalls).toBeLessThanOrEqual(3)
      expect(page.unread).toBe(99)
      ids.push(...page.messages.map(({ id }) => id))
      if (page.nextBefore === null) break
      before = page.nextBefore
    }
    expect(ids).toEqual([message.id, ...older.map(({ _id }) => _id)])
    const other = await told()
    expect(await read(one, null)).toMatchObject({ ok: true, data: { unread: 0 } })
    expect(await other.one.get('inbox.messages', {})).toMatchObject({ unread: 1 })
  })

  it('leaves out none of many messages of one instant', async () => {
    const { one, message } = await told()
    const [stored] = await cloud.engine.find({ collection: 'messages', filter: { _id: message.id } })
    const ids = Array.from({ length: 45 }, (_, index) => `g_same${String(45 - index).padStart(18, '0')}`)
    const at = new Date(Date.parse(message.at) - 1000).toISOString()
    const earlier = new Date(Date.parse(message.at) - 2000).toISOString()
    const last = { ...stored, _id: `g_${'z'.repeat(22)}`, at: earlier }
    await cloud.engine.insert('messages', [...ids.map((_id) => ({ ...stored, _id, at })), last] as never)
    const seen: string[] = []
    for (let before: string | undefined; seen.length < 60;) {
      const page = await one.get('inbox.messages', { before })
      seen.push(...page.messages.map(({ id }) => id))
      if (page.nextBefore === null) break
      before = page.nextBefore
    }
    expect(seen).toEqual([message.id, ...ids, last._id])
  })
})
