import { pinganli } from '../../party/story'
import { asked, made, masked } from '../../exports/story'
import type { DomainMatrix } from './table'

/** What a colleague of the same office asked for is nobody else's: not even the office's. */
export const exportsMatrix: DomainMatrix<'exports'> = {
  prepare: async ({ worker }) => {
    const one = { communityId: pinganli, exportId: (await asked(worker, masked)).id }
    const ready = { communityId: pinganli, exportId: (await made(worker, masked)).id }
    return {
      ask: () => ({ communityId: pinganli, what: masked }),
      build: () => one,
      handOut: () => ready,
      list: () => ({ communityId: pinganli }),
    }
  },
  expected: `
           guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  ask      U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  build    U      F        F    F      FFF       FFF         +NNN    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  handOut  U      F        F    F      FFF       FFF         +NNN    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
  list     U      F        F    F      FFF       FFF         +N+N    FFFF     FFFF    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
