import { pinganli } from '../../party/story'
import type { DomainMatrix } from './table'

export const home: DomainMatrix<'home'> = {
  prepare: async () => ({
    show: () => ({ communityId: pinganli }),
    work: () => ({ communityId: pinganli }),
  }),
  expected: `
        guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  show  +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  work  U      F        F    F      FFF       FFF         +N+N    +N+N     +N+N    +N+N  +N+N      +N+N  +NN     +         +        U
`,
}
