import type { DomainMatrix } from './table'

export const community: DomainMatrix<'community'> = {
  prepare: async () => ({ communities: () => ({}), me: () => ({}) }),
  expected: `
               guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  communities  +      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        +
  me           U      +        +    +      +++       +++         ++++    ++++     ++++    ++++  ++++      ++++  +++     +         +        U
`,
}
