import { accepted, submitted } from '../affairs/story'
import { codeFor } from '../residency/story'
import { newRequestId, startTestCloud, type TestCloud } from '../support/cloud'
import { day, later, revealing, runOut, stored } from './story'

let cloud: TestCloud

beforeAll(async () => (cloud = await startTestCloud()))
afterEach(() => cloud.faults.clear())

const ago = (days: number) => new Date(Date.now() - days * day).toISOString()

describe('[P7] what has been kept long enough', () => {
  it('goes: messages read a year ago, used-up codes, claims; what is younger, unread or kept for good stays', async () => {
    const chen = await cloud.staff('chen')
    const who = (await cloud.residents(1, 10))[0]!
    await accepted(chen, await submitted(who, { identity: 'named' }))
    const { messages } = await who.get('inbox.messages', {})
    await who.get('inbox.read', { requestId: newRequestId(), messageId: messages[0]!.id })
    const unread = await accepted(chen, await submitted(who, { identity: 'named' }))
    await chen.get('privacy.reveal', revealing(unread.id))
    await codeFor(chen, '1', '102')
    const counts = async () =>
      Object.fromEntries(
        await Promise.all(
          ['messages', 'residency_codes', 'claims', 'audits', 'journals', 'reveal_tallies', 'cases'].map(
            async (name) => [name, (await stored(cloud, name, {})).length] as const,
          ),
        ),
      )
    const before = await counts()
    await runOut(cloud, 'removeOutdated')
    expect(await counts()).toEqual(before)
    later(cloud, 400 * day)
    await Promise.all([1, 2, 3].map(() => cloud.timer('removeOutdated')))
    await runOut(cloud, 'removeOutdated')
    const after = await counts()
    expect(after).toMatchObject({
      ...{ residency_codes: 0, claims: 0, reveal_tallies: 0 },
      ...{ audits: before.audits, journals: before.journals, cases: before.cases },
    })
    const kept = await stored<{ readAt: string | null }>(cloud, 'messages', {})
    expect(kept.every(({ readAt }) => readAt === null)).toBe(true)
    expect(kept.length).toBeGreaterThan(0)
    later(cloud, 1_200 * day)
    await runOut(cloud, 'removeOutdated')
    expect((await counts()).audits).toBe(0)
  })

  it('goes batch by batch, and a run that was cut off is gone on with', async () => {
    await cloud.engine.insert(
      'claims',
      Array.from({ length: 450 }, (_none, n) => ({
        ...{ _id: `a_old${String(n).padStart(19, '0')}`, schemaVersion: 1, inputHash: '', at: ago(200) },
      })),
    )
    cloud.faults.set({ rules: [{ kind: 'errorAfter', nth: 9, times: 1 }] })
    await cloud.timer('removeOutdated')
    cloud.faults.clear()
    await runOut(cloud, 'removeOutdated')
    expect(await stored(cloud, 'claims', { at: { $lt: ago(190) } })).toEqual([])
  })
})
