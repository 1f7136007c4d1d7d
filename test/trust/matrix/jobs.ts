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
                      guest  visitor  off  owner  resident  registered  worker  steward  street  grid  property  handler  timer
  sweepReservations   X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  timeOutRedemptions  X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  lapseCases          X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  lapseOffers         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  sweepSeats          X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  buildBoards         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  closeActivities     X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  sweepPlaces         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  sendMessages        X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  removeUnusedPhotos  X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
  reconcile           X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      X        +
`,
}
