import { stored } from '../../duties/story'
import type { DomainMatrix } from './table'

export const jobs: DomainMatrix<'jobs'> = {
  prepare: async ({ cloud }) => {
    const [district] = await stored<{ _id: string }>(cloud, 'duties', { role: 'district_staff' })
    return {
      sweepReservations: () => ({}),
      timeOutRedemptions: () => ({}),
      lapseCases: () => ({}),
      lapseOffers: () => ({}),
      sweepSeats: () => ({}),
      buildBoards: () => ({}),
      closeActivities: () => ({}),
      sweepPlaces: () => ({}),
      sweepDesks: () => ({}),
      remind: () => ({}),
      sendMessages: () => ({}),
      removeUnusedPhotos: () => ({}),
      removeExports: () => ({}),
      reconcile: () => ({}),
      buildCopies: () => ({}),
      eraseAccounts: () => ({}),
      removeOutdated: () => ({}),
      checkContent: () => ({}),
      photoChecked: () => ({ traceId: 'matrix-no-such-trace', verdict: 'pass' }),
      tendDuties: () => ({}),
      tendProxies: () => ({}),
      setPlaces: () => ({
        operator: '演示',
        places: [{ id: 'wendeng', kind: 'district', name: '文登区' }],
      }),
      inviteDistrict: () => ({
        operator: '演示',
        placeId: 'wendeng',
        name: '周七',
        phone: '13800000000',
        lastDay: null,
      }),
      districtDuties: () => ({ placeId: 'wendeng' }),
      decideDuty: () => ({
        operator: '演示',
        dutyId: district?._id ?? '',
        decision: 'confirm',
        reason: null,
      }),
    }
  },
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
  sweepDesks          X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  remind              X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  sendMessages        X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  removeUnusedPhotos  X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  removeExports       X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  reconcile           X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  checkContent        X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  photoChecked        X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  tendProxies         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  buildCopies         X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  eraseAccounts       X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  removeOutdated      X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  tendDuties          X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  setPlaces           X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  inviteDistrict      X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  districtDuties      X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
  decideDuty          X      X        X    X      XXX       XXX         XXXX    XXXX     XXXX    XXXX  XXXX      XXXX  XXX     X         X        +
`,
}
