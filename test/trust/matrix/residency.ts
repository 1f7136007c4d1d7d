import { codeFor, declaration, declare, pinganli, stored, waiting } from '../../residency/story'
import type { DomainMatrix } from './table'

const building = { communityId: pinganli, building: '8' }
const unit = { ...building, unit: '2' }

const { requestId: _requestId, ...declared } = declaration()

export const residency: DomainMatrix<'residency'> = {
  last: true,
  prepare: async ({ cloud, chen, neighbour }) => {
    for (const who of await cloud.strangers(2)) await declare(who)
    const [first, second] = await waiting(chen)
    const { name } = await (await neighbour()).get('community.me', {})
    const [leaver] = await stored<{ _id: string }>(cloud, 'members', { name })
    return {
      home: () => ({}),
      form: () => ({ communityId: pinganli }),
      requests: () => ({ communityId: pinganli }),
      verify: () => ({ residencyId: first?.id ?? '' }),
      refuse: () => ({ residencyId: second?.id ?? '', reason: '查无此人' }),
      household: () => ({ ...unit, room: '301' }),
      // The first who may does it, the others are told that it was done.
      strike: async () => {
        const { roster } = await chen.get('residency.household', { ...unit, room: '601' })
        return { ...unit, room: '601', name: roster[0]?.name ?? '', reason: '去世了' }
      },
      end: () => ({ memberId: leaver?._id ?? '', reason: '搬走了' }),
      flats: () => unit,
      issueCodes: () => ({ ...unit, rooms: ['301'] }),
      myUnits: () => ({ communityId: pinganli }),
      // A building leader's own unit. That another one is not found is told in test/residency.
      unit: () => ({ communityId: pinganli, building: '5', unit: '1' }),
      // Last: they change who lives where.
      bind: async () => ({ ...unit, room: '302', code: await codeFor(chen, '2', '302'), name: '罗小明' }),
      declare: () => declared,
      withdraw: () => ({}),
      moveOut: () => ({}),
    }
  },
  expected: `
                    guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  home              U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  form              U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  requests          U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  verify            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  refuse            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  household         U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  end               U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  strike            U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  flats             U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  issueCodes        U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  myUnits           U      F        F    F      FFF       FFF         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  +NN     F         F        U
  unit              U      F        F    F      FFF       FFF         FFFF    FFFF     FFFF    FFFF  FFFF      FFFF  +NN     F         F        U
  bind              U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  declare           U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  withdraw          U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  moveOut           U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
`,
}
