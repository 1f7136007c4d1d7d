import { limits } from '../../cloudfunctions/contract/limits'
import { alphabet } from '../../cloudfunctions/residency/codes'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { bind, codeFor, day, later, minute, pinganli, stored, stranger } from './story'

interface StoredCode {
  _id: string
  usedAt: string | null
  usedBy: string | null
  expiresAt: string
}

let cloud: TestCloud
let chen: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  chen = await cloud.staff('chen')
})
afterEach(() => cloud.faults.clear())

const issue = (worker: Caller, rooms: string[], requestId = newRequestId(), unit = '1') =>
  worker.call('residency.issueCodes', { requestId, communityId: pinganli, building: '8', unit, rooms })

/** Opens every lock: the tries of people and doors are those of a new day. */
const newDay = () => cloud.engine.remove('residency_tries', { _id: { $exists: true } }, true)

const flat = (unit: string, room: string) => ({ unit, room })
const wrong = 'AAAAAAAA'

describe('[P2] a sheet of paper codes', () => {
  it('is refused to everybody but the workers of that community', async () => {
    expect(await issue(await cloud.staff('zhao'), ['101'])).toMatchObject({ code: 'NOT_FOUND' })
    for (const who of ['zhou', 'sun', 'ma', 'li', 'visitor'])
      expect(await issue(await cloud.staff(who), ['101'])).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is refused for a flat that the roster does not have, and then none of them gets one', async () => {
    expect(await issue(chen, ['102', '999'])).toMatchObject({ code: 'ROOM_NOT_ON_ROSTER' })
    expect(await issue(chen, ['102', '102'])).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await issue(chen, [])).toMatchObject({ code: 'INVALID_INPUT' })
    const tooMany = Array.from({ length: limits.residency.code.atOnce + 1 }, (_, index) =>
      String(100 + index),
    )
    expect(await issue(chen, tooMany)).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await stored(cloud, 'residency_codes', {})).toEqual([])
  })

  it('has a code for each flat, in the order of the floors, of letters that are not taken for others', async () => {
    const { slips, expiresOn } = await chen.get('residency.issueCodes', {
      ...{ requestId: newRequestId(), communityId: pinganli, building: '8', unit: '1' },
      rooms: ['601', '102', '301'],
    })
    expect(slips.map(({ room }) => room)).toEqual(['102', '301', '601'])
    for (const { code } of slips) expect(code).toMatch(new RegExp(`^[${alphabet}]{8}$`))
    expect(new Set(slips.map(({ code }) => code)).size).toBe(3)
    expect(alphabet).not.toMatch(/[0OQ1IL2Z5S8BUV]/)
    const days = (Date.parse(`${expiresOn}T00:00:00Z`) - Date.now()) / day
    expect(days).toBeGreaterThan(12)
    expect(days).toBeLessThan(15)
  })

  it('shows the same codes when its answer was lost, and keeps none of them', async () => {
    const requestId = newRequestId()
    const first = await issue(chen, ['401', '402'], requestId)
    expect(await issue(chen, ['401', '402'], requestId)).toEqual(first)
    expect(await issue(chen, ['401'], requestId)).toMatchObject({ code: 'CONFLICT' })
    const codes = first.ok ? first.data.slips.map(({ code }) => code) : []
    const kept = JSON.stringify(
      await Promise.all(['residency_codes', 'audits', 'claims'].map((name) => stored(cloud, name, {}))),
    )
    for (const text of [...codes, requestId]) expect(kept).not.toContain(text)
  })

  it('tells which flats have a code, and how it stands', async () => {
    const code = await codeFor(chen, '1', '501')
    await bind(await stranger(cloud), flat('1', '501'), code)
    const { units, flats } = await chen.get('residency.flats', {
      ...{ communityId: pinganli, building: '8', unit: null },
    })
    expect(units).toEqual(['1', '2'])
    expect(flats).toHaveLength(12)
    const stateOf = (room: string) => flats.find((one) => one.room === room)
    expect(stateOf('501')).toMatchObject({ code: 'used', bound: 1, expiresOn: null })
    expect(stateOf('401')).toMatchObject({ code: 'open', bound: 0, expiresOn: expect.any(String) as string })
    expect(stateOf('202')).toMatchObject({ code: 'none' })
    expect(
      await (
        await cloud.staff('zhao')
      ).call('residency.flats', {
        ...{ communityId: pinganli, building: '8', unit: null },
      }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('[P2] a code', () => {
  beforeEach(newDay)

  it('opens its own door, however it is typed, once, for one who has no name yet', async () => {
    const code = await codeFor(chen, '2', '101')
    const who = await stranger(cloud)
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
    expect(await bind(who, flat('2', '101'), typed.trim(), { name: null })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: 'name',
    })
    expect(await bind(who, flat('2单元', '0101室'), typed.trim())).toEqual({
      ok: true,
      data: { state: 'verified' },
    })
    expect(await who.get('community.me', {})).toMatchObject({ name: '罗小明', residency: { room: '101' } })
    expect(await who.call('points.overview', {})).toMatchObject({ ok: true })
    expect(await bind(await stranger(cloud), flat('2', '101'), code)).toMatchObject({
      code: 'BIND_CODE_WRONG',
    })
  })

  it('is void once there is a newer one for the flat', async () => {
    const older = await codeFor(chen, '2', '102')
    const newer = await codeFor(chen, '2', '102')
    const who = await stranger(cloud)
    expect(await bind(who, flat('2', '102'), older)).toMatchObject({ code: 'BIND_CODE_WRONG' })
    expect(await bind(who, flat('2', '102'), newer)).toMatchObject({ ok: true })
  })

  it('is taken until the end of its last day, and no longer', async () => {
    const [kept, late] = [await codeFor(chen, '2', '201'), await codeFor(chen, '2', '202')]
    later(cloud, limits.residency.code.days * day - minute)
    expect(await bind(await stranger(cloud), flat('2', '201'), kept)).toMatchObject({ ok: true })
    later(cloud, (limits.residency.code.days + 1) * day)
    expect(await bind(await stranger(cloud), flat('2', '202'), late)).toMatchObject({
      code: 'BIND_CODE_WRONG',
    })
  })

  it('is no worker’s own to use who issued it, and none for one who lives somewhere', async () => {
    const code = await codeFor(chen, '2', '302')
    expect(await bind(chen, flat('2', '302'), code)).toMatchObject({ code: 'NOT_ONESELF' })
    expect(await bind(await cloud.resident('li'), flat('2', '302'), code)).toMatchObject({
      code: 'ALREADY_RESIDENT',
    })
    expect(await bind(cloud.guest(), flat('2', '302'), code)).toMatchObject({ code: 'UNAUTHENTICATED' })
    expect(await bind(await stranger(cloud), flat('2', '302'), code)).toMatchObject({ ok: true })
  })

  it('that fifty people type at once binds one of them', async () => {
    const code = await codeFor(chen, '2', '401')
    const people = await cloud.strangers(50)
    const replies = await Promise.all(people.map((who) => bind(who, flat('2', '401'), code)))
    expect(replies.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    // The door's lock lets five of them in at most; whichever came first has it.
    const found = await stored<StoredCode>(cloud, 'residency_codes', { _id: `${pinganli}:8-2-401` })
    expect(found[0]?.usedBy).toEqual(expect.stringMatching(/^m_/))
    expect(await stored(cloud, 'members', { 'residency.householdId': `${pinganli}:8-2-401` })).toHaveLength(1)
  })

  it('sent again after its answer was lost is the same binding', async () => {
    const code = await codeFor(chen, '2', '402')
    const who = await stranger(cloud)
    const requestId = newRequestId()
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => bind(who, flat('2', '402'), code, { requestId })),
    )
    expect(replies.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(await bind(who, flat('2', '402'), code, { requestId })).toMatchObject({ ok: true })
    expect(await bind(who, flat('2', '501'), code, { requestId })).toMatchObject({ code: 'CONFLICT' })
    expect(await stored(cloud, 'residencies', { room: '402', unit: '2', state: 'verified' })).toHaveLength(1)
  })
})

describe('[P2] whoever guesses', () => {
  beforeEach(newDay)

  /** Every way in which door or code can be wrong. */
  const ways: Record<string, () => Promise<[at: { unit: string; room: string }, code: string]>> = {
    'a door that there is not': async () => [flat('9', '999'), wrong],
    'a door without a code': async () => [flat('1', '602'), wrong],
    'a wrong code': async () => {
      await codeFor(chen, '1', '302')
      return [flat('1', '302'), wrong]
    },
    'the code of another door': async () => {
      await codeFor(chen, '1', '302')
      return [flat('1', '302'), await codeFor(chen, '1', '301')]
    },
    'a used code': async () => {
      const code = await codeFor(chen, '2', '502')
      expect(await bind(await stranger(cloud), flat('2', '502'), code)).toMatchObject({ ok: true })
      return [flat('2', '502'), code]
    },
    'a code that a newer one has made void': async () => {
      const code = await codeFor(chen, '2', '601')
      await codeFor(chen, '2', '601')
      return [flat('2', '601'), code]
    },
  }

  it('gets one answer whatever is wrong, by the same number of round trips', async () => {
    const seen = []
    for (const [way, prepare] of Object.entries(ways)) {
      const [at, code] = await prepare()
      await newDay()
      const reply = await bind(await stranger(cloud), at, code)
      const { traceId: _traceId, ...answer } = reply as { traceId?: string }
      seen.push({ way, answer, databaseCalls: cloud.stats.lastCall('residency')?.databaseCalls })
    }
    const [first] = seen
    expect(first).toMatchObject({ answer: { ok: false, code: 'BIND_CODE_WRONG' }, databaseCalls: 6 })
    for (const one of seen) expect(one).toEqual({ ...first, way: one.way })
  })

  it('is locked out after five, for a door that is there as for one that is not, and told until when', async () => {
    const { wrongTries, lockMinutes } = limits.residency.code
    for (const at of [flat('1', '602'), flat('9', '998')]) {
      const who = await stranger(cloud)
      await newDay()
      for (let time = 0; time < wrongTries; time += 1)
        expect(await bind(who, at, wrong)).toMatchObject({ code: 'BIND_CODE_WRONG' })
      const reply = await bind(who, flat('1', '601'), wrong)
      expect(reply).toMatchObject({ ok: false, code: 'BIND_LOCKED' })
      const opensIn = Date.parse(reply.ok ? '' : (reply.detail ?? '')) - Date.now()
      expect(opensIn).toBeGreaterThan((lockMinutes - 1) * minute)
      expect(opensIn).toBeLessThanOrEqual(lockMinutes * minute)
      // Another person meets the lock of the door, and not that of the person.
      const other = await stranger(cloud)
      expect(await bind(other, at, wrong)).toMatchObject({ code: 'BIND_LOCKED' })
      expect(await bind(other, flat('1', '601'), wrong)).toMatchObject({ code: 'BIND_CODE_WRONG' })
      later(cloud, lockMinutes * minute + 1)
      expect(await bind(who, at, wrong)).toMatchObject({ code: 'BIND_CODE_WRONG' })
      cloud.faults.clear()
    }
  })

  it('does not open a door with the right code while the lock is on', async () => {
    const code = await codeFor(chen, '1', '602')
    const who = await stranger(cloud)
    for (let time = 0; time < limits.residency.code.wrongTries; time += 1)
      await bind(who, flat('1', '602'), wrong)
    expect(await bind(who, flat('1', '602'), code)).toMatchObject({ code: 'BIND_LOCKED' })
    later(cloud, limits.residency.code.lockMinutes * minute + 1)
    expect(await bind(who, flat('1', '602'), code)).toMatchObject({ ok: true })
  })

  const guesses = Number(process.env.GUESSES ?? 2_000)

  it(`never hits in ${guesses} guesses of ${Math.ceil(guesses / 20)} people, and is locked out`, async () => {
    const rooms = ['102', '201', '202', '301', '302', '401']
    await Promise.all(rooms.map((room) => codeFor(chen, '1', room)))
    const people = await cloud.strangers(Math.ceil(guesses / 20))
    const answers = new Map<string, number>()
    const guess = async (who: Caller, number: number) => {
      const room = rooms[number % rooms.length] ?? ''
      const code = Array.from({ length: 8 }, (_, at) =>
        alphabet.charAt((number * 7919 + at * 104_729 + number * at) % alphabet.length),
      ).join('')
      const reply = await bind(who, flat('1', room), code)
      const answer = reply.ok ? 'HIT' : reply.code
      answers.set(answer, (answers.get(answer) ?? 0) + 1)
    }
    const numbers = Array.from({ length: guesses }, (_, number) => number).values()
    const worker = async () => {
      for (const number of numbers) await guess(people[number % people.length]!, number)
    }
    await Promise.all(Array.from({ length: 6 }, worker))
    // Six doors of five tries each, whoever comes; all else meets a lock.
    expect(answers.get('HIT') ?? 0).toBe(0)
    expect(answers.get('BIND_CODE_WRONG') ?? 0).toBeLessThanOrEqual(
      rooms.length * limits.residency.code.wrongTries,
    )
    expect(answers.get('BIND_LOCKED') ?? 0).toBeGreaterThan(guesses * 0.95)
    expect([...answers.keys()].sort()).toEqual(['BIND_CODE_WRONG', 'BIND_LOCKED'])
  }, 600_000)
})
