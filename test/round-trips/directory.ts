import { pinganli } from '../affairs/story'
import { newRequestId } from '../support/cloud'
import type { CallsOf, Stage } from './call'

const place = { placeId: pinganli }

export const directory: CallsOf<'directory'> = {
  list: async ({ cloud }) => [cloud.guest(), { communityId: pinganli }],
  staffEntries: async ({ persona }) => [await persona('chen'), place],
  add: async ({ persona }) => [await persona('chen'), entry()],
  edit: async (stage) => {
    const { id: entryId, version } = await added(stage)
    return [await stage.persona('chen'), { ...entry(), entryId, version }]
  },
  order: async (stage) => {
    const chen = await stage.persona('chen')
    const { entries } = await chen.get('directory.staffEntries', place)
    return [chen, { requestId: newRequestId(), ...place, entryIds: entries.map(({ id }) => id).reverse() }]
  },
  takeDown: async (stage) => {
    const { id: entryId } = await added(stage)
    return [await stage.persona('chen'), { requestId: newRequestId(), ...place, entryId }]
  },
}

const entry = () => ({
  ...{ requestId: newRequestId(), ...place, kind: 'health' as const, name: '卫生站', about: '' },
  ...{ address: '', hours: '', phone: '0631-0000200', agreed: false },
})

const added = async ({ persona }: Stage) =>
  (await (await persona('chen')).get('directory.add', entry())).entries.at(-1)!
