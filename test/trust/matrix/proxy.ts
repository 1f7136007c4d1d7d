import { elders, end, idOf, object, pinganli, started } from '../../proxy/story'
import type { DomainMatrix } from './table'

export const proxy: DomainMatrix<'proxy'> = {
  prepare: async ({ cloud, chen, worker, owner }) => {
    const people = await elders(cloud, 2)
    const [elder, other] = [people[0]!, people[1]!]
    const objected = await started(chen, elder.memberId)
    await object(elder.who, objected)
    // Of the owner: one to confirm and one to object to, and both are over when the rows begin.
    const { name } = await owner.get('community.me', {})
    const ownerId = await idOf(cloud, name ?? '')
    const owners = async () => {
      const id = await started(chen, ownerId)
      await end(chen, id)
      return id
    }
    const [right, wrong] = [await owners(), await owners()]
    // Of the worker, who may begin another once it is over.
    const open = await started(worker, elder.memberId)
    return {
      // Of a building that the leader's duty does not reach: what lies in the leader's own is told in test/proxy.
      find: () => ({ communityId: pinganli, building: '9', unit: '1', room: other.room }),
      family: () => ({}),
      current: () => ({}),
      records: () => ({}),
      objections: () => ({ communityId: pinganli }),
      settle: () => ({ proxyId: objected, text: '已当面道歉' }),
      end: () => ({ proxyId: open }),
      confirm: () => ({ proxyId: right }),
      object: () => ({ proxyId: wrong, text: '我没有同意过' }),
      start: () => ({
        ...{ memberId: other.memberId, as: 'staff' as const },
        ...{ why: 'eyes' as const, note: '', agreed: 'in_person' as const },
      }),
    }
  },
  expected: `
              guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  find        U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    +N+N  FFFF      FFFF  NNN     F         +        U
  family      U      F        F    +      +++       +++         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  current     U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  records     U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  objections  U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
  settle      U      F        F    F      FFF       FFF         FFFF    FFFF     +N+N    FFFF  FFFF      +N+N  FFF     F         F        U
  end         U      N        N    N      NNN       NNN         +NNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  confirm     U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  object      U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  start       U      N        N    N      NNN       NNN         +N+N    NNNN     NNNN    +N+N  NNNN      NNNN  NNN     N         +        U
`,
}
