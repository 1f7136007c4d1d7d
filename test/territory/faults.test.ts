import { attempt } from '../points/story'
import { newRequestId, startTestCloud, type Caller, type TestCloud } from '../support/cloud'
import { faultKinds, faultyRequests } from '../support/fault-turns'

const place = { communityId: 'wendeng.tianfu.liulin' }

/** The caller, begin, the audit row, the community, the list, two buildings, the grid, the community, audit, commit. */
const requests = 11

let cloud: TestCloud
let zhou: Caller

beforeAll(async () => {
  cloud = await startTestCloud()
  zhou = await cloud.staff('zhou')
})
afterEach(() => cloud.faults.clear())

const tree = () => zhou.get('territory.tree', place)
const changing = async () => ({ requestId: newRequestId(), ...place, version: (await tree()).version })

/** A grid of two buildings that is about to close into the one that they came from. */
async function split(first: number) {
  const { grids, buildings } = await tree()
  const home = grids.find(({ name }) => name === '柳林东网格')?.id ?? ''
  const made = await zhou.get('territory.addGrid', {
    ...{ ...(await changing()), layer: 'governance', name: '临时网格', reason: '试分' },
    buildingIds: buildings.slice(first, first + 2).map(({ id }) => id),
  })
  const gridId = made.grids.find(({ name }) => name === '临时网格')?.id ?? ''
  return { gridId, intoGridId: home, version: made.version }
}

describe('[P1] a merge that goes wrong anywhere is done once, or not at all', () => {
  it.each(faultKinds)(
    '%s',
    async (kind) => {
      for (const nth of faultyRequests(kind, requests)) {
        const { gridId, intoGridId, version } = await split(nth % 4)
        const input = { requestId: newRequestId(), ...place, version, gridId, intoGridId, reason: '合回去' }
        const isCrash = kind === 'crashAfter'
        cloud.faults.set({ rules: [{ kind, functionName: 'territory', nth, times: 1, changing: isCrash }] })
        await attempt(zhou, 'territory.closeGrid', input)
        cloud.faults.clear()
        expect(await attempt(zhou, 'territory.closeGrid', input)).toMatchObject({ ok: true })
        const after = await tree()
        expect(after).toMatchObject({ version: version + 1 })
        expect(after.grids.map(({ name }) => name)).not.toContain('临时网格')
        expect(after.grids.find(({ id }) => id === intoGridId)?.buildings).toBe(5)
        const filter = { action: 'territory.closeGrid', document: gridId }
        expect(await cloud.engine.find({ collection: 'audits', filter })).toHaveLength(1)
      }
    },
    180_000,
  )

  it('makes that many', async () => {
    const { gridId, intoGridId, version } = await split(0)
    const input = { requestId: newRequestId(), ...place, version, gridId, intoGridId, reason: '合回去' }
    await zhou.get('territory.closeGrid', input)
    expect(cloud.stats.lastCall('territory')?.databaseCalls).toBe(requests)
  })
})
