import { attempt } from '../points/story'
import { applied, verify as verifyMember } from '../party/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { faultKinds, faultyRequests } from '../support/fault-turns'
import { codeFor, declaration, pinganli, stored, stranger, waiting } from './story'

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

interface Call {
  who: Caller
  action: string
  input: Record<string, unknown>
  /** What must be so afterwards, whatever went wrong. */
  expectDone: () => Promise<void>
}

interface StoredMember {
  _id: string
  residency: { room: string } | null
  registration: unknown
  unread: number
}

let count = 0
const nextName = () => `罗${[...'甲乙丙丁戊己庚辛壬癸'].at((count += 1) % 10) ?? ''}${count}`

/** Whoever has that name: the one document of theirs, and what their own says. */
async function bothOf(who: Caller) {
  const { residence, history } = await who.get('residency.home', {})
  const { residency, name } = await who.get('community.me', {})
  const [member] = await stored<StoredMember>(cloud, 'members', { name: name ?? '' })
  return { residence, history, residency, member }
}

/** No lock of an earlier story stands in the way of the next. */
const newDay = () => cloud.engine.remove('residency_tries', { _id: { $exists: true } }, true)

/** What each action needs before it can be called. */
const prepared: Record<string, () => Promise<Call>> = {
  'a binding': async () => {
    await newDay()
    const who = await stranger(cloud)
    const [code, name] = [await codeFor(chen, '1', '102'), nextName()]
    const input = { communityId: pinganli, building: '8', unit: '1', room: '102', code, name }
    const expectDone = async () => {
      const { residence, residency, history } = await bothOf(who)
      expect([residence?.room, residence?.by, residency?.room, history]).toEqual(['102', 'code', '102', []])
      const [paper] = await stored<{ usedBy: string }>(cloud, 'residency_codes', {
        _id: `${pinganli}:8-1-102`,
      })
      const [member] = await stored<StoredMember>(cloud, 'members', { name })
      expect(paper?.usedBy).toBe(member?._id)
    }
    return { who, action: 'residency.bind', input, expectDone }
  },
  'a verification': async () => {
    const [who, name] = [await stranger(cloud), nextName()]
    await who.get('residency.declare', declaration({ name }))
    const residencyId = (await waiting(chen)).find((one) => one.name === name)?.id ?? ''
    const expectDone = async () => {
      const { residence, residency, member } = await bothOf(who)
      expect([residence?.by, residency?.room, member?.unread]).toEqual(['staff', '402', 1])
      expect((await who.get('inbox.messages', {})).messages).toHaveLength(1)
    }
    return { who: chen, action: 'residency.verify', input: { residencyId }, expectDone }
  },
  'a move': async () => {
    const who = (await cloud.residents(1, 0))[0]!
    const { id } = await applied(who)
    await verifyMember(chen, id)
    const expectDone = async () => {
      expect((await who.get('residency.home', {})).history).toHaveLength(1)
      expect((await who.get('community.me', {})).residency).toBeNull()
      const [registration] = await stored<{ state: string; memberId: string }>(cloud, 'registrations', {
        _id: id,
      })
      expect(registration).toMatchObject({ state: 'withdrawn', branch: '', phone: null })
      const [member] = await stored<StoredMember>(cloud, 'members', { _id: registration!.memberId })
      expect([member?.residency, member?.registration]).toEqual([null, null])
    }
    return { who, action: 'residency.moveOut', input: {}, expectDone }
  },
  'a sheet of codes': async () => {
    const rooms = ['601', '602']
    const expectDone = async () => {
      const codes = await stored<{ sheet: string }>(cloud, 'residency_codes', {
        room: { $in: rooms },
        unit: '1',
      })
      expect(codes).toHaveLength(2)
      const sheets = new Set(codes.map(({ sheet }) => sheet))
      expect(sheets.size).toBe(1)
      expect(await stored(cloud, 'audits', { _id: [...sheets][0] ?? '' })).toHaveLength(1)
    }
    const input = { communityId: pinganli, building: '8', unit: '1', rooms }
    return { who: chen, action: 'residency.issueCodes', input, expectDone }
  },
}

/** How many requests to the database each action makes when nothing goes wrong. */
const requests = { 'a binding': 15, 'a verification': 12, 'a move': 11, 'a sheet of codes': 9 }

describe.each(Object.entries(requests))(
  '[P2] %s with one of its %i database requests gone wrong',
  (name, most) => {
    it.each(faultKinds)(
      'by %s, at each in turn: done once, known to the caller, nothing by half',
      async (kind) => {
        for (const nth of faultyRequests(kind, most)) {
          const { who, action, input, expectDone } = await prepared[name]!()
          const request = { ...input, requestId: newRequestId() }
          const changing = kind === 'crashAfter'
          cloud.faults.set({ rules: [{ kind, functionName: 'residency', nth, times: 1, changing }] })
          await attempt(who, action, request)
          cloud.faults.clear()
          const reply = await attempt(who, action, request)
          expect({ nth, reply }).toMatchObject({ reply: { ok: true } })
          expect(await attempt(who, action, request)).toEqual(reply)
          await expectDone()
        }
      },
      180_000,
    )

    it('makes that many', async () => {
      const { who, action, input } = await prepared[name]!()
      expect(await who.send(action, { ...input, requestId: newRequestId() })).toMatchObject({ ok: true })
      expect(cloud.stats.lastCall('residency')?.databaseCalls).toBe(most)
    })
  },
)
