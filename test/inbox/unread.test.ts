import type { Reply } from '@contract/codes'
import { handlerIds, accepted, answered, changing, submitted } from '../affairs/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})

interface StoredMember {
  _id: string
  unread: number
  pickupTries: { left: number }
}

/** As a client does: the same request again while too many others are at it. */
async function untilDone(call: () => Promise<Reply<unknown>>): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const reply = await call()
    if (reply.ok) return
    if (reply.code !== 'CONFLICT') throw new Error(reply.code)
  }
  throw new Error('twenty conflicts in a row')
}

const readAll = (who: Caller) => {
  const input = { requestId: newRequestId(), messageId: null }
  return untilDone(() => who.call('inbox.read', input))
}

const readOne = (who: Caller, messageId: string) => {
  const input = { requestId: newRequestId(), messageId }
  return untilDone(() => who.call('inbox.read', input))
}

const acceptAtOnce = ({ id }: { id: string }) => {
  const input = changing({ id }, 1)
  return untilDone(() => chen.call('affairs.accept', input))
}

/** The member that a case belongs to, as it is stored. */
async function memberOf(caseId: string): Promise<StoredMember> {
  const [kase] = await cloud.engine.find({ collection: 'cases', filter: { _id: caseId } })
  const { reporterId } = kase as unknown as { reporterId: string }
  const [member] = await cloud.engine.find({ collection: 'members', filter: { _id: reporterId } })
  return member as unknown as StoredMember
}

const unreadDocuments = (memberId: string) => cloud.engine.count('messages', { memberId, readAt: null })

/** The count, wherever it is said, is that of the documents. @returns it */
async function expectExact(who: Caller, caseId: string): Promise<number> {
  const { _id, unread } = await memberOf(caseId)
  expect(unread).toBe(await unreadDocuments(_id))
  expect((await who.get('inbox.messages', {})).unread).toBe(unread)
  expect((await who.get('home.show', {})).unread).toBe(unread)
  return unread
}

async function casesOf(who: Caller, count: number) {
  const made = []
  for (let index = 0; index < count; index += 1) made.push(await submitted(who))
  return made
}

describe('[P6] the count of what is unread', () => {
  it("is nobody else's to move, and none at all for a guest", async () => {
    const [one] = await cloud.residents(1, 0)
    const kase = await submitted(one!)
    await accepted(chen, kase)
    const { messages } = await one!.get('inbox.messages', {})
    const input = { requestId: newRequestId(), messageId: messages[0]!.id }
    expect(await chen.call('inbox.read', input)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await expectExact(one!, kase.id)).toBe(1)
    expect((await cloud.guest().get('home.show', {})).unread).toBeNull()
  })

  it('goes down once for a message, however often and at once it is read, and never below nothing', async () => {
    const [one] = await cloud.residents(1, 0)
    const [first, second] = await casesOf(one!, 2)
    await accepted(chen, first!)
    await accepted(chen, second!)
    const { messages } = await one!.get('inbox.messages', {})
    await Promise.all(Array.from({ length: 6 }, () => readOne(one!, messages[0]!.id)))
    expect(await expectExact(one!, first!.id)).toBe(1)
    await Promise.all([readAll(one!), readAll(one!), readOne(one!, messages[1]!.id)])
    expect(await expectExact(one!, first!.id)).toBe(0)
    await readAll(one!)
    expect(await expectExact(one!, first!.id)).toBe(0)
  })

  it('stays exact while messages come and are read at once', async () => {
    const [one] = await cloud.residents(1, 0)
    const cases = await casesOf(one!, 8)
    await Promise.all([...cases.map(acceptAtOnce), readAll(one!), readAll(one!)])
    await expectExact(one!, cases[0]!.id)
    const { messages } = await one!.get('inbox.messages', {})
    await Promise.all([
      ...messages.slice(0, 4).map(({ id }) => readOne(one!, id)),
      ...messages.slice(0, 2).map(({ id }) => readOne(one!, id)),
      ...cases.slice(0, 4).map((kase) => answered(chen, kase, 2)),
    ])
    await expectExact(one!, cases[0]!.id)
    await readAll(one!)
    expect(await expectExact(one!, cases[0]!.id)).toBe(0)
  })

  it('loses nothing that is set on the same document meanwhile: guesses of digits stay spent', async () => {
    const { 陈晓梅: handlerId = '' } = await handlerIds(chen)
    const cases = await casesOf((await cloud.residents(1, 0))[0]!, 3)
    const before = await unreadDocuments(handlerId)
    const dispatches = cases.map((kase) => ({ ...changing(kase, 1), handlerId, note: '' }))
    const guess = (code: string) => chen.call('points.verifyPickup', { requestId: newRequestId(), code })
    const [guesses] = await Promise.all([
      Promise.all(['00000001', '00000002', '00000003'].map(guess)),
      ...dispatches.map((input) => untilDone(() => chen.call('affairs.dispatch', input))),
    ])
    expect(guesses).toMatchObject(guesses.map(() => ({ code: 'CODE_WRONG' })))
    const [member] = await cloud.engine.find({ collection: 'members', filter: { _id: handlerId } })
    expect(member).toMatchObject({ pickupTries: { left: 2 }, unread: before + 3 })
    expect(await unreadDocuments(handlerId)).toBe(before + 3)
  })

  it('of a person without a member document is counted from the messages', async () => {
    const visitor = await cloud.resident('visitor')
    const kase = await submitted(visitor)
    await accepted(chen, kase)
    expect(await visitor.get('inbox.messages', {})).toMatchObject({ unread: 1 })
    expect((await visitor.get('home.show', {})).unread).toBe(1)
    await readAll(visitor)
    expect((await visitor.get('home.show', {})).unread).toBe(0)
  })
})
