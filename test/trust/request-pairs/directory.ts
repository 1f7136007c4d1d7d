import { pinganli } from '../../points/story'
import { newRequestId } from '../../support/cloud'
import { pair, type Pairs } from './pair'

const place = { placeId: pinganli }
const entry = {
  ...{ ...place, kind: 'health' as const, name: '卫生站', about: '', address: '', hours: '' },
  ...{ phone: '0631-0000200', agreed: false },
}

/** 便民电话. */
export const directoryPairs: Pairs = ({ chen }) => {
  const added = async () =>
    (await chen.get('directory.add', { requestId: newRequestId(), ...entry })).entries.at(-1)!
  return {
    'directory.add': async () => ({ who: chen, inputs: [entry, { ...entry, name: '第二卫生站' }] }),
    'directory.edit': () =>
      pair(chen, async () => ({ ...entry, entryId: (await added()).id, version: 1, name: '新名字' })),
    'directory.order': async () => {
      await added()
      const { entries } = await chen.get('directory.staffEntries', place)
      const ids = entries.map(({ id }) => id)
      return {
        who: chen,
        inputs: [
          { ...place, entryIds: ids },
          { ...place, entryIds: [...ids].reverse() },
        ],
      }
    },
    'directory.takeDown': () => pair(chen, async () => ({ ...place, entryId: (await added()).id })),
  }
}
