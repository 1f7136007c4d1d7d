import { pinganli } from '../../party/story'
import { newRequestId, type Caller } from '../../support/cloud'
import type { DomainMatrix } from './table'

const place = { placeId: pinganli }
const entry = {
  ...{ ...place, kind: 'health' as const, name: '卫生站', about: '', address: '', hours: '' },
  ...{ phone: '0631-0000200', agreed: false },
}

const added = async (chen: Caller) =>
  (await chen.get('directory.add', { requestId: newRequestId(), ...entry })).entries.at(-1)!

const idsOf = async (chen: Caller) =>
  (await chen.get('directory.staffEntries', place)).entries.map(({ id }) => id)

/** Whoever is first takes the entry down; to the others, who might have, it is gone. The street does in test/directory. */
export const directory: DomainMatrix<'directory'> = {
  prepare: async ({ chen }) => {
    const [kept, wrong] = [await added(chen), await added(chen)]
    return {
      list: () => ({ communityId: pinganli }),
      staffEntries: () => place,
      add: () => entry,
      edit: () => ({ ...entry, entryId: kept.id, version: 1 }),
      order: async () => ({ ...place, entryIds: await idsOf(chen) }),
      takeDown: () => ({ ...place, entryId: wrong.id }),
    }
  },
  expected: `
                guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  list          +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  staffEntries  U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  add           U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  edit          U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  order         U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  takeDown      U      F        F    F      FFF       FFF         +NNN    FFFF     NNNN    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
