import { codeOf, opened } from '../../desk/story'
import type { DomainMatrix } from './table'

export const desk: DomainMatrix<'desk'> = {
  prepare: async ({ cloud, people }) => {
    const send = people.find(({ name }) => name === 'worker own')!.send
    // A QR lasts three minutes: each row has one of its own.
    const scanned = async () => {
      const page = await opened(cloud)
      await send('desk.scan', { token: codeOf(page) })
      return { deskId: page.deskId }
    }
    let confirmed = { deskId: '' }
    return {
      open: () => ({ browser: 'chrome', system: 'windows' }),
      look: async () => {
        const { deskId, secret } = await opened(cloud)
        return { deskId, secret }
      },
      // Somebody without a duty is told so, and after the first one the others that it is used.
      scan: async () => ({ token: codeOf(await opened(cloud)) }),
      confirm: async () => (confirmed = await scanned()),
      decline: scanned,
      mine: () => ({}),
      end: () => confirmed,
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
