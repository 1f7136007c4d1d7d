import type { Audit } from '../../cloudfunctions/kit/audit'
import { submitted } from '../affairs/story'
import { newItem } from '../points/story'
import { declare, door, stranger } from '../residency/story'
import { startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { dayFromNow, pinganli, revealing, stored, thisWeek } from './story'

let cloud: TestCloud
let qian: Caller
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  ;[qian, chen] = [await cloud.staff('qian'), await cloud.staff('chen')]
})

const search = (who: Caller, fields: object = {}) =>
  who.get('privacy.audit', { placeId: pinganli, ...thisWeek(), ...fields })

async function revealedOnce() {
  const who = (await cloud.residents(1, 0))[0]!
  const { id } = await submitted(who, { identity: 'named' })
  await chen.get('privacy.reveal', revealing(id))
  return id
}

describe('[P7] a search of what was done is refused', () => {
  it('to workers, to residents, and at a place that is not one’s own', async () => {
    for (const who of ['chen', 'li', 'guo', 'sun'])
      expect(
        await (await cloud.staff(who)).call('privacy.audit', { placeId: pinganli, ...thisWeek() }),
      ).toMatchObject({ code: 'FORBIDDEN' })
    for (const placeId of ['wendeng.tianfu.liulin', 'wendeng.tianfu', 'wendeng'])
      expect(await qian.call('privacy.audit', { placeId, ...thisWeek() })).toMatchObject({
        code: 'NOT_FOUND',
      })
  })

  it('over days that are out of order, or too many', async () => {
    for (const days of [
      { from: dayFromNow(0), until: dayFromNow(-1) },
      { from: dayFromNow(-200), until: dayFromNow(0) },
    ])
      expect(await qian.call('privacy.audit', { placeId: pinganli, ...thisWeek(), ...days })).toMatchObject({
        code: 'DATES_OUT_OF_ORDER',
      })
  })
})

describe('[P7] a community’s secretary searches what was done', () => {
  it('the latest first: who saw whose data and why; whom it concerns has stars', async () => {
    await revealedOnce()
    const { rows } = await search(qian, { action: 'privacy.reveal' })
    expect(rows[0]).toMatchObject({
      ...{ action: 'privacy.reveal', reason: 'call_back', words: '约上门时间' },
      actor: { name: '陈晓梅' },
      subject: { name: expect.stringMatching(/^.{1,2}\*{1,2}$/) },
    })
    const times = (await search(qian)).rows.map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('by person, by whoever did it, by kind and by day', async () => {
    await revealedOnce()
    await newItem(chen, { name: '查得到的毛巾' })
    const [row] = (await search(qian, { action: 'privacy.reveal' })).rows
    const { rows } = await search(qian, { subjectId: row!.subject!.id, actorId: row!.actor.id })
    expect(rows).toHaveLength(1)
    expect((await search(qian, { from: dayFromNow(-9), until: dayFromNow(-8) })).rows).toEqual([])
  })

  it('page by page, each row once; and each search is a row itself', async () => {
    const before = (await stored(cloud, 'audits', { action: 'privacy.audit' })).length
    const at = (n: number) => new Date(Date.now() - Math.floor(n / 3) * 1000).toISOString()
    await cloud.engine.insert(
      'audits',
      Array.from({ length: 120 }, (_none, n) => ({
        ...{ _id: `a_page${String(n).padStart(18, '0')}`, schemaVersion: 1, communityId: pinganli },
        ...{ actor: 'timer', action: 'jobs.pageTest', document: `d${n}`, inputHash: '', at: at(n) },
        ...{ before: {}, after: { words: String(n) } },
      })),
    )
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof search>> = await search(qian, {
        action: 'jobs.pageTest',
        ...(after ? { after } : {}),
      })
      seen.push(...page.rows.map(({ words }) => words))
      after = page.nextAfter
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
    const searches = await stored(cloud, 'audits', { action: 'privacy.audit' })
    expect(searches.length - before).toBe(3)
  })
})

describe('[P7] what staff see in full without asking has a row a day', () => {
  it('a named case, and not one with stars', async () => {
    const [who] = await cloud.residents(1, 0)
    const named = await submitted(who!, { identity: 'named' })
    const masked = await submitted(who!, { identity: 'masked' })
    for (const { id } of [named, named, masked]) await chen.get('affairs.show', { caseId: id })
    const rowsOf = (document: string) => stored<Audit>(cloud, 'audits', { action: 'affairs.show', document })
    const [row, ...more] = await rowsOf(named.id)
    expect(row).toMatchObject({ communityId: pinganli, subject: expect.stringMatching(/^m_/) })
    expect([more, await rowsOf(masked.id)]).toEqual([[], []])
    const { rows } = await search(qian, { action: 'affairs.show' })
    expect(rows[0]).toMatchObject({
      actor: { name: '陈晓梅' },
      subject: { name: expect.stringContaining('*') },
    })
  })

  it('the queue of addresses, a household, and who is registered', async () => {
    await declare(await stranger(cloud))
    await chen.get('residency.requests', { communityId: pinganli })
    await chen.get('residency.requests', { communityId: pinganli })
    await chen.get('residency.household', { communityId: pinganli, ...door('2', '301') })
    await chen.get('party.applications', { communityId: pinganli, view: 'registered' })
    for (const action of ['residency.requests', 'residency.household', 'party.applications'])
      expect((await stored<Audit>(cloud, 'audits', { action })).map(({ subject }) => subject)).toEqual([
        undefined,
      ])
  })

  it('the person reads of a look that needed a reason, not of each', async () => {
    const [who] = await cloud.residents(1, 0)
    const { id } = await submitted(who!, { identity: 'named' })
    await chen.get('affairs.show', { caseId: id })
    expect((await who!.get('privacy.home', {})).seen).toEqual([])
  })
})
