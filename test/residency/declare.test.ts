import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  bind,
  codeFor,
  declaration,
  declare,
  liulin,
  onRoster,
  pinganli,
  stored,
  stranger,
  waiting,
} from './story'

let cloud: TestCloud
let chen: Caller
let zhao: Caller
const unknown = `h_${'x'.repeat(22)}`

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  zhao = await cloud.staff('zhao')
})

const home = (who: Caller) => who.get('residency.home', {})
const withdraw = (who: Caller, requestId = newRequestId()) => who.call('residency.withdraw', { requestId })
const verify = (worker: Caller, residencyId: string, requestId = newRequestId()) =>
  worker.call('residency.verify', { requestId, residencyId })
const refuse = (worker: Caller, residencyId: string, requestId = newRequestId()) =>
  worker.call('residency.refuse', { requestId, residencyId, reason: '花名册上这户没有你，请带房产证来' })

/** Declares under a name of one's own, so that it can be found in the queue. */
let people = 0
async function asked(fields: Parameters<typeof declaration>[0] = {}) {
  const who = await stranger(cloud)
  const name = `罗${[...'甲乙丙丁戊己庚辛壬癸'][(people += 1) % 10]}${people}`
  const reply = await declare(who, { name, ...fields })
  if (!reply.ok) throw new Error(reply.code)
  const found = (await waiting(chen)).find((one) => one.name === (fields.name ?? name))
  return { who, id: found?.id ?? '', name }
}

describe('[P2] refused', () => {
  it('to a guest', async () => {
    expect(await declare(cloud.guest())).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await cloud.guest().call('residency.home', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('a door that is none, a compound that is not there, a building of another one', async () => {
    const who = await stranger(cloud)
    for (const [fields, detail] of [
      [{ room: '三楼左手' }, 'room'],
      [{ unit: '?' }, 'unit'],
      [{ compound: '柳林苑' }, 'compound'],
      [{ communityId: liulin }, 'compound'],
      [{ communityId: 'a1.b2.c3' }, 'compound'],
      [{ compound: '槐荫里' }, 'building'],
      [{ building: '99' }, 'building'],
      [{ phone: '12345' }, 'phone'],
    ] as const)
      expect(await declare(who, fields)).toMatchObject({ code: 'INVALID_INPUT', detail })
    expect(await home(who)).toEqual({ request: null, residence: null, history: [] })
  })

  it('a second request while one waits, and any to one who is verified', async () => {
    const { who } = await asked()
    expect(await declare(who, { room: '502' })).toMatchObject({ code: 'REQUEST_OPEN' })
    expect(await declare(await cloud.resident('li'))).toMatchObject({ code: 'ALREADY_RESIDENT' })
  })

  it('the same request id with another room; the same request again is one request', async () => {
    const who = await stranger(cloud)
    const input = declaration({ room: '601' })
    const replies = await Promise.all(Array.from({ length: 8 }, () => who.call('residency.declare', input)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
      new Set([JSON.stringify({ ok: true, data: { state: 'waiting' } })]),
    )
    expect(await who.call('residency.declare', { ...input, room: '602' })).toMatchObject({ code: 'CONFLICT' })
    expect((await waiting(chen)).filter(({ room, unit }) => room === '601' && unit === '2')).toHaveLength(1)
  })

  it('a decision, or a look at the queue, of those who are no community worker there', async () => {
    const { id, who } = await asked()
    for (const decide of [verify, refuse]) {
      expect(await decide(zhao, id)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await decide(chen, unknown)).toMatchObject({ code: 'NOT_FOUND' })
      for (const other of [
        who,
        await cloud.resident('li'),
        await cloud.staff('zhou'),
        await cloud.staff('ma'),
      ])
        expect(await decide(other, id)).toMatchObject({ code: 'FORBIDDEN' })
    }
    const input = { communityId: pinganli }
    expect(await zhao.call('residency.requests', input)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await who.call('residency.requests', input)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('a decision on what is decided, and a withdrawal of nothing', async () => {
    const { who, id } = await asked()
    await verify(chen, id)
    for (const decide of [verify, refuse])
      expect(await decide(chen, id)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await withdraw(who)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await withdraw(await stranger(cloud))).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('a worker’s verification of the own request', async () => {
    const reply = await chen.call('residency.declare', declaration({ name: '陈晓梅', room: '602' }))
    expect(reply).toMatchObject({ ok: true })
    const id = (await waiting(chen)).find(({ name }) => name === '陈晓梅')?.id ?? ''
    expect(await verify(chen, id)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await withdraw(chen)).toMatchObject({ data: { state: 'withdrawn' } })
  })
})

describe('[P2] somebody says where they live', () => {
  it('and is not told whether the roster knows them: who lives where is nobody’s to ask', async () => {
    const [known, unknownOne] = [await stranger(cloud), await stranger(cloud)]
    const one = await declare(known, onRoster)
    const other = await declare(unknownOne, { ...onRoster, phone: '13200000029' })
    expect(other).toEqual(one)
    const shown = async (who: Caller) => {
      const { request } = await home(who)
      return { ...request, declaredAt: '', phone: '' }
    }
    expect(await shown(unknownOne)).toEqual(await shown(known))
  })

  it('the worker sees those whom the roster knows first, each beside the roster of that door', async () => {
    const known = await asked({ ...onRoster, name: '吴国栋', phone: '13200000022' })
    const queue = await waiting(chen)
    const states = queue.map(({ state }) => state)
    expect(states).toEqual([...states].sort((a, b) => (a === b ? 0 : a === 'matched' ? -1 : 1)))
    const times = (state: string) =>
      queue.filter((one) => one.state === state).map(({ declaredAt }) => declaredAt)
    for (const state of ['matched', 'declared']) expect(times(state)).toEqual([...times(state)].sort())
    expect(queue.find(({ id }) => id === known.id)).toMatchObject({
      state: 'matched',
      name: '吴国栋',
      phone: '132****0022',
      roster: [
        { name: '吴小雨', phone: '132****0021', sameName: false, samePhone: false },
        { name: '吴国栋', phone: '132****0022', sameName: true, samePhone: true },
      ],
    })
  })

  it('is verified: a resident from the next call on, told of it, and nothing is kept that was told', async () => {
    const { who, id, name } = await asked({ room: '502' })
    expect(await who.call('points.overview', {})).toMatchObject({ code: 'FORBIDDEN' })
    expect(await verify(chen, id)).toMatchObject({ data: { id, state: 'verified' } })
    expect(await who.get('community.me', {})).toMatchObject({
      name,
      residency: { building: '8', unit: '2', room: '502', community: { id: pinganli } },
    })
    expect(await who.call('points.overview', {})).toMatchObject({ ok: true })
    expect(await home(who)).toMatchObject({
      request: null,
      residence: { building: '8', unit: '2', room: '502', by: 'staff', bound: 1, others: [] },
    })
    const { messages, unread } = await who.get('inbox.messages', {})
    expect([messages.map(({ target }) => target.kind), unread]).toEqual([['residency'], 1])
    expect(await stored(cloud, 'residencies', { _id: id })).toMatchObject([{ name: '', phone: null }])
  })

  it('is refused: reads why, and may ask anew', async () => {
    const { who, id } = await asked()
    expect(await refuse(chen, id)).toMatchObject({ data: { state: 'refused' } })
    expect((await home(who)).request).toMatchObject({
      state: 'refused',
      reason: '花名册上这户没有你，请带房产证来',
      name: '',
      phone: null,
      communityPhone: '0631-0000101',
    })
    expect((await who.get('inbox.messages', {})).messages).toHaveLength(1)
    expect(await declare(who, onRoster)).toMatchObject({ data: { state: 'waiting' } })
    expect((await home(who)).request).toMatchObject({ state: 'waiting', reason: '' })
  })

  it('takes it back, and it has left the queue', async () => {
    const { who, id } = await asked()
    const requestId = newRequestId()
    for (let time = 0; time < 2; time += 1)
      expect(await withdraw(who, requestId)).toMatchObject({ data: { state: 'withdrawn' } })
    expect((await waiting(chen)).map((one) => one.id)).not.toContain(id)
  })

  it('a decision that is sent again, or by two at once, is made once', async () => {
    const { who, id } = await asked()
    const requestId = newRequestId()
    const replies = await Promise.all(Array.from({ length: 6 }, () => verify(chen, id, requestId)))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    const other = await asked()
    const both = await Promise.all([verify(chen, other.id), refuse(chen, other.id)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    for (const one of [who, other.who]) expect((await one.get('inbox.messages', {})).messages).toHaveLength(1)
  })

  it('whoever asked and then finds the slip of paper is verified by it', async () => {
    const { who, id } = await asked()
    expect(await bind(who, { unit: '2', room: '402' }, await codeFor(chen, '2', '402'))).toMatchObject({
      ok: true,
    })
    expect(await verify(chen, id)).toMatchObject({ code: 'WRONG_STATE' })
    expect((await home(who)).residence).toMatchObject({ by: 'code', room: '402' })
  })

  it('工作 counts those who wait', async () => {
    const { waitingResidents } = await chen.get('home.work', { communityId: pinganli })
    expect(waitingResidents).toBe((await waiting(chen)).length)
    const zhou = await cloud.staff('zhou')
    expect((await zhou.get('home.work', { communityId: pinganli })).waitingResidents).toBeNull()
  })
})
