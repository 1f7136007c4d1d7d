import { createHash } from 'node:crypto'
import type { Place } from '../../cloudfunctions/community/store'
import { collections } from '../../config/collections'
import { openEngine, type Engine } from '../../localcloud/engine'
import type { StoredDocument } from '../../localcloud/engine/types'
import { callerAt, newRequestId, signInAs, visitorTokens } from '../support/caller'

const street = 'wendeng.tianfu'

/** The demo's two, and as many more as a district has. */
export const communityIds = (count: number): string[] =>
  ['pinganli', 'liulin', ...Array.from({ length: Math.max(0, count - 2) }, (_, index) => `sq${index + 3}`)]
    .slice(0, count)
    .map((name) => `${street}.${name}`)

/** Communities of which the demo knows nothing, written as an operator would before the first start. */
export async function foundCommunities(directory: string, ids: readonly string[]): Promise<void> {
  const places = ids.slice(2).map((_id, index): Place => ({
    ...{ _id, schemaVersion: 1, kind: 'community' },
    ...{ name: `第 ${index + 3} 社区`, phone: '0631-0000000' },
  }))
  await onEngine(directory, (engine) => engine.insert('places', places as unknown as StoredDocument[]))
}

/** Tokens of one worker for each community: the demo's, and others who accept the street's invitation. */
export async function workersOf(url: string, ids: readonly string[]): Promise<string[]> {
  const zhou = callerAt(url, await signInAs(url, 'zhou'))
  const known = [await signInAs(url, 'chen'), await signInAs(url, 'zhao')]
  const fresh = ids.length > 2 ? await visitorTokens(url, ids.length - 2) : []
  for (const [index, placeId] of ids.slice(2).entries()) {
    const phone = '13800000000'
    const duty = { placeId, role: 'community_worker' as const, name: '夏小雨', phone, lastDay: null }
    const { link } = await zhou.get('duties.invite', { requestId: newRequestId(), ...duty })
    const worker = callerAt(url, fresh[index])
    await worker.get('duties.accept', {
      requestId: newRequestId(),
      token: link.split('code=')[1] ?? '',
      phone,
    })
  }
  return [...known, ...fresh].slice(0, ids.length)
}

/** What each collection holds, in a word: two states with the same words are the same. Of a cloud that is stopped. */
export const stateOf = (directory: string): Promise<Map<string, string>> =>
  onEngine(directory, async (engine) => {
    const state = new Map<string, string>()
    for (const { name } of engine.collections()) state.set(name, await digestOf(engine, name))
    return state
  })

/** How many documents a collection of a stopped cloud has. */
export const countOf = (directory: string, name: string): Promise<number> =>
  onEngine(directory, async (engine) => {
    return engine.collections().find((one) => one.name === name)?.documents ?? 0
  })

/** Collections in which two states differ. */
export const differences = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...other.keys()].filter((name) => one.get(name) !== other.get(name)).sort()

async function digestOf(engine: Engine, collection: string): Promise<string> {
  const hash = createHash('sha256')
  for (let after = ''; ;) {
    const filter = { _id: { $gt: after } }
    const page = await engine.find({ collection, filter, sort: [['_id', 1]], limit: 1000 })
    hash.update(JSON.stringify(page))
    const last = page.at(-1)
    if (!last) return hash.digest('hex')
    after = last._id
  }
}

async function onEngine<Result>(
  directory: string,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const engine = openEngine({ directory, collections })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}
