import { bounds } from '@contract/desk-bounds'
import { callerAt } from '../support/caller'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  atDesk,
  codeOf,
  confirm,
  decline,
  end,
  exchange,
  expectSound,
  hour,
  later,
  look,
  minute,
  opened,
  renew,
  scan,
  scanned,
  storedDesks,
  ticketOf,
} from './story'

let cloud: TestCloud
let chen: Caller
let sun: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  sun = await cloud.staff('sun')
})
afterEach(() => cloud.faults.clear())

describe('[P3] a QR to sign in by', () => {
  it('that nobody made opens nothing, and neither does a guess at one that somebody made', async () => {
    const page = await opened(cloud)
    const guesses = Array.from({ length: 40 }, (_, n) => `${n}`.padStart(22, 'A'))
    for (const guess of guesses) {
      const token = `${page.deskId}.${guess}`
      expect(await chen.call('desk.scan', { token })).toMatchObject({ code: 'NOT_FOUND' })
    }
    const none = `l_${'a'.repeat(22)}.${'a'.repeat(22)}`
    expect(await chen.call('desk.scan', { token: none })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await look(cloud, page)).toMatchObject({ data: { state: 'open', ticket: null } })
  })

  it('holds nothing of the secret by which the browser fetches its ticket', async () => {
    const page = await opened(cloud)
    expect(page.link).not.toContain(page.secret)
    expect(JSON.stringify(await storedDesks(cloud, { _id: page.deskId }))).not.toContain(page.secret)
    expect(JSON.stringify(await storedDesks(cloud, { _id: page.deskId }))).not.toContain(codeOf(page))
  })

  it('expires after three minutes', async () => {
    const page = await opened(cloud)
    later(cloud, bounds.openMinutes * minute)
    expect(await scan(chen, page)).toMatchObject({ code: 'DESK_EXPIRED' })
    expect(await look(cloud, page)).toMatchObject({ data: { state: 'over', ticket: null } })
  })

  it('is no use to somebody without a duty, whatever it is', async () => {
    const zhang = await cloud.resident('zhang')
    const page = await opened(cloud)
    expect(await scan(zhang, page)).toMatchObject({ code: 'DESK_STAFF_ONLY' })
    const token = `${page.deskId}.${'a'.repeat(22)}`
    expect(await zhang.call('desk.scan', { token })).toMatchObject({ code: 'DESK_STAFF_ONLY' })
    expect(await look(cloud, page)).toMatchObject({ data: { state: 'open' } })
  })

  it('belongs to whoever scans it first: a second person is refused, and cannot answer for the first', async () => {
    const page = await scanned(cloud, chen)
    expect(await scan(sun, page)).toMatchObject({ code: 'DESK_USED' })
    expect(await confirm(sun, page.deskId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await decline(sun, page.deskId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await look(cloud, page)).toMatchObject({ data: { state: 'scanned', ticket: null } })
  })

  it('that many scan at once belongs to one', async () => {
    const page = await opened(cloud)
    const replies = await Promise.all([chen, sun, chen, sun].map((who) => scan(who, page)))
    const winners = new Set(replies.map((reply, index) => (reply.ok ? index % 2 : null)))
    expect(winners.size).toBe(2)
    expect(replies.filter((reply) => !reply.ok).every((one) => !one.ok && one.code === 'DESK_USED')).toBe(
      true,
    )
    const [row] = await storedDesks(cloud, { _id: page.deskId })
    expect(row?.timeline.map(({ event }) => event)).toEqual(['scan'])
  })

  it('shows the same two digits on both, and who scans it again is shown the same', async () => {
    const page = await opened(cloud)
    const [first, again] = [await scan(chen, page), await scan(chen, page)]
    expect(first).toMatchObject({ data: { number: page.number, browser: 'chrome', system: 'windows' } })
    expect(again).toEqual(first)
  })

  it('is used up by an answer: it is refused from then on, to the same person too', async () => {
    const [yes, no] = [await scanned(cloud, chen), await scanned(cloud, chen)]
    await confirm(chen, yes.deskId)
    await decline(chen, no.deskId)
    for (const page of [yes, no])
      for (const who of [chen, sun]) expect(await scan(who, page)).toMatchObject({ code: 'DESK_USED' })
    expect(await confirm(chen, no.deskId)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await decline(chen, yes.deskId)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await look(cloud, no)).toMatchObject({ data: { state: 'declined', ticket: null } })
    await end(chen, yes.deskId)
  })

  it('that nobody answered in two minutes is over', async () => {
    const page = await scanned(cloud, chen)
    later(cloud, bounds.answerMinutes * minute + 1000)
    expect(await confirm(chen, page.deskId)).toMatchObject({ code: 'DESK_EXPIRED' })
    expect(await look(cloud, page)).toMatchObject({ data: { state: 'over' } })
  })
})

describe('[P3] the ticket', () => {
  it('is for the browser that has the secret, and for no other', async () => {
    const [page, other] = [await scanned(cloud, chen), await opened(cloud)]
    await confirm(chen, page.deskId)
    expect(await look(cloud, { ...page, secret: other.secret })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await look(cloud, { ...page, secret: codeOf(page).split('.')[1]! })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await look(cloud, { ...page, deskId: other.deskId })).toMatchObject({ code: 'NOT_FOUND' })
    await end(chen, page.deskId)
  })

  it('is there for two minutes, and may be fetched again when its answer was lost', async () => {
    const page = await scanned(cloud, chen)
    await confirm(chen, page.deskId)
    const [first, second] = [await ticketOf(cloud, page), await ticketOf(cloud, page)]
    expect((await exchange(cloud, first)).sub).toBe((await exchange(cloud, second)).sub)
    later(cloud, bounds.fetchMinutes * minute + 1000)
    expect(await look(cloud, page)).toMatchObject({ data: { state: 'over', ticket: null } })
    cloud.faults.clear()
    await end(chen, page.deskId)
    expect(await look(cloud, page)).toMatchObject({ data: { state: 'over', ticket: null } })
  })

  it('that was changed, and a token that was, are worth nothing', async () => {
    const page = await scanned(cloud, chen)
    await confirm(chen, page.deskId)
    const ticket = await ticketOf(cloud, page)
    const [head, body = '', signature] = ticket.split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { uid: string }
    const forged = Buffer.from(JSON.stringify({ ...claims, uid: `m_${'a'.repeat(22)}.aaaaaaa` })).toString(
      'base64url',
    )
    await expect(exchange(cloud, [head, forged, signature].join('.'))).rejects.toThrow('401')
    await expect(exchange(cloud, '')).rejects.toThrow('401')
    const { access_token, refresh_token } = await exchange(cloud, ticket)
    for (const token of [refresh_token, `${access_token}x`, access_token.replace('access', 'refresh')])
      await expect(callerAt(cloud.url, token).send('community.me', {})).rejects.toThrow('401')
    await expect(renew(cloud, access_token)).rejects.toThrow('401')
    await end(chen, page.deskId)
  })

  it('leads to tokens that can be renewed', async () => {
    const page = await scanned(cloud, chen)
    await confirm(chen, page.deskId)
    const first = await exchange(cloud, await ticketOf(cloud, page))
    const second = await renew(cloud, first.refresh_token)
    const me = await callerAt(cloud.url, second.access_token).get('community.me', {})
    expect(me).toMatchObject({ name: '陈晓梅' })
    await end(chen, page.deskId)
  })
})

describe('[P3] a desk in force', () => {
  it('acts as the member does, and says until when', async () => {
    const { desk } = await atDesk(cloud, chen)
    const [me, onPhone] = [await desk.get('community.me', {}), await chen.get('community.me', {})]
    expect(me).toEqual({ ...onPhone, deskUntil: expect.any(String) })
    expect(Date.parse(me.deskUntil!) - Date.now()).toBeGreaterThan(7.9 * hour)
    expect(onPhone.deskUntil).toBeNull()
    const { desks } = await desk.get('desk.mine', {})
    expect(desks.filter(({ here }) => here)).toHaveLength(1)
    await end(desk, null)
  })

  it('is confirmed once, however often the request is repeated', async () => {
    const page = await scanned(cloud, chen)
    const requestId = newRequestId()
    const replies = await Promise.all([1, 2, 3, 4].map(() => confirm(chen, page.deskId, requestId)))
    const again = await confirm(chen, page.deskId, requestId)
    expect(again).toMatchObject({ ok: true })
    expect(
      replies.filter(({ ok }) => ok).every((reply) => JSON.stringify(reply) === JSON.stringify(again)),
    ).toBe(true)
    const [row] = await storedDesks(cloud, { _id: page.deskId })
    expect(row?.timeline.map(({ event }) => event)).toEqual(['scan', 'confirm'])
    await end(chen, page.deskId)
  })

  it('is nobody on its very next call once it was ended on the phone', async () => {
    const { page, desk } = await atDesk(cloud, chen)
    const requestId = newRequestId()
    expect(await end(chen, page.deskId, requestId)).toMatchObject({ ok: true })
    expect(await desk.call('community.me', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await desk.send('affairs.queue', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await end(chen, page.deskId, requestId)).toMatchObject({ ok: true })
    expect((await chen.get('desk.mine', {})).desks).toEqual([])
  })

  it('ends by itself, and leaves the others of the person alone', async () => {
    const [one, other] = [await atDesk(cloud, chen), await atDesk(cloud, chen)]
    expect(await end(one.desk, null)).toMatchObject({ ok: true })
    expect(await one.desk.call('community.me', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await other.desk.call('community.me', {})).toMatchObject({ ok: true })
    await end(chen, other.page.deskId)
  })

  it('of somebody else cannot be ended, and on a phone there is none to end without saying which', async () => {
    const { page } = await atDesk(cloud, chen)
    expect(await end(sun, page.deskId)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await end(sun, null)).toMatchObject({ code: 'NOT_FOUND' })
    expect((await sun.get('desk.mine', {})).desks).toEqual([])
    await end(chen, page.deskId)
  })

  it('is over after eight hours, before any timer looks, and is put on record when one does', async () => {
    const { page, desk } = await atDesk(cloud, chen)
    later(cloud, 8 * hour + minute)
    expect(await desk.call('community.me', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
    await cloud.timer('sweepDesks')
    const again = await cloud.timer('sweepDesks')
    expect(again).toMatchObject({ data: { lapsed: 0, removed: 0 } })
    const [row] = await storedDesks(cloud, { _id: page.deskId })
    expect(row).toMatchObject({ state: 'lapsed' })
    expect(row?.timeline.at(-1)).toMatchObject({ event: 'lapse', actor: 'timer' })
  })

  it('is refused when the person has no duty any more', async () => {
    const { desk, page } = await atDesk(cloud, sun)
    expect(await desk.call('community.me', {})).toMatchObject({ ok: true })
    const { duties } = await (await cloud.staff('qian')).get('duties.staff', {})
    const duty =
      duties.find(({ name }) => name === '孙志强') ?? duties.find(({ role }) => role === 'service_steward')
    await (
      await cloud.staff('zhou')
    ).get('duties.revoke', {
      ...{ requestId: newRequestId(), dutyId: duty!.id, reason: '调走了' },
    })
    expect(await desk.call('community.me', {})).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await desk.send('points.staffItems', { communityId: 'wendeng.tianfu.pinganli' })).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
    expect(await scan(sun, await opened(cloud))).toMatchObject({ code: 'DESK_STAFF_ONLY' })
    await end(sun, page.deskId)
  })

  it('is one of five: a sixth ends the oldest', async () => {
    const all = []
    for (let n = 0; n < 6; n += 1) all.push(await atDesk(cloud, chen))
    const replies = await Promise.all(all.map(({ desk }) => desk.call('community.me', {})))
    expect(replies.map(({ ok }) => ok)).toEqual([false, true, true, true, true, true])
    expect((await chen.get('desk.mine', {})).desks).toHaveLength(5)
    for (const { id } of (await chen.get('desk.mine', {})).desks) await end(chen, id)
  })
})

it('[P3] a QR that led to nothing is removed within the hour', async () => {
  const [open, asked] = [await opened(cloud), await scanned(cloud, chen)]
  later(cloud, 2 * hour)
  await cloud.timer('sweepDesks')
  for (const { deskId } of [open, asked]) expect(await storedDesks(cloud, { _id: deskId })).toEqual([])
})

it('[P3] somebody without a log-in cannot fill the database with QRs', async () => {
  const replies = await Promise.all(
    Array.from({ length: bounds.openingsPerMinute * 3 }, () =>
      cloud.guest().call('desk.open', { browser: 'other', system: 'other' }),
    ),
  )
  const refused = replies.filter((reply) => !reply.ok)
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.every((reply) => !reply.ok && reply.code === 'RATE_LIMITED')).toBe(true)
})

it('[P3] after all of this the members list exactly the desks in force', () => expectSound(cloud))
