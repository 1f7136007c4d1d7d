import { serve } from '../kit/serve'
import { reconcile } from './reconcile'
import { sweepReservations } from './sweepReservations'
import { timeOutRedemptions } from './timeOutRedemptions'

export const main = serve('jobs', { sweepReservations, timeOutRedemptions, reconcile })
