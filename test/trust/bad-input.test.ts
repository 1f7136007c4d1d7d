import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { contract } from '@contract/index'
import type { ActionDefinition } from '@contract/action'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { newItem, liulin, redeemed, codesOf } from '../points/story'
import { badInputs, rightInput, rightValues, type BadInput, type ListedAction } from './bad-values'

// Thousands of calls: quick on a free machine, slow on one that builds meanwhile.
jest.setTimeout(180_000)

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)

let cloud: TestCloud
let people: Record<'guest' | 'li' | 'chen' | 'sun' | 'zhou', Caller>
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
  }
  const listed = (await (await fetch(`${cloud.url}/v1/contract`)).json()) as Record<
    string,
    Record<string, ListedAction>
  >
  actions = Object.entries(listed).flatMap(([domain, some]) =>
    Object.entries(some).map(([name, action]): [string, ListedAction] => [`${domain}.${name}`, action]),
  )
})

/** One hash over every document that a client's call can lead to; proofs and runs are the timers'. */
async function databaseHash(): Promise<string> {
  const hash = createHash('sha256')
  const names = ['members', 'places', 'households', 'items', 'accounts', 'journals', 'redemptions']
  for (const collection of [...names, 'audits', 'imports', 'import_batches']) {
    const found = await cloud.engine.find({ collection, filter: {}, sort: [['_id', 1]], limit: 1000 })
    hash.update(JSON.stringify([collection, found]))
  }
  return hash.digest('hex')
}

/** Somebody whom the action lets in, so that the input is all that is wrong. */
function allowed({ access }: ListedAction): Caller {
  if (access.kind === 'staff') return access.roles?.includes('community_worker') ? people.chen : people.sun
  return access.kind === 'resident' || access.kind === 'member' ? people.li : people.guest
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
  await Promise.all(Array.from({ length: 8 }, worker))
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

const forClients = () => actions.filter(([, { access }]) => access.kind !== 'timer')

describe('[P1] bad input, seed ' + seed, () => {
  let before: string
  beforeAll(async () => (before = await databaseHash()))
  afterEach(async () => expect(await databaseHash()).toBe(before))
  afterAll(() => process.stdout.write(`bad inputs: ${sent}, seed ${seed}\n`))

  it('in every field of every action names the field, to whoever may call it', async () => {
    const calls = forClients().flatMap(([name, action]) =>
      badInputs(action.input).map((bad) => () => namesTheField(allowed(action), name, bad)),
    )
    expect(await wrongAnswers(calls)).toEqual([])
  })

  it('is refused to everybody else as well', async () => {
    const others = [people.guest, people.li, people.sun]
    const calls = forClients().flatMap(([name, { input }]) =>
      badInputs(input).map((bad, index) => () => isRefused(others[index % 3]!, name, bad.input)),
    )
    expect(await wrongAnswers(calls)).toEqual([])
  })

  it('of a megabyte in any field is refused', async () => {
    const long = '<'.repeat(1_000_000)
    const calls = forClients().flatMap(([name, action]) =>
      Object.keys(action.input.properties ?? {}).map((field) => () => {
        const input = { ...rightInput(action.input), [field]: long }
        return namesTheField(allowed(action), name, { input, field })
      }),
    )
    expect(await wrongAnswers(calls)).toEqual([])
  })

  it('made at random is refused', async () => {
    const randomInputs = fc.sample(
      fc.dictionary(fc.constantFrom(...Object.keys(rightValues), 'x'), fc.jsonValue()),
      {
        numRuns: 30,
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

  it('was tried at least 5,000 times', () => expect(sent).toBeGreaterThan(5_000))
})

const definitionOf = (name: string): ActionDefinition => {
  const [domain = '', action = ''] = name.split('.')
  return (contract as Record<string, Record<string, ActionDefinition>>)[domain]![action]!
}

it('[P1] jobs are closed to every client', async () => {
  for (const name of ['sweepReservations', 'timeOutRedemptions', 'reconcile'])
    for (const who of Object.values(people)) await expect(who.send(`jobs.${name}`, {})).rejects.toThrow('403')
})

it('[P1] what is of another community cannot be reached by any action that takes its id', async () => {
  const item = await newItem(await cloud.staff('zhao'), { communityId: liulin })
  const liu = await cloud.resident('liu')
  const redemption = await redeemed(liu, item.id)
  const { qr } = await codesOf(liu, redemption.id)
  const foreign = { communityId: liulin, itemId: item.id, redemptionId: redemption.id, code: qr }
  const before = await databaseHash()
  const closed = forClients().filter(
    ([, { access }]) => access.kind === 'staff' || access.kind === 'resident',
  )
  for (const [name, action] of closed) {
    const own = rightInput(action.input)
    const taken = Object.entries(foreign).filter(([field]) => field in own)
    if (taken.length === 0) continue
    const input = {
      ...own,
      ...Object.fromEntries(taken),
      ...('requestId' in own && { requestId: newRequestId() }),
    }
    const code = name === 'points.verifyPickup' ? 'CODE_WRONG' : 'NOT_FOUND'
    expect({ name, ...(await allowed(action).send(name, input)) }).toMatchObject({ name, ok: false, code })
  }
  expect(await databaseHash()).toBe(before)
})
