import { submitted } from '../../affairs/story'
import { readyCopy, revealing, thisWeek } from '../../privacy/story'
import { stored } from '../../residency/story'
import { marks } from './marks'
import type { DomainMatrix } from './table'
import { placeOf } from './town'

interface Home {
  residency: { communityId: string; householdId: string; building: string; unit: string; room: string }
}

export const privacy: DomainMatrix<'privacy'> = {
  last: true,
  prepare: async ({ cloud, owner }) => {
    const [{ residency }] = (await stored<Home>(cloud, 'members', { name: marks.name.text })) as [Home]
    const { householdId, communityId, building, unit } = residency
    await cloud.engine.remove('households', { _id: householdId }, false)
    await cloud.engine.insert('households', [
      {
        ...{ _id: householdId, schemaVersion: 1, communityId, building, unit, room: '709' },
        persons: [{ name: marks.name.text, phone: marks.phone.text, note: '' }],
        ...{ writtenBy: 'matrix', writtenAt: new Date().toISOString() },
      },
    ])
    await readyCopy(cloud, owner)
    const { id } = await submitted(owner, { identity: 'named' })
    const { requestId: _requestId, ...asked } = revealing(id)
    return {
      home: () => ({}),
      askCopy: () => ({}),
      openCopy: () => ({}),
      beforeErase: () => ({}),
      agree: () => ({}),
      reveal: () => asked,
      audit: () => ({ placeId: placeOf.own, ...thisWeek() }),
      // Last: it ends who somebody is.
      erase: () => ({}),
    }
  },
  expected: `
                    guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  home              U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  askCopy           U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  openCopy          U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  beforeErase       U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  agree             U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  reveal            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      +N+N  FFF     F         F        U
  audit             U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     +         F        U
  erase             U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
`,
}
