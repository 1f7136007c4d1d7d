import type { DomainMatrix } from './table'

/** The message is the owner's, and so it is nobody else's. */
export const inbox: DomainMatrix<'inbox'> = {
  prepare: async ({ owner }) => {
    const [message] = (await owner.get('inbox.messages', {})).messages
    return {
      messages: () => ({}),
      read: () => ({ messageId: message?.id ?? '' }),
      allowed: () => ({}),
      allow: () => ({ accepted: ['answer'] }),
      disallow: () => ({}),
    }
  },
  expected: `
            guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  messages  U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  read      U      N        N    +      NNN       NNN         NNNN    NNNN     NNNN    NNNN  NNNN      NNNN  NNN     N         N        U
  allowed   U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  allow     U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
  disallow  U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
`,
}
