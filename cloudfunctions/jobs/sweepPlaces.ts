import type { Handler } from '../kit/handler'
import { reservationGraceMs } from '../party/enter'
import { sweepActivities } from '../party/sweepActivities'

/** Gives back places of activities that no participation claims. Two runs at once give each back once. */
export const sweepPlaces: Handler<'jobs.sweepPlaces'> = ({ graceMs }, { db, now }) =>
  sweepActivities(db, new Date(now.getTime() - (graceMs ?? reservationGraceMs)), now)
