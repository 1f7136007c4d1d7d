import type { DomainMatrix } from './table'

export const jobs: DomainMatrix<'jobs'> = {
  prepare: async () => ({
    sweepReservations: () => ({}),
    timeOutRedemptions: () => ({}),
    lapseCases: () => ({}),
    lapseOffers: () => ({}),
    sweepSeats: () => ({}),
    buildBoards: () => ({}),
    closeActivities: () => ({}),
    sweepPlaces: () => ({}),
    sendMessages: () => ({}),
    removeUnusedPhotos: () => ({}),
    reconcile: () => ({}),
  }),
  expected: `
                    guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  lead  leader  district  handler  timer
  sweepReservations   X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  timeOutRedemptions  X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  lapseCases          X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  lapseOffers         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  sweepSeats          X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  buildBoards         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  closeActivities     X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  sweepPlaces         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  sendMessages        X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  removeUnusedPhotos  X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  reconcile           X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
`,
}
