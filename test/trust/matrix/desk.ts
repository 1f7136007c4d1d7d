import { codeOf, opened } from '../../desk/story'
import type { DomainMatrix } from './table'

export const desk: DomainMatrix<'desk'> = {
  prepare: async ({ cloud, people }) => {
    const send = people.find(({ name }) => name === 'worker own')!.send
    const [open, asked, declined] = [await opened(cloud), await opened(cloud), await opened(cloud)]
    for (const page of [asked, declined]) await send('desk.scan', { token: codeOf(page) })
    return {
      open: () => ({ browser: 'chrome', system: 'windows' }),
      look: () => ({ deskId: open.deskId, secret: open.secret }),
      // Somebody without a duty is told so, and after the first one the others that it is used.
      scan: () => ({ token: codeOf(open) }),
      confirm: () => ({ deskId: asked.deskId }),
      decline: () => ({ deskId: declined.deskId }),
      mine: () => ({}),
      end: () => ({ deskId: asked.deskId }),
    }
  },
  expected: `
           guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  open     +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  look     +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  scan     U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  confirm  U      N        N    N      NNN       NNN         +NNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  decline  U      N        N    N      NNN       NNN         +NNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  mine     U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  end      U      N        N    N      NNN       NNN         +NNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
`,
}
