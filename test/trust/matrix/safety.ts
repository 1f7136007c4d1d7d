import { newMeeting, pinganli } from '../../meetings/story'
import { deciding, propose, said, waiting } from '../../safety/story'
import type { DomainMatrix } from './table'

export const safety: DomainMatrix<'safety'> = {
  prepare: async ({ chen, neighbour }) => {
    const meeting = await newMeeting(chen)
    for (const text of [said.review, `${said.review}。`]) await propose(await neighbour(), meeting.id, text)
    const [passed, refused] = (await waiting(chen)).slice(-2)
    const of = (thing: typeof passed) => {
      const { requestId: _requestId, ...input } = deciding(thing ?? { id: '', version: 1 })
      return input
    }
    return {
      queue: () => ({ communityId: pinganli, view: 'review' }),
      pass: () => of(passed),
      refuse: () => ({ ...of(refused), reason: '请不要写联系方式' }),
    }
  },
  expected: `
          guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  queue   U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  pass    U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
  refuse  U      F        F    F      FFF       FFF         +N+N    FFFF     +N+N    FFFF  FFFF      FFFF  FFF     F         F        U
`,
}
