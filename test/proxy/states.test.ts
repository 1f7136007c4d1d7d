import { ProxyEvent, ProxyState } from '../../cloudfunctions/contract/proxy-kinds'
import {
  eventOfTime,
  movedProxy,
  type MovableProxy,
  type ProxyMover,
} from '../../cloudfunctions/proxy/states'
import { proxied } from '../../cloudfunctions/contract/proxied'
import { contract, type Domain } from '@contract/index'
import type { ActionDefinition } from '../../cloudfunctions/contract/action'

const at = '2026-12-10T01:00:00.000Z'
const endsAt = '2026-12-10T01:30:00.000Z'

const before = (state: MovableProxy['state'], fields: Partial<MovableProxy> = {}): MovableProxy => ({
  _id: `y_${'a'.repeat(22)}`,
  schemaVersion: 1,
  inputHash: 'h',
  communityId: 'a1.b2.c3',
  residentId: `m_${'b'.repeat(22)}`,
  residentName: '张**',
  building: '8',
  unit: '2',
  householdId: 'a1.b2.c3:8-2-301',
  helperId: `m_${'c'.repeat(22)}`,
  helperName: '陈**',
  as: 'community_worker',
  why: 'eyes',
  note: '',
  agreed: 'in_person',
  state,
  order: `${at}:y_a`,
  startedAt: at,
  endsAt,
  endedAt: null,
  acts: [],
  version: 1,
  objection: '',
  settlement: '',
  objectionKey: null,
  nextAt: endsAt,
  timeline: [],
  ...fields,
})

/** The table once more, as the mission tells it: `state event who → state`. What is not here is refused. */
const expected = new Set(
  `
  none start helper open
  open end helper ended
  open expire timer ended
  open object resident objected
  ended confirm resident confirmed
  ended object resident objected
  ended remind timer ended
  ended lapse timer lapsed
  lapsed confirm resident confirmed
  lapsed object resident objected
  objected settle lead settled
  `
    .trim()
    .split('\n')
    .map((line) => line.trim()),
)

const movers: ProxyMover[] = ['helper', 'resident', 'lead', 'timer']
const cells = [null, ...ProxyState.options].flatMap((from) =>
  ProxyEvent.options.flatMap((event) => movers.map((who) => ({ from, event, who }))),
)

describe('[P8] the states of a 代办', () => {
  it.each(cells)('$from $event by $who is as the table has it', ({ from, event, who }) => {
    const next = movedProxy(before(from), event, { who, actor: 'm_1', request: 'r', at, text: '话' })
    const row = [...expected].find((line) => line.startsWith(`${from ?? 'none'} ${event} ${who} `))
    expect(next?.state).toBe(row?.split(' ')[3])
  })

  it('nobody but the resident confirms or objects, whoever they are', () => {
    for (const event of ['confirm', 'object'] as const)
      for (const who of ['helper', 'lead', 'timer'] as const)
        expect(movedProxy(before('ended'), event, { who, actor: 'm', request: 'r', at })).toBeNull()
  })

  it('is over at its time, however late the clock comes, and waits a week, then a month', () => {
    const late = '2026-12-10T04:00:00.000Z'
    const timer = { who: 'timer', actor: 'timer', request: 'r' } as const
    const ended = movedProxy(before('open'), 'expire', { ...timer, at: late })!
    expect([ended.endedAt, ended.nextAt]).toEqual([endsAt, '2026-12-17T01:30:00.000Z'])
    expect(eventOfTime(ended, '2026-12-17T01:29:59.999Z')).toBeNull()
    expect(eventOfTime(ended, '2026-12-17T01:30:00.000Z')).toBe('remind')
    const reminded = movedProxy(ended, 'remind', { ...timer, at: '2026-12-17T01:31:00.000Z' })!
    expect(reminded.nextAt).toBe('2027-01-09T01:30:00.000Z')
    expect(eventOfTime(reminded, '2027-01-09T01:30:00.000Z')).toBe('lapse')
    expect(movedProxy(reminded, 'lapse', { ...timer, at: '2027-01-09T01:30:00.000Z' })).toMatchObject({
      state: 'lapsed',
      nextAt: null,
    })
  })
})

describe('[P8] what is open to a helper', () => {
  const open = Object.keys(proxied)

  it('is in the contract', () => {
    for (const name of open) {
      const [domain = '', action = ''] = name.split('.')
      const actions = contract[domain as Domain] as Record<string, ActionDefinition>
      expect(actions[action]).toBeDefined()
    }
  })

  it('is nothing of addresses, duties, 双报到, messages, other people, or another 代办', () => {
    const never =
      /^(residency|duties|party|inbox|safety|imports|jobs|proxy)\.|^community\.me$|pickupCode|Code$/
    expect(open.filter((name) => never.test(name))).toEqual([])
  })

  it('is nothing that is for staff', () => {
    for (const name of open) {
      const [domain = '', action = ''] = name.split('.')
      const { access } = (contract[domain as Domain] as Record<string, ActionDefinition>)[action]!
      expect(['anyone', 'member', 'resident']).toContain(access.kind)
    }
  })

  it('names a field of its input for what an act is about, and every act has a request id', () => {
    for (const [name, how] of Object.entries(proxied)) {
      if (how === 'look') continue
      const [domain = '', action = ''] = name.split('.')
      const { input } = (contract[domain as Domain] as Record<string, ActionDefinition>)[action]!
      const fields = Object.keys((input as unknown as { shape: object }).shape)
      expect(fields).toContain('requestId')
      if (how.field !== 'new') expect(fields).toContain(how.field)
    }
  })
})
