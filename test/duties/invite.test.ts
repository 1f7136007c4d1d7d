import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accept,
  appointed,
  expectSound,
  hour,
  invited,
  inviting,
  later,
  liulin,
  phone,
  pinganli,
  revoke,
  rolesOf,
  stored,
  tianfu,
  titlesOf,
  tokenIn,
  wendeng,
} from './story'

let cloud: TestCloud
let people: Record<'qian' | 'zhou' | 'lin' | 'chen' | 'sun', Caller>

beforeAll(async () => {
  cloud = await startTestCloud()
  const names = ['qian', 'zhou', 'lin', 'chen', 'sun'] as const
  const callers = await Promise.all(names.map((name) => cloud.staff(name)))
  people = Object.fromEntries(names.map((name, index) => [name, callers[index]])) as typeof people
})
afterEach(async () => {
  cloud.faults.clear()
  await expectSound(cloud)
})

const someone = async () => (await cloud.residents(1, 0))[0]!

describe('[P3] [P4] nobody is invited', () => {
  it('by whoever appoints nobody', async () => {
    for (const who of [people.sun, await cloud.resident('ma'), await cloud.resident('li')])
      expect(await who.call('duties.invite', inviting())).toMatchObject({ code: 'FORBIDDEN' })
    expect(await cloud.guest().call('duties.invite', inviting())).toMatchObject({ code: 'UNAUTHENTICATED' })
  })

  it('outside of the own scope, to a duty that is not one’s to give, or at a place of another level', async () => {
    const { qian, zhou, lin } = people
    const tries: [Caller, Parameters<typeof inviting>[0]][] = [
      [people.chen, {}],
      [qian, { placeId: liulin }],
      [qian, { role: 'community_lead' }],
      [qian, { role: 'street_staff', placeId: tianfu }],
      [zhou, { role: 'street_staff', placeId: tianfu }],
      [zhou, { placeId: 'wendeng.longshan.beishan' }],
      [lin, {}],
      [lin, { role: 'district_staff', placeId: wendeng }],
      [lin, { role: 'street_staff', placeId: pinganli }],
      [lin, { role: 'street_staff', placeId: 'wendeng.nowhere' }],
    ]
    for (const [who, fields] of tries)
      expect(await who.call('duties.invite', inviting(fields))).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each(['2020-01-01', '2099-01-01'])('until a day out of range: %s', async (lastDay) => {
    expect(await people.qian.call('duties.invite', inviting({ lastDay }))).toMatchObject({
      code: 'LAST_DAY_OUT_OF_RANGE',
    })
  })
})

describe('[P4] an invitation', () => {
  it('says who gives what, and not to whom in full nor by which number', async () => {
    const token = await invited(people.qian)
    const visitor = await cloud.resident('visitor')
    const shown = await visitor.get('duties.invitation', { token })
    expect(shown).toMatchObject({
      role: 'grid_worker',
      placeName: '平安里社区',
      name: '丁**',
      giver: { name: '钱红', role: 'community_lead', placeName: '平安里社区' },
      needsApproval: false,
      phonesLeft: 5,
      accepted: null,
    })
    expect(JSON.stringify(shown)).not.toContain('1381')
    expect(await cloud.guest().call('duties.invitation', { token })).toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('is found by its secret alone, of which nothing is stored but a hash', async () => {
    const token = await invited(people.qian)
    const [id = '', secret = ''] = token.split('.')
    const visitor = await cloud.resident('visitor')
    const other = `${id}.${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`
    for (const wrong of [other, `j_${'x'.repeat(22)}.${secret}`]) {
      expect(await visitor.call('duties.invitation', { token: wrong })).toMatchObject({ code: 'NOT_FOUND' })
      expect(await accept(visitor, wrong)).toMatchObject({ code: 'NOT_FOUND' })
      const requestId = newRequestId()
      expect(await visitor.call('duties.decline', { requestId, token: wrong })).toMatchObject({
        code: 'NOT_FOUND',
      })
    }
    const everything =
      JSON.stringify(await stored(cloud, 'invitations', {})) +
      JSON.stringify(await stored(cloud, 'audits', {}))
    expect(everything).not.toContain(secret)
    expect(everything).not.toContain(phone)
  })

  it('of which the answer was lost gets a new link by the same request, and the old one opens nothing', async () => {
    const input = inviting()
    const first = tokenIn((await people.qian.get('duties.invite', input)).link)
    const second = tokenIn((await people.qian.get('duties.invite', input)).link)
    const who = await someone()
    expect(second.split('.')[0]).toBe(first.split('.')[0])
    expect(await accept(who, first)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await accept(who, second)).toMatchObject({ ok: true, data: { state: 'in_force' } })
    expect(await people.qian.call('duties.invite', input)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await people.qian.call('duties.invite', { ...input, name: '别人' })).toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('accepted: the duty is there on the next call, both are told, and the number is gone', async () => {
    const token = await invited(people.qian, { role: 'community_worker' })
    const visitor = await cloud.resident('visitor')
    expect(await rolesOf(visitor)).toEqual([])
    expect(await visitor.call('home.work', { communityId: pinganli })).toMatchObject({ code: 'FORBIDDEN' })
    const requestId = newRequestId()
    const reply = await accept(visitor, token, phone, requestId)
    expect(reply).toMatchObject({ ok: true, data: { state: 'in_force' } })
    expect(await accept(visitor, token, phone, requestId)).toEqual(reply)
    expect(await rolesOf(visitor)).toEqual(['community_worker'])
    expect(await visitor.call('home.work', { communityId: pinganli })).toMatchObject({ ok: true })
    expect(await visitor.call('home.work', { communityId: liulin })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await titlesOf(visitor)).toEqual(['你已是平安里社区工作人员'])
    expect((await titlesOf(people.qian))[0]).toBe('丁小燕接受了邀请')
    expect(await visitor.get('duties.invitation', { token })).toMatchObject({ accepted: 'in_force' })
    const rows = await stored<{ action: string; document: string }>(cloud, 'audits', {
      action: 'duties.accept',
    })
    expect(rows.length).toBeGreaterThan(0)
  })

  it('is used once: of twenty who accept at once one has the duty', async () => {
    const token = await invited(people.qian)
    const crowd = await cloud.residents(20, 0)
    const replies = await Promise.all(crowd.map((who) => accept(who, token)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const codes = replies.flatMap((reply) => (reply.ok ? [] : [reply.code]))
    expect(codes.every((code) => code === 'INVITATION_USED' || code === 'CONFLICT')).toBe(true)
    expect(await accept(await someone(), token)).toMatchObject({ code: 'INVITATION_USED' })
    expect(await (await someone()).call('duties.invitation', { token })).toMatchObject({
      code: 'INVITATION_USED',
    })
  })

  it('is not for the one who gave it', async () => {
    expect(await accept(people.zhou, await invited(people.zhou))).toMatchObject({ code: 'NOT_ONESELF' })
  })

  it('is declined: the link is used up, and the giver is told', async () => {
    const token = await invited(people.qian, { name: '戴明' })
    const who = await someone()
    const requestId = newRequestId()
    expect(await who.call('duties.decline', { requestId, token })).toMatchObject({ ok: true })
    expect(await who.call('duties.decline', { requestId, token })).toMatchObject({ ok: true })
    expect(await accept(who, token)).toMatchObject({ code: 'INVITATION_USED' })
    expect((await titlesOf(people.qian))[0]).toBe('戴明没有接受邀请')
  })

  it('is taken back by those who give such duties, and by nobody else', async () => {
    const { invitation, link } = await people.qian.get('duties.invite', inviting())
    const input = { requestId: newRequestId(), invitationId: invitation.id }
    const foreign = (await appointed(cloud, people.zhou, { role: 'community_lead', placeId: liulin })).who
    expect(await foreign.call('duties.revokeInvitation', input)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await people.lin.call('duties.revokeInvitation', input)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await people.zhou.call('duties.revokeInvitation', input)).toMatchObject({ ok: true })
    expect(await people.zhou.call('duties.revokeInvitation', input)).toMatchObject({ ok: true })
    const again = { ...input, requestId: newRequestId() }
    expect(await people.zhou.call('duties.revokeInvitation', again)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await accept(await someone(), tokenIn(link))).toMatchObject({ code: 'INVITATION_REVOKED' })
    expect((await titlesOf(people.qian))[0]).toBe('给丁小燕的邀请已撤回')
  })

  it('is worth nothing once its giver has lost the duty to give', async () => {
    const lead = await appointed(cloud, people.zhou, { role: 'community_lead' })
    const token = await invited(lead.who)
    expect(await revoke(people.zhou, lead.dutyId)).toMatchObject({ ok: true })
    const who = await someone()
    expect(await accept(who, token)).toMatchObject({ code: 'INVITATION_REVOKED' })
    expect(await who.call('duties.invitation', { token })).toMatchObject({ code: 'INVITATION_REVOKED' })
  })

  it('ends after a day by the clock, with or without the timer, and is then forgotten', async () => {
    const token = await invited(people.qian, { name: '武越' })
    const who = await someone()
    later(cloud, 24 * hour - 60_000)
    expect(await who.call('duties.invitation', { token })).toMatchObject({ ok: true })
    later(cloud, 24 * hour)
    expect(await who.call('duties.invitation', { token })).toMatchObject({ code: 'INVITATION_EXPIRED' })
    expect(await accept(who, token)).toMatchObject({ code: 'INVITATION_EXPIRED' })
    const runs = await Promise.all([cloud.timer('tendDuties'), cloud.timer('tendDuties')])
    const closed = runs.map((run) => (run.ok ? run.data.expired : 0))
    const [left] = await stored(cloud, 'invitations', { state: 'open' })
    expect([closed[0]! + closed[1]! > 0, left]).toEqual([true, undefined])
    expect(await titlesOf(people.qian)).toContain('给武越的邀请过期了')
    expect((await titlesOf(people.qian)).filter((title) => title === '给武越的邀请过期了')).toHaveLength(1)
    expect(await accept(who, token)).toMatchObject({ code: 'INVITATION_EXPIRED' })
  })
})

describe('[P4] a wrong number', () => {
  it('is refused, four times counted, the fifth time the last: then the right one helps no more', async () => {
    const token = await invited(people.qian)
    const who = await someone()
    const left = async () => (await who.get('duties.invitation', { token })).phonesLeft
    for (let tries = 1; tries <= 4; tries += 1) {
      expect(await accept(who, token, `1390000000${tries}`)).toMatchObject({ code: 'PHONE_WRONG' })
      expect(await left()).toBe(5 - tries)
    }
    expect(await accept(await someone(), token, '13900000009')).toMatchObject({ code: 'INVITATION_LOCKED' })
    expect(await accept(who, token)).toMatchObject({ code: 'INVITATION_LOCKED' })
    expect(await who.call('duties.invitation', { token })).toMatchObject({ code: 'INVITATION_LOCKED' })
    expect(await rolesOf(who)).toEqual([])
    const { invitations } = await people.qian.get('duties.staff', { placeId: pinganli })
    expect(invitations.find(({ state }) => state === 'locked')).toMatchObject({ phone: null })
  })

  it('that is sent again after a lost answer counts once, and many at once count each', async () => {
    const token = await invited(people.qian)
    const who = await someone()
    const requestId = newRequestId()
    for (let times = 0; times < 3; times += 1) await accept(who, token, '13900000001', requestId)
    expect((await who.get('duties.invitation', { token })).phonesLeft).toBe(4)
    const codes = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const reply = await accept(who, token, `139000000${10 + n}`)
        return reply.ok ? 'ok' : reply.code
      }),
    )
    expect(codes).not.toContain('ok')
    expect(codes.filter((code) => code === 'PHONE_WRONG').length).toBeLessThanOrEqual(3)
  })
})
