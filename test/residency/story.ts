import type { CallInput } from '../support/caller'
import type { Filter } from '../../localcloud/engine/types'
import { newRequestId, type Caller, type TestCloud } from '../support/cloud'

export const pinganli = 'wendeng.tianfu.pinganli'
export const liulin = 'wendeng.tianfu.liulin'

export const minute = 60_000
export const day = 24 * 60 * minute

/** A door of the demo's roster; nobody is verified for it. */
export const door = (unit: string, room: string) => ({ building: '8', unit, room })

/** What somebody tells who says where they live: nobody whom the roster knows, unless a story needs one. */
export const declaration = (
  fields: Partial<CallInput<'residency.declare'>> = {},
): CallInput<'residency.declare'> => ({
  requestId: newRequestId(),
  communityId: pinganli,
  compound: '平安花园',
  building: '8号楼',
  unit: '2单元',
  room: '0402',
  name: '罗小明',
  phone: '13900000001',
  ...fields,
})

/** Of somebody who is on the roster with name and phone. */
export const onRoster = { room: '301', name: '吴小雨', phone: '13200000021' }

export const declare = (who: Caller, fields: Partial<CallInput<'residency.declare'>> = {}) =>
  who.call('residency.declare', declaration(fields))

/** Issues a code. @returns it as it is printed */
export async function codeFor(worker: Caller, unit: string, room: string): Promise<string> {
  const { slips } = await worker.get('residency.issueCodes', {
    ...{ requestId: newRequestId(), communityId: pinganli, building: '8', unit, rooms: [room] },
  })
  return slips[0]?.code ?? ''
}

export const bind = (
  who: Caller,
  at: { unit: string; room: string },
  code: string,
  fields: Partial<CallInput<'residency.bind'>> = {},
) =>
  who.call('residency.bind', {
    ...{ requestId: newRequestId(), communityId: pinganli, building: '8', ...at, code, name: '罗小明' },
    ...fields,
  })

/** Everybody who waits, over all pages. */
export async function waiting(worker: Caller) {
  const found = []
  let after: string | null | undefined
  do {
    const page = await worker.get('residency.requests', {
      communityId: pinganli,
      ...(after ? { after } : {}),
    })
    found.push(...page.requests)
    after = page.nextAfter
  } while (after)
  return found
}

/** Documents as they are stored. */
export const stored = async <D>(cloud: TestCloud, collection: string, filter: Filter): Promise<D[]> =>
  (await cloud.engine.find({ collection, filter, limit: 1000 })) as unknown as D[]

/** Moves the clock of the functions. */
export const later = (cloud: TestCloud, ms: number): void =>
  cloud.faults.set({ clockSkewMs: { residency: ms, party: ms, points: ms, inbox: ms } })

/** Somebody the product does not know. */
export const stranger = (cloud: TestCloud): Promise<Caller> => cloud.strangers(1).then(([who]) => who!)
