import { collections, functions } from '../../config/cloud'
import { nothing, type Found, type Wanted, type WantedFunction } from '../../config/deploy/model'
import { planOf } from '../../config/deploy/plan'
import { zipOfOne } from '../../config/deploy/zip'
import { describeStep } from '../../config/deploy/say'
import { unzip } from '../../cloudfunctions/imports/zip'

const points: WantedFunction = {
  name: 'points',
  runtime: 'Nodejs18.15',
  handler: 'index.main',
  memoryMb: 256,
  timeoutSeconds: 10,
  clientCallable: true,
  timers: [],
  codeHash: 'abc',
  bundle: '/nowhere',
}

const wanted = (parts: Partial<Wanted> = {}): Wanted => ({
  functions: [points],
  collections: { items: { indexes: [{ name: 'by_cost', fields: [['costPoints', 1]] }] } },
  pages: [],
  secrets: { JINLIN_KEY: 'k'.repeat(40) },
  settings: { JINLIN_LINKS: undefined },
  ...parts,
})

const found = (parts: Partial<Found> = {}): Found => ({ ...nothing, ...parts })

const kinds = (plan: ReturnType<typeof planOf>) => plan.steps.map(({ kind }) => kind)

describe('[O1] a deployment plan', () => {
  it('is refused for a function that would have to move to another runtime', () => {
    const older = { ...points, runtime: 'Nodejs12.16', description: '', variables: {}, status: 'Active' }
    expect(planOf(wanted(), found({ functions: { points: older } })).refusals).toEqual([
      expect.stringContaining('cannot be moved to Nodejs18.15'),
    ])
  })

  it('is refused for more indexes than a collection may have', () => {
    const indexes = Array.from({ length: 20 }, (_, index) => ({
      name: `i${index}`,
      fields: [['a', 1]] as const,
    }))
    expect(planOf(wanted({ collections: { items: { indexes } } }), nothing).refusals).toEqual([
      'items would have 20 indexes beside _id',
    ])
  })

  it('is refused for more timers than a function may have, those that somebody else made included', () => {
    const timers = Array.from({ length: 10 }, (_, index) => ({ name: `t${index}`, cron: '0 * * * * * *' }))
    const all = { functions: [{ ...points, timers }] }
    expect(planOf(wanted(all), nothing).refusals).toEqual([])
    const present = { ...points, description: '', variables: {}, status: 'Active' }
    const other = { ...present, timers: [{ name: 'other', cron: '0 * * * * * *' }] }
    expect(planOf(wanted(all), found({ functions: { points: other } })).refusals).toEqual([
      'function points would have 11 timers',
    ])
  })

  it('closes a collection again that somebody opened, and the file store', () => {
    const indexes = [{ name: 'by_cost', fields: [['costPoints', 1]] as const }]
    const open = found({ collections: { items: { acl: 'READONLY', indexes } }, storageAcl: 'READONLY' })
    expect(kinds(planOf(wanted({ functions: [] }), open))).toEqual([
      'closeCollection',
      'closeStorage',
      'setCallRule',
    ])
  })

  it('sets a variable that may be missing only where it is given, and keeps the others', () => {
    const present = { ...points, description: 'jinlin code abc', status: 'Active', timers: [] }
    const variables = { JINLIN_KEY: 'k'.repeat(40), JINLIN_LINKS: 'https://a.example/', OTHER: '1' }
    const there = found({ functions: { points: { ...present, variables } } })
    const configured = (JINLIN_LINKS?: string) =>
      planOf(wanted({ settings: { JINLIN_LINKS } }), there).steps.filter(({ kind }) => kind === 'configure')
    expect(configured()).toEqual([])
    expect(configured('https://b.example/')).toMatchObject([
      { differences: ['JINLIN_LINKS is set'], variables: { JINLIN_LINKS: 'https://b.example/', OTHER: '1' } },
    ])
  })

  it('for an empty environment begins with what closes it', () => {
    const plan = planOf(wanted(), nothing)
    expect(kinds(plan)).toEqual([
      ...[
        'createCollection',
        'closeCollection',
        'createIndex',
        'closeStorage',
        'setCallRule',
        'createFunction',
      ],
    ])
    expect(plan.steps.map(describeStep)[2]).toBe('create index items.by_cost {costPoints: 1}')
  })

  it('of the declared collections keeps within the limit of indexes', () => {
    expect(planOf(wanted({ collections }), nothing).refusals).toEqual([])
  })

  it('of the declared functions keeps within the limit of timers', () => {
    const declared = Object.entries(functions).map(([name, { timers }]) => ({ ...points, name, timers }))
    expect(planOf(wanted({ functions: declared }), nothing).refusals).toEqual([])
  })
})

describe('[O1] the archive of a function', () => {
  it('can be read back, and is the same for the same code', () => {
    const code = Buffer.from('exports.main = () => "近邻"')
    const zip = zipOfOne('index.js', code)
    expect(zipOfOne('index.js', code).equals(zip)).toBe(true)
    expect(unzip(zip)?.get('index.js')).toEqual(code)
  })
})
