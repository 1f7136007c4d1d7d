import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  application,
  applied,
  fromNow,
  join,
  hour,
  liulin,
  newActivity,
  partOf,
  pinganli,
  stored,
  verify,
} from './story'

interface StoredRegistration {
  branch: string
  phone: unknown
  timeline: { event: string }[]
}

let cloud: TestCloud
let chen: Caller
let zhao: Caller
const unknown = `n_${'x'.repeat(22)}`

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
  zhao = await cloud.staff('zhao')
})

const someone = async () => (await cloud.residents(1, 0))[0]!
const refuse = (worker: Caller, registrationId: string, requestId = newRequestId()) =>
  worker.call('party.refuse', { requestId, registrationId, reason: '名册上没有，请先联系支部' })
const end = (worker: Caller, registrationId: string, requestId = newRequestId()) =>
  worker.call('party.end', { requestId, registrationId, reason: '已搬走' })
const withdraw = (who: Caller, requestId = newRequestId()) => who.call('party.withdraw', { requestId })
const documentOf = async (id: string) =>
  (await stored<StoredRegistration>(cloud, 'registrations', { _id: id }))[0]
const memberOf = async (id: string) => {
  const [{ memberId } = { memberId: '' }] = await stored<{ memberId: string }>(cloud, 'registrations', {
    _id: id,
  })
  return (await stored<{ _id: string; registration: unknown }>(cloud, 'members', { _id: memberId }))[0]
}

describe('[D1] refused', () => {
  it('an application of somebody who lives nowhere, and without the consent to this very text', async () => {
    const visitor = await cloud.resident('visitor')
    expect(await visitor.call('party.apply', application())).toMatchObject({ code: 'FORBIDDEN' })
    const who = await someone()
    const { consent: _consent, ...without } = application()
    for (const input of [without, { ...without, consent: 2 }])
      expect(await who.send('party.apply', input)).toMatchObject({ code: 'INVALID_INPUT', detail: 'consent' })
    expect(await who.get('party.registration', {})).toEqual({ registration: null })
  })

  it('a second application while one waits or is in force', async () => {
    const who = await someone()
    const first = await applied(who)
    expect(await who.call('party.apply', application())).toMatchObject({ code: 'ALREADY_REGISTERED' })
    await verify(chen, first.id)
    expect(await who.call('party.apply', application())).toMatchObject({ code: 'ALREADY_REGISTERED' })
  })

  it('the same request with another branch', async () => {
    const who = await someone()
    const input = application()
    await who.get('party.apply', input)
    expect(await who.call('party.apply', { ...input, branch: '别的支部' })).toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('a decision of those who are no community worker of that community', async () => {
    const { id } = await applied(await someone())
    const zhou = await cloud.staff('zhou')
    for (const decide of [verify, refuse, end]) {
      expect(await decide(zhao, id)).toMatchObject({ code: 'NOT_FOUND' })
      expect(await decide(zhou, id)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await decide(await someone(), id)).toMatchObject({ code: 'FORBIDDEN' })
      expect(await decide(chen, unknown)).toMatchObject({ code: 'NOT_FOUND' })
    }
    const list = { communityId: pinganli, view: 'waiting' as const }
    expect(await zhao.call('party.applications', list)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await zhou.call('party.applications', list)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('a decision that the state does not have', async () => {
    const who = await someone()
    const { id } = await applied(who)
    expect(await end(chen, id)).toMatchObject({ code: 'WRONG_STATE' })
    await verify(chen, id)
    for (const decide of [verify, refuse])
      expect(await decide(chen, id)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await withdraw(await someone())).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('a worker’s decision on the own application', async () => {
    const who = await someone()
    const { id } = await applied(who)
    const member = await memberOf(id)
    const appointment = { role: 'community_worker', placeId: pinganli, from: fromNow(-hour), until: null }
    await cloud.engine.modify({
      collection: 'members',
      filter: { _id: member!._id },
      change: { $set: { appointments: [appointment] } },
      replace: false,
      upsert: false,
      multi: false,
    })
    expect(await verify(who, id)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await verify(chen, id)).toMatchObject({ ok: true })
  })

  it('whatever is for the registered to anybody else', async () => {
    const { id } = await newActivity(chen)
    for (const who of [await someone(), chen, await cloud.resident('visitor')]) {
      expect(await who.call('party.activities', {})).toMatchObject({ code: 'FORBIDDEN' })
      expect(await who.call('party.activity', { activityId: id })).toMatchObject({ code: 'FORBIDDEN' })
      expect(await join(who, id)).toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('[D1] a registration', () => {
  it('compares with the branch roster, by the phone and nothing else', async () => {
    const { messages: _m, ...roster } = { messages: 0, ...application() }
    const who = await someone()
    const { id } = await who.get('party.apply', { ...roster, phone: '13899990000' })
    const [{ phone } = { phone: { hmac: '' } }] = await stored<{ phone: { hmac: string } }>(
      cloud,
      'registrations',
      {
        _id: id,
      },
    )
    const shown = async () =>
      (await chen.get('party.applications', { communityId: pinganli, view: 'waiting' })).applications.find(
        (one) => one.id === id,
      )
    expect(await shown()).toMatchObject({ match: 'none', rosterBranch: null, phone: '138****0000' })
    const entry = {
      schemaVersion: 1,
      communityId: pinganli,
      name: '别人',
      branch: '第三支部',
      writtenBy: 'test',
    }
    await cloud.engine.insert('branch_roster', [{ ...entry, _id: `${liulin}:${phone.hmac}` }])
    expect(await shown()).toMatchObject({ match: 'none' })
    await cloud.engine.insert('branch_roster', [{ ...entry, _id: `${pinganli}:${phone.hmac}` }])
    expect(await shown()).toMatchObject({ match: 'name_differs', rosterBranch: '第三支部' })
  })

  it('keeps the number nowhere, and nothing that was told once it has ended', async () => {
    const ways: [string, (who: Caller, id: string) => Promise<unknown>][] = [
      ['withdrawn', (who) => withdraw(who)],
      ['refused', (_who, id) => refuse(chen, id)],
      ['ended', async (_who, id) => (await verify(chen, id)) && end(chen, id)],
      ['withdrawn', async (who, id) => (await verify(chen, id)) && withdraw(who)],
    ]
    for (const [state, way] of ways) {
      const who = await someone()
      const { id } = await applied(who)
      expect(JSON.stringify(await documentOf(id))).not.toContain('13800000001')
      await way(who, id)
      expect(await documentOf(id)).toMatchObject({ state, branch: '', phone: null })
      expect((await documentOf(id))?.timeline.length).toBeGreaterThan(1)
      expect(await memberOf(id)).toMatchObject({ registration: null })
      expect((await who.get('party.registration', {})).registration).toMatchObject({
        state,
        branch: '',
        phone: null,
      })
      expect(await who.call('party.activities', {})).toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  it('ends the consent with it, once, whoever ends it; applying anew is a new one', async () => {
    const ways: ((who: Caller, id: string, requestId: string) => Promise<unknown>)[] = [
      (who, _id, requestId) => withdraw(who, requestId),
      (_who, id, requestId) => refuse(chen, id, requestId),
      async (_who, id, requestId) => (await verify(chen, id)) && end(chen, id, requestId),
    ]
    const consentsOf = async (who: Caller) =>
      (await who.get('privacy.home', {})).consents.map(({ kind, given }) => [kind, given])
    for (const way of ways) {
      const who = await someone()
      const { id } = await applied(who)
      const requestId = newRequestId()
      for (let time = 0; time < 2; time += 1) await way(who, id, requestId)
      expect(await consentsOf(who)).toEqual([
        ['party', false],
        ['party', true],
      ])
      await applied(who)
      expect((await consentsOf(who))[0]).toEqual(['party', true])
    }
  })

  it('begins anew in the same document', async () => {
    const who = await someone()
    const first = await applied(who)
    expect(await refuse(chen, first.id)).toMatchObject({ data: { state: 'refused' } })
    expect((await who.get('party.registration', {})).registration).toMatchObject({
      reason: '名册上没有，请先联系支部',
    })
    const again = await applied(who)
    expect(again).toMatchObject({ id: first.id, state: 'applied', reason: '' })
    expect(again.timeline.map(({ event }) => event)).toEqual(['apply', 'refuse', 'apply'])
  })

  it('answers a repeat as the first time, and moves once', async () => {
    const who = await someone()
    const input = application()
    const first = await who.get('party.apply', input)
    expect(await who.get('party.apply', input)).toEqual(first)
    const requestId = newRequestId()
    const decided = await verify(chen, first.id, requestId)
    expect(await verify(chen, first.id, requestId)).toEqual(decided)
    const stops = newRequestId()
    const stopped = await withdraw(who, stops)
    expect(await withdraw(who, stops)).toEqual(stopped)
    expect((await documentOf(first.id))?.timeline).toHaveLength(3)
    const { messages } = await who.get('inbox.messages', {})
    expect(messages).toHaveLength(1)
  })

  it('of forty applications at once there is one', async () => {
    const who = await someone()
    const replies = await Promise.all(
      Array.from({ length: 40 }, () => who.call('party.apply', application())),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.filter((reply) => !reply.ok && reply.code === 'ALREADY_REGISTERED')).toHaveLength(39)
  })

  it('that ends takes its person off the lists of what is to come', async () => {
    const who = await someone()
    const { id } = await applied(who)
    await verify(chen, id)
    const { id: activityId } = await newActivity(chen, { capacity: 1 })
    await join(who, activityId)
    expect(await partOf(who, activityId)).toMatchObject({ state: 'joined' })
    expect(await end(chen, id)).toMatchObject({ data: { state: 'ended' } })
    const { people, activity } = await chen.get('party.host', { activityId })
    expect([people, activity.placesLeft]).toEqual([[], 1])
  })

  it('pages: those who wait first come first, those who are registered the latest first', async () => {
    const everybody = async (view: 'waiting' | 'registered') => {
      const found: { id: string; appliedAt: string }[] = []
      for (let before: string | undefined; ;) {
        const page = await chen.get('party.applications', { communityId: pinganli, view, before })
        found.push(...page.applications)
        if (!page.nextBefore) return { found, counts: page.counts }
        before = page.nextBefore
      }
    }
    for (const who of await cloud.residents(22, 0)) await applied(who)
    const { found, counts } = await everybody('waiting')
    expect(new Set(found.map(({ id }) => id)).size).toBe(counts.waiting)
    const times = found.map(({ appliedAt }) => appliedAt)
    expect([...times].sort()).toEqual(times)
    const registered = await everybody('registered')
    expect(registered.found).toHaveLength(registered.counts.registered)
  })
})

describe('[D1] round trips to the database', () => {
  it.each([
    ['party.registration', 3],
    ['party.apply', 7],
  ] as const)('%s: %i', async (action, count) => {
    const who = await someone()
    expect(await who.send(action, action === 'party.apply' ? application() : {})).toMatchObject({ ok: true })
    expect(cloud.stats.lastCall('party')?.databaseCalls).toBe(count)
  })

  it('verifying takes at most twelve, the list of applications six', async () => {
    const { id } = await applied(await someone())
    await verify(chen, id)
    expect(cloud.stats.lastCall('party')?.databaseCalls).toBeLessThanOrEqual(12)
    await chen.get('party.applications', { communityId: pinganli, view: 'registered' })
    expect(cloud.stats.lastCall('party')?.databaseCalls).toBe(6)
  })
})
