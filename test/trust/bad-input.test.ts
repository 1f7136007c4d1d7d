import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { collections } from '../../config/collections'
import { contract } from '@contract/index'
import type { ActionDefinition } from '@contract/action'
import { inTurn, isWhole } from '../support/breadth'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { accepted, submitted } from '../affairs/story'
import { newMeeting, signedUp } from '../meetings/story'
import { dutyOf, inviting } from '../duties/story'
import { applied, join, newActivity, verify } from '../party/story'
import { waiting } from '../safety/story'
import { newItem, liulin, redeemed, codesOf } from '../points/story'
import { badInputs, rightInput, rightValues, type BadInput, type ListedAction } from './bad-values'

// Thousands of calls: quick on a free machine, slow on one that builds meanwhile.
jest.setTimeout(300_000)

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

/** A turn is an eighth of the bad inputs; which eighth differs from action to action. */
const eighths = 8

let cloud: TestCloud
let people: Record<'guest' | 'li' | 'chen' | 'sun' | 'zhou' | 'qian' | 'ma', Caller>
let actions: Array<[name: string, action: ListedAction]>
let sent = 0

beforeAll(async () => {
  cloud = await startTestCloud()
  people = {
    guest: cloud.guest(),
    li: await cloud.resident('li'),
    chen: await cloud.staff('chen'),
    sun: await cloud.staff('sun'),
    zhou: await cloud.staff('zhou'),
    qian: await cloud.staff('qian'),
    ma: await cloud.staff('ma'),
  }
  const listed = (await (await fetch(`${cloud.url}/v1/contract`)).json()) as Record<
    string,
    Record<string, ListedAction>
  >
  actions = Object.entries(listed).flatMap(([domain, some]) =>
    Object.entries(some).map(([name, action]): [string, ListedAction] => [`${domain}.${name}`, action]),
  )
})

/** What timers write, and the boards that a reader may have to build. */
const ofTimers = ['boards', 'job_runs', 'proofs']

/** One hash over every document that a client's call can lead to. */
async function databaseHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const collection of Object.keys(collections).filter((name) => !ofTimers.includes(name))) {
    const found = await cloud.engine.find({ collection, filter: {}, sort: [['_id', 1]], limit: 1000 })
    hash.update(JSON.stringify([collection, found]))
  }
  return hash.digest('hex')
}

/** Somebody whom the action lets in, so that the input is all that is wrong. */
function allowed({ access }: ListedAction): Caller {
  if (access.kind === 'staff') {
    const { roles = [] } = access
    if (roles.includes('community_worker')) return people.chen
    if (roles.includes('building_leader')) return people.ma
    return roles.includes('service_steward') ? people.sun : people.qian
  }
  return ['resident', 'member', 'registered'].includes(access.kind) ? people.li : people.guest
}

/** Runs calls, some at a time. @returns those whose answer was not the expected one */
async function wrongAnswers(calls: Array<() => Promise<string | null>>): Promise<string[]> {
  const wrong: string[] = []
  const queue = calls.values()
  const worker = async () => {
    for (const call of queue) {
      const answer = await call()
      if (answer) wrong.push(answer)
      sent += 1
    }
  }
  // More would only start more instances of each function.
  await Promise.all(Array.from({ length: 3 }, worker))
  return wrong
}

const shorten = (value: unknown) => JSON.stringify(value)?.slice(0, 300)

async function namesTheField(who: Caller, name: string, { input, field }: BadInput): Promise<string | null> {
  const { ok, code, detail = '' } = await who.send(name, input)
  const word = field === null ? 'input' : field.replace(/[^\w.]/g, '?') || 'input'
  const isNamed = detail === word || detail.startsWith(`${word}.`)
  return !ok && code === 'INVALID_INPUT' && isNamed ? null : `${name} ${shorten(input)} → ${code} ${detail}`
}

async function isRefused(who: Caller, name: string, input: unknown): Promise<string | null> {
  const { ok, code = '' } = await who.send(name, input)
  const clear = ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'].includes(code)
  return !ok && clear ? null : `${name} ${shorten(input)} → ${ok ? 'ok' : code}`
}

const forClients = () => actions.filter(([, { access }]) => !['timer', 'push'].includes(access.kind))

describe('[P1] bad input, seed ' + seed, () => {
  let before: string
  beforeAll(async () => (before = await databaseHash()))
  afterEach(async () => expect(await databaseHash()).toBe(before))
  afterAll(() => process.stdout.write(`bad inputs: ${sent}, seed ${seed}\n`))

  it('in every field of every action names the field, to whoever may call it', async () => {
    const calls = forClients().flatMap(([name, action], index) =>
      inTurn(badInputs(name, action.input), eighths, index).map(
        (bad) => () => namesTheField(allowed(action), name, bad),
      ),
    )
    expect(await wrongAnswers(calls)).toEqual([])
  })

  it('is refused to everybody else as well', async () => {
    const others = [people.guest, people.li, people.sun]
    // The same inputs as above, of which a third will do: here it is about who sends them.
    const calls = forClients().flatMap(([name, { input }], turn) =>
      inTurn(badInputs(name, input), eighths, turn)
        .filter((_bad, index) => index % 3 === 0)
        .map((bad, index) => () => isRefused(others[index % 3]!, name, bad.input)),
    )
    expect(await wrongAnswers(calls)).toEqual([])
  })

  it('of a hundred thousand letters in any field, and of a megabyte in one field of each action, is refused', async () => {
    const [long, longest] = ['<'.repeat(100_000), '<'.repeat(1_000_000)]
    const calls = forClients().flatMap(([name, action], index) => {
      const fields = Object.keys(action.input.properties ?? {})
      const chosen = index % fields.length
      return inTurn([...fields.entries()], eighths, -chosen).map(([place, field]) => () => {
        const isChosen = place === chosen
        const input = { ...rightInput(name, action.input), [field]: isChosen ? longest : long }
        return namesTheField(allowed(action), name, { input, field })
      })
    })
    expect(await wrongAnswers(calls)).toEqual([])
  })

  it('made at random is refused', async () => {
    const randomInputs = fc.sample(
      fc.dictionary(fc.constantFrom(...Object.keys(rightValues), 'x'), fc.jsonValue()),
      {
        numRuns: isWhole ? 30 : 4,
        seed,
      },
    )
    const calls = forClients().flatMap(([name, action]) => {
      const { input: schema } = definitionOf(name)
      const bad = randomInputs.filter((input) => !schema.safeParse(input).success)
      return bad.map((input) => () => isRefused(allowed(action), name, input))
    })
    expect(await wrongAnswers(calls)).toEqual([])
  })

  it('instead of an action is refused', async () => {
    const names = [
      '',
      'none',
      '__proto__',
      'constructor',
      'toString',
      'redeem ',
      'REDEEM',
      'sweepReservations',
    ]
    for (const name of names)
      expect(await people.li.send(`points.${name}`, {})).toMatchObject({
        code: 'INVALID_INPUT',
        detail: 'action',
      })
  })

  const least = isWhole ? 5_000 : 600
  it(`was tried at least ${least} times`, () => expect(sent).toBeGreaterThan(least))
})

const definitionOf = (name: string): ActionDefinition => {
  const [domain = '', action = ''] = name.split('.')
  return (contract as Record<string, Record<string, ActionDefinition>>)[domain]![action]!
}

it('[P1] jobs are closed to every client', async () => {
  for (const name of [
    'sweepReservations',
    'timeOutRedemptions',
    'lapseCases',
    'checkContent',
    'photoChecked',
    'reconcile',
  ])
    for (const who of Object.values(people)) await expect(who.send(`jobs.${name}`, {})).rejects.toThrow('403')
})

/** What a scan of another community's code is called. */
const codesOfScans: Record<string, string> = {
  'points.verifyPickup': 'CODE_WRONG',
  'meetings.checkIn': 'CHECK_IN_CODE_WRONG',
  'party.checkIn': 'CHECK_IN_CODE_WRONG',
  'party.checkOut': 'CHECK_IN_CODE_WRONG',
}

it('[P1] what is of another community cannot be reached by any action that takes its id', async () => {
  const item = await newItem(await cloud.staff('zhao'), { communityId: liulin })
  const liu = await cloud.resident('liu')
  const redemption = await redeemed(liu, item.id)
  const { qr } = await codesOf(liu, redemption.id)
  const place = { compound: '柳林苑', building: null, note: '' }
  const kase = await submitted(liu, { communityId: liulin, place })
  await accepted(await cloud.staff('zhao'), kase)
  const [message] = (await liu.get('inbox.messages', {})).messages
  const meeting = await newMeeting(await cloud.staff('zhao'), { communityId: liulin })
  const signUp = await signedUp(liu, meeting.id)
  const notice = await (await cloud.staff('zhao')).get('notices.publish', foreignNotice())
  cloud.faults.set({ safety: { text: 'review' } })
  await (await cloud.staff('zhao')).get('notices.publish', foreignNotice())
  cloud.faults.clear()
  const [check] = await waiting(await cloud.staff('zhao'), 'review', liulin)
  const registration = await applied(liu)
  await verify(await cloud.staff('zhao'), registration.id)
  const activity = await newActivity(await cloud.staff('zhao'), { communityId: liulin })
  const joined = await join(liu, activity.id)
  const zhou = await cloud.staff('zhou')
  const { invitation } = await zhou.get('duties.invite', inviting({ placeId: liulin }))
  const [foreignRequest, foreignResident] = await residencyOfLiulin()
  const [entry] = (await zhou.get('directory.staffEntries', { placeId: liulin })).entries
  const foreign = {
    entryId: entry?.id,
    entryIds: [entry?.id],
    placeId: liulin,
    dutyId: (await dutyOf(zhou, liulin, '赵国庆')).id,
    invitationId: invitation.id,
    residencyId: foreignRequest,
    memberId: foreignResident,
    registrationId: registration.id,
    activityId: activity.id,
    participationId: joined.ok ? joined.data.participation?.id : undefined,
    communityId: liulin,
    itemId: item.id,
    redemptionId: redemption.id,
    code: qr,
    caseId: kase.id,
    messageId: message?.id,
    meetingId: meeting.id,
    signUpId: signUp.id,
    noticeId: notice.id,
    checkId: check?.id,
  }
  const before = await databaseHash()
  const closed = forClients().filter(
    ([name, { access }]) => access.kind !== 'anyone' && !openAnywhere.includes(name),
  )
  for (const [name, action] of closed) {
    const own = rightInput(name, action.input)
    const taken = Object.entries(foreign).filter(([field]) => field in own)
    if (taken.length === 0) continue
    const input = {
      ...own,
      ...Object.fromEntries(taken),
      ...('requestId' in own && { requestId: newRequestId() }),
    }
    const code = codesOfScans[name] ?? 'NOT_FOUND'
    expect({ name, ...(await allowed(action).send(name, input)) }).toMatchObject({ name, ok: false, code })
  }
  expect(await databaseHash()).toBe(before)
})

/** Whoever is signed in may submit a case anywhere, say anywhere that they live there, and read what is told to all. */
const openAnywhere = [
  'notices.markRead',
  'affairs.submit',
  'residency.form',
  'residency.declare',
  'residency.bind',
]

/** Ids of somebody who waits to be verified in 柳林, and of 刘秀英, who is. */
async function residencyOfLiulin(): Promise<[residencyId: string, memberId: string]> {
  const [who] = await cloud.strangers(1)
  const at = { communityId: liulin, building: '5', unit: '1', room: '202' }
  await who!.get('residency.declare', {
    ...{ requestId: newRequestId(), compound: '柳林苑', name: '罗小明', phone: '13900000001', ...at },
  })
  const zhao = await cloud.staff('zhao')
  const { requests } = await zhao.get('residency.requests', { communityId: liulin })
  const { persons } = await zhao.get('residency.household', at)
  return [requests[0]?.id ?? '', persons[0]?.id ?? '']
}

const foreignNotice = () => ({
  requestId: newRequestId(),
  communityId: liulin,
  kind: 'notification' as const,
  title: '柳林的通知',
  text: '只给柳林',
  pinned: false,
  shownUntil: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
})
