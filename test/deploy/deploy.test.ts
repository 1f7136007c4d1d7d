import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { collections, functions } from '../../config/cloud'
import { envId, newEnvironment, type Environment } from './api/answers'
import { credentials, simulateTencent, type SimulatedTencent } from './api/server'
import {
  cloudbasercOf,
  deployIn,
  installSdk,
  key,
  runDeploy,
  smallBuild,
  stopKept,
  writeCode,
  type Ended,
} from './command'

let tencent: SimulatedTencent
let built: string
/** A first run in an empty environment: what was asked for, what it said, and what was there afterwards. */
let first: SimulatedTencent & { ended: Ended; built: string }

beforeAll(async () => {
  installSdk()
  const simulated = await simulateTencent(newEnvironment())
  const folder = smallBuild()
  first = { ...simulated, built: folder, ended: await runDeploy(folder, { tencent: simulated }) }
  await first.stop()
}, 300_000)
afterAll(async () => {
  rmSync(first.built, { recursive: true })
  await stopKept()
})
beforeEach(async () => {
  tencent = await simulateTencent(newEnvironment())
  built = smallBuild()
})
afterEach(async () => {
  await tencent.stop()
  rmSync(built, { recursive: true, force: true })
})

const run = (variables = {}) => deployIn(built, { tencent, variables })
const dryRun = (variables = {}) => deployIn(built, { tencent, dryRun: true, variables })

/** Goes on with an environment that was deployed to. */
const deployed = (): Environment => Object.assign(tencent.environment, structuredClone(first.environment))

/** The same with a little of everything missing. */
function halfDeployed(): void {
  const environment = deployed()
  for (const name of ['proofs', 'places']) delete environment.tables[name]
  for (const name of ['inbox', 'jobs']) delete environment.functions[name]
  environment.files.delete('index.html')
}

const changes = (of: SimulatedTencent = tencent) =>
  of.recorded
    .map(({ action }) => action)
    .filter((action) => /^(Create|Update|Modify|Delete|Drop|Destroy)|PUT|DELETE/.test(action))

describe('[O1] deployment is refused', () => {
  it('without a key of its own, or with one too short', async () => {
    for (const JINLIN_KEY of ['', 'short']) {
      const { code, lines } = await run({ JINLIN_KEY })
      expect(code).toBe(1)
      expect(lines.join('\n')).toMatch(/! {2}JINLIN_KEY is not set/)
    }
    expect(changes()).toEqual([])
  })

  it('with another key than the one that is deployed: every member would be a stranger', async () => {
    deployed()
    const before = changes().length
    const { code, lines } = await run({ JINLIN_KEY: 'another-key-0123456789-0123456789-0123' })
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(/JINLIN_KEY is not the one that function affairs has/)
    expect(changes().length).toBe(before)
  })

  it('when an index is there under its name with other fields, and nothing is dropped', async () => {
    deployed()
    const index = tencent.environment.tables.places?.indexes.find(({ Name }) => Name === 'kind_id')
    Object.assign(index ?? {}, { Keys: [{ Name: 'kind', Direction: '-1' }] })
    const before = changes().length
    const { code, lines } = await run()
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(/index places.kind_id is there with other fields/)
    expect(changes().length).toBe(before)
  })

  it('by the platform: its code is shown, and nothing of the request', async () => {
    halfDeployed()
    tencent.faults.push({ action: 'CreateFunction', kind: 'refused', times: 1 })
    const { code, lines } = await run()
    expect(code).toBe(1)
    expect(lines.join('\n')).toMatch(/failed \(create function .*AuthFailure.UnauthorizedOperation/)
    expect(lines.join('\n')).not.toContain(key)
  })
})

describe('[O1] one command deploys', () => {
  it('all of an empty environment: collections closed, indexes, functions, timers, pages', () => {
    const { code, lines } = first.ended
    expect([code, lines.at(-1)]).toEqual([0, expect.stringMatching(/done: upload 2 files/)])
    const { tables, functions: made, storageAcl, callRule, files } = first.environment
    expect(Object.keys(tables).sort()).toEqual(Object.keys(collections).sort())
    expect(Object.values(tables).map(({ acl }) => acl)).toEqual(Object.keys(tables).map(() => 'ADMINONLY'))
    const openCode = tables.redemptions?.indexes.find(({ Name }) => Name === 'open_code')
    expect(openCode).toEqual({
      Name: 'open_code',
      Unique: true,
      Keys: [{ Name: 'openCode', Direction: '1' }],
    })
    expect(Object.keys(made).sort()).toEqual(Object.keys(functions).sort())
    expect(made.jobs).toMatchObject({
      Runtime: 'Nodejs18.15',
      Handler: 'index.main',
      MemorySize: 256,
      Timeout: 60,
    })
    expect(made.jobs?.Environment.Variables).toEqual([{ Key: 'JINLIN_KEY', Value: key }])
    for (const name of ['jobs', 'upkeep'])
      expect(made[name]?.Triggers.map(({ TriggerName }) => TriggerName).sort()).toEqual(
        functions[name]?.timers.map((timer) => timer.name).sort(),
      )
    expect(storageAcl).toBe('PRIVATE')
    expect(JSON.parse(callRule ?? '{}')).toMatchObject({
      '*': { invoke: false },
      jobs: { invoke: false },
      upkeep: { invoke: false },
      points: { invoke: true },
    })
    expect([...files.keys()].sort()).toEqual(['index.html', 'js/app.1.js'])
  })

  it('and signs every request, shows no secret, and writes none into cloudbaserc.json', () => {
    expect(first.recorded.length).toBeGreaterThan(100)
    expect(first.unsigned).toEqual([])
    const shown = [...first.ended.lines, JSON.stringify(cloudbasercOf(first.built))].join('\n')
    for (const secret of [key, credentials.secretKey]) expect(shown).not.toContain(secret)
    expect(cloudbasercOf(first.built).functions.map(({ name }) => name)).toEqual(Object.keys(functions))
  })

  it('puts the rule who may call before the functions, and the entry page last', () => {
    const order = changes(first)
    expect(order.indexOf('ModifyResourcePermission')).toBeLessThan(order.indexOf('CreateFunction'))
    expect(first.recorded.at(-1)?.parameters).toEqual({ path: '/index.html' })
  })

  it('a second time has nothing to do', async () => {
    deployed()
    const before = changes().length
    const { code, lines } = await run()
    expect([code, lines.at(-1)]).toEqual([0, 'nothing to do'])
    expect(changes().length).toBe(before)
  })

  it('only what changed since: code, a time-out, a timer, a page', async () => {
    deployed()
    writeCode(built, 'points', 'exports.main = () => 2')
    writeFileSync(join(built, 'h5/js/app.2.js'), '2')
    Object.assign(tencent.environment.functions.inbox ?? {}, { Timeout: 3 })
    Object.assign(tencent.environment.functions.jobs?.Triggers[0] ?? {}, {
      TriggerDesc: '{"cron":"0 0 0 * * * *"}',
    })
    const before = changes().length
    const { code } = await run()
    expect(code).toBe(0)
    expect(changes().slice(before)).toEqual([
      ...['UpdateFunctionCode', 'UpdateFunctionConfiguration', 'UpdateFunctionConfiguration'],
      ...['UpdateTrigger', 'cos.PUT'],
    ])
    expect((await run()).lines.at(-1)).toBe('nothing to do')
  })

  it('and leaves what is not declared: a collection, an index, a function with its rule, a timer, a variable', async () => {
    const environment = deployed()
    environment.tables.older = { acl: 'READONLY', indexes: [] }
    environment.tables.places?.indexes.push({
      Name: 'older',
      Unique: false,
      Keys: [{ Name: 'a', Direction: '1' }],
    })
    environment.functions.other = { ...environment.functions.points!, Description: 'somebody else' }
    environment.callRule = JSON.stringify({ '*': { invoke: 'auth != null' } })
    environment.functions.points?.Triggers.push({
      TriggerName: 'x',
      Type: 'timer',
      TriggerDesc: '{"cron":"0"}',
    })
    environment.functions.points?.Environment.Variables.push({ Key: 'DEBUG', Value: '1' })
    writeCode(built, 'points', 'exports.main = () => 3')
    const { code, lines } = await run()
    expect(code).toBe(0)
    const left = lines.filter((line) => line.includes('left as it is')).map((line) => line.split(': ')[1])
    expect(left).toEqual(['index places.older', 'collection older', 'function other', 'timer points.x'])
    expect(environment.tables.older.acl).toBe('READONLY')
    expect(JSON.parse(environment.callRule)).toMatchObject({
      other: { invoke: 'auth != null' },
      '*': { invoke: false },
    })
    expect(environment.functions.points?.Environment.Variables).toContainEqual({ Key: 'DEBUG', Value: '1' })
    expect(changes().filter((action) => /^(Delete|Drop|Destroy)|DELETE/.test(action))).toEqual([])
  })
})

describe('[O1] when the platform falters', () => {
  it('too many requests, errors of the server and lost answers are borne', async () => {
    halfDeployed()
    tencent.faults.push(
      { action: 'CreateTable', kind: 'limit', times: 3 },
      { action: 'DescribeStorageSafeRule', kind: 'http 503', times: 2 },
      { action: 'CreateTable', kind: 'lost', times: 1 },
      { action: 'CreateFunction', kind: 'lost', times: 2 },
      { action: 'UpdateTable', kind: 'http 503', times: 1 },
      { action: 'cos.PUT', kind: 'http 503', times: 1 },
    )
    expect((await run()).code).toBe(0)
    expect(tencent.faults.every(({ times }) => times === 0)).toBe(true)
    expect((await run()).lines.at(-1)).toBe('nothing to do')
  })

  it('a run that breaks half-way says where, and the next goes on from there', async () => {
    halfDeployed()
    tencent.faults.push({ action: 'CreateTrigger', kind: 'http 503', times: 99 })
    const broken = await run()
    expect(broken.code).toBe(1)
    expect(broken.lines.at(-2)).toMatch(/^Step \d+ of \d+ failed \(create timer .*NO_ANSWER/)
    expect(broken.lines.at(-1)).toMatch(/Run the command again/)
    tencent.faults.length = 0
    const before = changes().length
    expect((await run()).code).toBe(0)
    expect(new Set(changes().slice(before))).toEqual(new Set(['CreateTrigger', 'cos.PUT']))
    expect((await run()).lines.at(-1)).toBe('nothing to do')
  })
})

describe('[O1] a dry run', () => {
  it('needs neither keys nor a network', async () => {
    const { code, lines } = await runDeploy(built, { dryRun: true })
    expect(code).toBe(0)
    expect(lines[0]).toBe(`Plan for ${envId}, as if it were empty (no keys in the environment):`)
    expect(lines.at(-1)).toMatch(/^\d+ steps; a dry run/)
    const nowhere = { http_proxy: 'http://127.0.0.1:1', https_proxy: 'http://127.0.0.1:1' }
    const apart = await dryRun(nowhere)
    expect([apart.code, apart.lines[0]]).toEqual([0, expect.stringMatching(/it could not be reached/)])
  })

  it('with both compares, and changes nothing', async () => {
    deployed()
    writeCode(built, 'points', 'exports.main = () => 4')
    const before = changes().length
    const { code, lines } = await dryRun()
    expect([code, lines.at(-1)]).toEqual([0, '2 steps; a dry run, nothing was changed.'])
    expect(changes().length).toBe(before)
  })
})
