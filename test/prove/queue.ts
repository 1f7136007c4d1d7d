import type { Cloud } from '../../localcloud/cloud'
import { storeCases, type Template } from '../affairs/many-cases'
import { callerAt, newRequestId, signInAs, type Caller } from '../support/caller'
import { onCloudInside } from './inside'
import { percentile, type Line } from './line'
import { community } from './stage'

const [few, many] = [1_000, 50_000]
const rounds = 300
const views = ['todo', 'waiting', 'done'] as const

/** Somebody who looks at the queue of a cloud with so many cases. */
interface Desk {
  worker: Caller
  cloud: Cloud
  tookMs: number[]
  mostCalls: number
}

/** The queue of today with many cases stored, against few: two clouds that are asked by turns. */
export const queue = (): Promise<Line[]> =>
  onCloudInside((small) =>
    onCloudInside(async (large) => {
      const desks = [await deskAt(small, few), await deskAt(large, many)] as const
      for (let round = 0; round < rounds; round += 1)
        // Whoever comes second finds the processor warmer: they take turns in that as well.
        for (const desk of round % 2 === 0 ? desks : [...desks].reverse()) await look(desk, round)
      const [atFew, atMany] = desks.map(({ tookMs }) => percentile(tookMs, 0.95)) as [number, number]
      const calls = Math.max(...desks.map(({ mostCalls }) => mostCalls))
      return [
        {
          line: `queue of today, ${many} cases stored: round trips`,
          limit: '≤ 4',
          figure: String(calls),
          holds: calls <= 4,
        },
        {
          line: `  p95 against that with ${few} stored`,
          limit: '≤ 1.5 ×',
          figure: `${atMany.toFixed(1)} ms against ${atFew.toFixed(1)} ms, ${(atMany / atFew).toFixed(2)} ×`,
          holds: atMany <= 1.5 * atFew,
        },
      ]
    }),
  )

async function look(desk: Desk, round: number): Promise<void> {
  const view = views[round % views.length] ?? 'todo'
  const began = performance.now()
  const { cases } = await desk.worker.get('affairs.queue', { communityId: community, view })
  // The first calls load the function.
  if (round >= views.length) desk.tookMs.push(performance.now() - began)
  if (cases.length !== 20) throw new Error(`${view} shows ${cases.length} cases`)
  desk.mostCalls = Math.max(desk.mostCalls, cloudCalls(desk.cloud))
}

const cloudCalls = ({ stats }: Cloud): number => stats.lastCall('affairs')?.databaseCalls ?? Infinity

async function deskAt(cloud: Cloud, stored: number): Promise<Desk> {
  const [worker, li] = [
    callerAt(cloud.url, await signInAs(cloud.url, 'chen')),
    callerAt(cloud.url, await signInAs(cloud.url, 'li')),
  ]
  const { id } = await li.get('affairs.submit', {
    requestId: newRequestId(),
    communityId: community,
    kind: 'report',
    category: 'sanitation',
    identity: 'named',
    text: '楼道里堆了很多杂物，请清一清。',
    place: { compound: '平安花园', building: '3 号楼', note: '' },
    photos: [],
  })
  const [template] = await cloud.engine.find({ collection: 'cases', filter: { _id: id }, limit: 1 })
  const { handlers } = await worker.get('affairs.handlers', { communityId: community })
  // Another than the worker: what was dispatched to oneself does not wait for somebody else.
  const handler = handlers.find(({ role }) => role !== 'community_worker')
  if (!handler) throw new Error('nobody to dispatch to')
  await storeCases(cloud.engine, template as unknown as Template, stored, {
    id: handler.id,
    name: handler.name,
  })
  return { worker, cloud, tookMs: [], mostCalls: 0 }
}
