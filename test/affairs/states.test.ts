import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { handlerIds, pinganli, reply, storedCase, street, submitted, type StoredCase } from './story'

/** Where a case stands: its state and, once closed, how it ended. */
type Standing = 'submitted' | 'accepted' | 'dispatched' | 'answered' | 'solved' | 'refused' | 'withdrawn'
type Level = 'community' | 'street'
type Event =
  | 'accept'
  | 'dispatch'
  | 'sendBack'
  | 'escalate'
  | 'answer'
  | 'refuse'
  | 'satisfied'
  | 'dissatisfied'
  | 'reopen'
  | 'withdraw'
type Name = 'li' | 'wang' | 'chen' | 'zhou' | 'guo' | 'tang' | 'zhao' | 'sun'

const standings: Standing[] = [
  'submitted',
  'accepted',
  'dispatched',
  'answered',
  'solved',
  'refused',
  'withdrawn',
]
const staffEvents: Event[] = ['accept', 'dispatch', 'sendBack', 'escalate', 'answer', 'refuse']
const reporterEvents: Event[] = ['satisfied', 'dissatisfied', 'reopen', 'withdraw']

/** What staff of the level that owns the case can do; anything else is WRONG_STATE. */
const byStaff: Record<Standing, Partial<Record<Event, string>>> = {
  submitted: { accept: 'accepted', dispatch: 'dispatched', escalate: 'submitted', refuse: 'closed' },
  accepted: { dispatch: 'dispatched', escalate: 'submitted', answer: 'answered', refuse: 'closed' },
  dispatched: { dispatch: 'dispatched', escalate: 'submitted', answer: 'answered' },
  answered: {},
  solved: {},
  refused: {},
  withdrawn: {},
}

/** What the reporter can do; anything else is WRONG_STATE. */
const byReporter: Record<Standing, Partial<Record<Event, string>>> = {
  submitted: { withdraw: 'closed' },
  accepted: { withdraw: 'closed' },
  dispatched: {},
  answered: { satisfied: 'closed', dissatisfied: 'answered', reopen: 'accepted' },
  solved: { reopen: 'accepted' },
  refused: { reopen: 'accepted' },
  withdrawn: {},
}

/** Actions that a role is not named for at all. */
const closedTo: Partial<Record<Name, Event[]>> = {
  li: staffEvents,
  wang: staffEvents,
  sun: staffEvents,
  guo: ['accept', 'dispatch', 'escalate', 'refuse'],
  tang: ['accept', 'dispatch', 'escalate', 'refuse'],
  zhou: ['escalate'],
}

/** The state afterwards in small letters, or the refusal. */
function expected(standing: Standing, level: Level, event: Event, who: Name): string {
  if (closedTo[who]?.includes(event)) return 'FORBIDDEN'
  if (reporterEvents.includes(event))
    return who === 'li' ? (byReporter[standing][event] ?? 'WRONG_STATE') : 'NOT_FOUND'
  if (who === 'guo') {
    if (!hasHandler(standing)) return 'NOT_FOUND'
    if (standing !== 'dispatched') return 'WRONG_STATE'
    return event === 'answer' ? 'answered' : 'accepted'
  }
  const owns = { chen: level === 'community', zhou: level === 'street' }[who as string]
  if (owns === undefined || (who === 'zhou' && !owns)) return 'NOT_FOUND'
  if (!owns || event === 'sendBack') return 'FORBIDDEN'
  return byStaff[standing][event] ?? 'WRONG_STATE'
}

const hasHandler = (standing: Standing) => ['dispatched', 'answered', 'solved'].includes(standing)

let cloud: TestCloud
let people: Record<Name, Caller>
let ids: Record<string, string>
let template: StoredCase
let made = 0

beforeAll(async () => {
  cloud = await startTestCloud()
  const names: Name[] = ['li', 'wang', 'chen', 'zhou', 'guo', 'tang', 'zhao', 'sun']
  people = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await cloud.staff(name)])),
  ) as typeof people
  ids = await handlerIds(people.chen)
  template = await storedCase(cloud, (await submitted(people.li)).id)
})

/** A case that stands so, written as it is stored. */
async function caseIn(standing: Standing, level: Level): Promise<string> {
  made += 1
  const _id = `c_${String(made).padStart(22, '0')}`
  const isDone = ['answered', 'solved', 'refused', 'withdrawn'].includes(standing)
  const state = ['solved', 'refused', 'withdrawn'].includes(standing) ? 'closed' : standing
  const handler = hasHandler(standing) ? { id: ids['郭建军'], name: '郭建军' } : null
  const ended = { answered: 'solved', solved: 'solved', refused: 'refused', withdrawn: 'withdrawn' }
  const document = {
    ...template,
    _id,
    number: `261121-x${made}`,
    daySlot: _id,
    order: `${String(template.submittedAt)}:${_id}`,
    ownerPlaceId: level === 'community' ? pinganli : street,
    state,
    handler,
    outcome: isDone ? ended[standing as keyof typeof ended] : null,
    doneAt: isDone ? new Date().toISOString() : null,
    dueOn: isDone ? null : template.dueOn,
    queue: isDone ? 'done' : standing === 'dispatched' ? 'out' : 'todo',
  }
  await cloud.engine.insert('cases', [document as never])
  return _id
}

function send(who: Caller, event: Event, caseId: string) {
  const request = { requestId: newRequestId(), caseId }
  const seen = { ...request, version: 1 }
  const rating = (satisfied: boolean) => ({ ...request, satisfied, comment: '' })
  const calls: Record<Event, [string, object]> = {
    accept: ['accept', seen],
    dispatch: ['dispatch', { ...seen, handlerId: ids['唐丽'], note: '' }],
    sendBack: ['sendBack', { ...seen, reason: '不归我管' }],
    escalate: ['escalate', { ...seen, reason: '社区办不了' }],
    answer: ['answer', { ...seen, ...reply }],
    refuse: ['refuse', { ...seen, reason: '不在社区职责内' }],
    satisfied: ['rate', rating(true)],
    dissatisfied: ['rate', rating(false)],
    reopen: ['reopen', { ...request, comment: '没办好' }],
    withdraw: ['withdraw', request],
  }
  const [action, input] = calls[event]
  return who.send(`affairs.${action}`, input)
}

const messagesAbout = (caseId: string) => cloud.engine.count('messages', { 'target.id': caseId })

/** Events of which the reporter is told; a new handler is told as well. */
const told: Partial<Record<Event, number>> = { accept: 1, dispatch: 2, escalate: 1, answer: 1, refuse: 1 }

/** What came of one try, in one word; anything that left more or less behind than it should says so. */
async function outcomeOf(standing: Standing, level: Level, event: Event, who: Name): Promise<string> {
  const caseId = await caseIn(standing, level)
  const before = await storedCase(cloud, caseId)
  const { ok, code = '' } = await send(people[who], event, caseId)
  const after = await storedCase(cloud, caseId)
  const messages = await messagesAbout(caseId)
  if (!ok)
    return JSON.stringify(after) === JSON.stringify(before) && messages === 0 ? code : `${code} with a trace`
  const rows = after.timeline.length - before.timeline.length
  const row = after.timeline.at(-1)?.event
  const name = ['satisfied', 'dissatisfied'].includes(event) ? 'rate' : event
  const isClean = rows === 1 && row === name && after.version === 2 && messages === (told[event] ?? 0)
  return isClean ? after.state : `${after.state}, ${rows} rows, ${messages} messages`
}

describe.each(['community', 'street'] as const)('[A2] [A8] a case at the level of the %s', (level) => {
  test.each(standings)('that is %s: each event at the hands of each person', async (standing) => {
    const [found, right]: Record<string, string>[] = [{}, {}]
    for (const who of Object.keys(people) as Name[]) {
      const results = [...staffEvents, ...reporterEvents].map(async (event) => {
        const key = `${event} by ${who}`
        found![key] = await outcomeOf(standing, level, event, who)
        right![key] = expected(standing, level, event, who)
      })
      await Promise.all(results)
    }
    expect(found).toEqual(right)
  })
})
