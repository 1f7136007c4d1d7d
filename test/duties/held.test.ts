import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import {
  accept,
  appointed,
  approve,
  confirm,
  day,
  dutiesAt,
  dutyOf,
  expectSound,
  invited,
  later,
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
let people: Record<'qian' | 'zhou' | 'lin' | 'he' | 'chen', Caller>

beforeEach(async () => {
  cloud = await startTestCloud()
  const names = ['qian', 'zhou', 'lin', 'he', 'chen'] as const
  const callers = await Promise.all(names.map((name) => cloud.staff(name)))
  people = Object.fromEntries(names.map((name, index) => [name, callers[index]])) as typeof people
})
afterEach(async () => {
  cloud.faults.clear()
  await expectSound(cloud)
  await cloud.stop()
})

const someone = async () => (await cloud.residents(1, 0))[0]!
const run = async () => {
  const reply = await cloud.timer('tendDuties')
  if (!reply.ok) throw new Error(reply.code)
  return reply.data
}

describe('[P4] taking a duty away', () => {
  it('is refused outside of the own scope, of oneself, and twice', async () => {
    const { qian, zhou, lin, chen } = people
    const own = await dutyOf(zhou, pinganli, '钱红')
    const worker = await dutyOf(qian, pinganli, '陈晓梅')
    expect(await revoke(chen, worker.id)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await revoke(lin, worker.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await revoke(qian, own.id)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await revoke(qian, `d_${'x'.repeat(22)}`)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await revoke(qian, worker.id)).toMatchObject({ ok: true })
    expect(await revoke(zhou, worker.id)).toMatchObject({ code: 'WRONG_STATE' })
    const second = await appointed(cloud, zhou, { role: 'community_lead' })
    expect(await revoke(second.who, own.id)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('works on the very next call, with the reason for the person and a row of who did it', async () => {
    const { qian } = people
    const { who, dutyId } = await appointed(cloud, qian, { role: 'community_worker' })
    expect(await who.call('home.work', { communityId: pinganli })).toMatchObject({ ok: true })
    const requestId = newRequestId()
    const reply = await revoke(qian, dutyId, requestId)
    expect(reply).toMatchObject({ ok: true, data: { state: 'revoked', may: [] } })
    expect(await who.call('home.work', { communityId: pinganli })).toMatchObject({ code: 'FORBIDDEN' })
    expect(await revoke(qian, dutyId, requestId)).toEqual(reply)
    const { messages } = await who.get('inbox.messages', {})
    expect(messages[0]).toMatchObject({
      title: '任职已解除',
      text: expect.stringContaining('调到别的社区了') as string,
    })
    const [row] = await stored<object>(cloud, 'audits', { document: dutyId, action: 'duties.revoke' })
    expect(row).toMatchObject({
      communityId: pinganli,
      before: { state: 'in_force' },
      after: { state: 'revoked', reason: '调到别的社区了' },
    })
  })

  it('is undone by a new invitation, and then it is the same duty anew', async () => {
    const { qian } = people
    const { who, dutyId } = await appointed(cloud, qian)
    expect(await accept(who, await invited(qian))).toMatchObject({ code: 'ALREADY_HELD' })
    await revoke(qian, dutyId)
    expect(await accept(who, await invited(qian))).toMatchObject({ ok: true })
    expect(await rolesOf(who)).toEqual(['grid_worker'])
    expect(await stored(cloud, 'duties', { _id: dutyId })).toHaveLength(1)
  })
})

describe('[P4] a duty of the street', () => {
  const street = { role: 'street_staff', placeId: tianfu } as const

  it('waits for a second person: neither the giver, nor the person, nor anybody below', async () => {
    const { lin, he, zhou, qian } = people
    const who = await someone()
    expect(await accept(who, await invited(lin, street))).toMatchObject({
      ok: true,
      data: { state: 'waiting' },
    })
    expect(await rolesOf(who)).toEqual([])
    const duty = (await dutiesAt(he, tianfu)).find(({ state }) => state === 'waiting')!
    expect(duty.may).toEqual(['approve', 'revoke'])
    expect((await dutiesAt(lin, tianfu)).find(({ id }) => id === duty.id)?.may).toEqual(['revoke'])
    expect(await approve(lin, duty.id)).toMatchObject({ code: 'NOT_ONESELF' })
    for (const below of [zhou, qian])
      expect(await approve(below, duty.id)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await approve(who, duty.id)).toMatchObject({ code: 'FORBIDDEN' })
    expect(await confirm(he, duty.id)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await approve(he, duty.id)).toMatchObject({ ok: true, data: { state: 'in_force' } })
    expect(await rolesOf(who)).toEqual(['street_staff'])
    expect(await approve(he, duty.id)).toMatchObject({ code: 'WRONG_STATE' })
    expect(await titlesOf(who)).toEqual(['你已是天福街道工作人员', '天福街道工作人员，还差一步'])
    expect((await titlesOf(lin))[0]).toMatch(/的任职已批准$/)
  })

  it('of one who is of the district’s staff too is not approved by that same person', async () => {
    const { lin, he } = people
    expect(await accept(he, await invited(lin, street))).toMatchObject({ ok: true })
    const duty = (await dutiesAt(he, tianfu)).find(({ state }) => state === 'waiting')!
    expect(duty.may).toEqual([])
    expect(await approve(he, duty.id)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await revoke(he, duty.id)).toMatchObject({ code: 'NOT_ONESELF' })
  })

  it('is refused by the second person, and lapses where nobody decides in two weeks', async () => {
    const { lin, he } = people
    const [first, second] = [await someone(), await someone()]
    await accept(first, await invited(lin, street))
    const refused = (await dutiesAt(he, tianfu)).find(({ state }) => state === 'waiting')!
    expect(await revoke(he, refused.id)).toMatchObject({ ok: true, data: { state: 'revoked' } })
    expect(await rolesOf(first)).toEqual([])
    await accept(second, await invited(lin, street))
    later(cloud, 14 * day)
    expect(await run()).toMatchObject({ lapsed: 1 })
    expect(await titlesOf(second)).toContain('任职到期没有确认')
  })
})

describe('[P4] a duty of the district', () => {
  const asked = { operator: '李工', placeId: wendeng, name: '吴越', phone: '13812345678', lastDay: null }

  it('is given by an operator and approved by another, or by the district’s staff', async () => {
    const invite = await cloud.timer('inviteDistrict', asked)
    if (!invite.ok) throw new Error(invite.code)
    const who = await someone()
    const again = await cloud.timer('inviteDistrict', asked)
    expect(again).toMatchObject({ ok: true, data: { invitationId: invite.data.invitationId } })
    expect(await accept(who, tokenIn(invite.data.link))).toMatchObject({ code: 'NOT_FOUND' })
    const token = tokenIn(again.ok ? again.data.link : '')
    expect(await who.get('duties.invitation', { token })).toMatchObject({ giver: null, needsApproval: true })
    expect(await accept(who, token)).toMatchObject({ ok: true, data: { state: 'waiting' } })
    const listed = await cloud.timer('districtDuties', { placeId: wendeng })
    const duty = listed.ok ? listed.data.duties.find(({ state }) => state === 'waiting') : undefined
    const decide = (
      operator: string,
      decision: 'approve' | 'confirm' | 'revoke',
      reason: string | null = null,
    ) => cloud.timer('decideDuty', { operator, dutyId: duty?.id ?? '', decision, reason })
    expect(await decide('李工', 'approve')).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await decide('王工', 'approve')).toMatchObject({ ok: true, data: { state: 'in_force' } })
    expect(await rolesOf(who)).toEqual(['district_staff'])
    expect(await revoke(people.lin, duty?.id ?? '')).toMatchObject({ code: 'NOT_FOUND' })
    expect(await confirm(people.lin, duty?.id ?? '')).toMatchObject({ ok: true })
    expect(await decide('王工', 'revoke')).toMatchObject({ code: 'INVALID_INPUT', detail: 'reason' })
    expect(await decide('王工', 'revoke', '离职')).toMatchObject({ ok: true, data: { state: 'revoked' } })
    expect(await rolesOf(who)).toEqual([])
  })

  it('is never given by a client, nor at a place that is no district', async () => {
    const everybody: Caller[] = [...Object.values(people), cloud.guest()]
    for (const caller of everybody)
      for (const name of ['inviteDistrict', 'districtDuties', 'decideDuty', 'tendDuties'])
        await expect(caller.send(`jobs.${name}`, asked)).rejects.toThrow('403')
    for (const placeId of [tianfu, 'nowhere'])
      expect(await cloud.timer('inviteDistrict', { ...asked, placeId })).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('[P3] a duty in time', () => {
  it('ends with its last day by the guard itself, before any timer has run', async () => {
    const { qian } = people
    const lastDay = new Date(Date.now() + 8 * 3_600_000 + 2 * day).toISOString().slice(0, 10)
    const { who } = await appointed(cloud, qian, { lastDay })
    expect(await rolesOf(who)).toEqual(['grid_worker'])
    later(cloud, 3 * day)
    expect(await rolesOf(who)).toEqual([])
    expect(await run()).toMatchObject({ ended: 1 })
    expect(await run()).toMatchObject({ ended: 0 })
    expect(await titlesOf(who)).toContain('任期已满')
  })

  it('is due after a hundred days, is kept by one tap, and lapses two weeks after it was due', async () => {
    const { qian, chen } = people
    const { who, dutyId } = await appointed(cloud, qian)
    const kept = await appointed(cloud, qian, { role: 'property_staff', name: '别人' })
    later(cloud, 100 * day - 60_000)
    await run()
    expect((await dutiesAt(qian, pinganli)).find(({ id }) => id === dutyId)).toMatchObject({
      state: 'in_force',
    })
    later(cloud, 100 * day)
    const runs = await Promise.all([run(), run(), run()])
    expect(runs.reduce((sum, { due }) => sum + due, 0)).toBe(2)
    expect(await rolesOf(who)).toEqual(['grid_worker'])
    const due = (await dutiesAt(qian, pinganli)).find(({ id }) => id === dutyId)!
    expect(due).toMatchObject({ state: 'due', may: ['confirm', 'revoke'] })
    expect((await titlesOf(qian)).filter((title) => title.startsWith('请确认：'))).toHaveLength(2)
    expect(await confirm(chen, dutyId)).toMatchObject({ code: 'NOT_FOUND' })
    const requestId = newRequestId()
    const reply = await confirm(qian, kept.dutyId, requestId)
    expect(reply).toMatchObject({ ok: true, data: { state: 'in_force', lapsesAt: null } })
    expect(await confirm(qian, kept.dutyId, requestId)).toEqual(reply)
    later(cloud, 114 * day + 60_000)
    // With the ten of the demo, whom nobody has confirmed either.
    expect(await run()).toMatchObject({ lapsed: 11 })
    expect(await rolesOf(who)).toEqual([])
    expect(await rolesOf(kept.who)).toEqual(['property_staff'])
    expect(await titlesOf(who)).toContain('任职到期没有确认')
  })

  it('is confirmed by nobody for themselves, though they confirm others', async () => {
    const { qian, zhou, lin } = people
    const own = await dutyOf(zhou, pinganli, '钱红')
    expect(await confirm(qian, own.id)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await confirm(zhou, own.id)).toMatchObject({ ok: true })
    const mine = await dutyOf(lin, wendeng, '林海')
    expect(mine.may).toEqual([])
    expect(await confirm(lin, mine.id)).toMatchObject({ code: 'NOT_ONESELF' })
  })
})

describe('[P3] 工作', () => {
  const toDecide = async (who: Caller) =>
    (await who.get('home.work', { communityId: pinganli })).dutiesToDecide

  it('says how much waits for one’s decision, and nothing of it to those who decide nothing', async () => {
    const { lin, he, qian, zhou, chen } = people
    await accept(await someone(), await invited(lin, { role: 'street_staff', placeId: tianfu }))
    expect(await Promise.all([he, lin, zhou, qian, chen].map(toDecide))).toEqual([1, 0, 0, 0, null])
    later(cloud, 81 * day)
    await run()
    // Six of 平安里社区, of which one is 钱红's own, and one of 柳林社区; of the street and the district another's.
    expect(await Promise.all([zhou, qian, lin, he, chen].map(toDecide))).toEqual([7, 5, 2, 2, null])
  })
})

describe('[P3] the list', () => {
  it('is of the places that one looks after, with what one may do to each row', async () => {
    const { qian, zhou, lin, chen } = people
    expect(await (await cloud.staff('sun')).call('duties.staff', {})).toMatchObject({ code: 'FORBIDDEN' })
    expect((await chen.get('duties.staff', {})).mayGive).toEqual(['building_leader'])
    expect(await qian.call('duties.staff', { placeId: tianfu })).toMatchObject({ code: 'NOT_FOUND' })
    const mine = await qian.get('duties.staff', {})
    expect(mine.places.map(({ name }) => name)).toEqual(['平安里社区'])
    expect(mine.mayGive).toEqual([
      'community_worker',
      'service_steward',
      'grid_worker',
      'property_staff',
      'building_leader',
    ])
    expect(mine.duties.map(({ name, may }) => [name, may.length])).toEqual([
      ['陈晓梅', 2],
      ['孙立军', 2],
      ['郭建军', 2],
      ['唐丽', 2],
      ['钱红', 0],
      ['马春兰', 2],
    ])
    expect((await zhou.get('duties.staff', {})).places.map(({ name }) => name)).toEqual([
      '柳林社区',
      '平安里社区',
    ])
    const district = await lin.get('duties.staff', {})
    expect(district.places.map(({ name }) => name)).toEqual(['文登区', '天福街道'])
    expect(district.mayGive).toEqual([])
  })
})
