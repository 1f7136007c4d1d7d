import { jobs as contract } from '../contract/jobs'
import { serve } from '../kit/serve'
import { buildBoards } from './buildBoards'
import { buildCopies } from './buildCopies'
import { checkContent } from './checkContent'
import { closeActivities } from './closeActivities'
import { decideDuty } from './decideDuty'
import { districtDuties } from './districtDuties'
import { eraseAccounts } from './eraseAccounts'
import { inviteDistrict } from './inviteDistrict'
import { lapseCases } from './lapseCases'
import { lapseOffers } from './lapseOffers'
import { photoChecked } from './photoChecked'
import { reconcile } from './reconcile'
import { remind } from './remind'
import { removeOutdated } from './removeOutdated'
import { removeUnusedPhotos } from './removeUnusedPhotos'
import { setPlaces } from './setPlaces'
import { sweepDesks } from './sweepDesks'
import { removeExports } from './removeExports'
import { sweepPlaces } from './sweepPlaces'
import { sendMessages } from './sendMessages'
import { sweepReservations } from './sweepReservations'
import { sweepSeats } from './sweepSeats'
import { tendDuties } from './tendDuties'
import { tendProxies } from './tendProxies'
import { timeOutRedemptions } from './timeOutRedemptions'

export const main = serve('jobs', contract, {
  sweepReservations,
  timeOutRedemptions,
  lapseCases,
  lapseOffers,
  sweepSeats,
  buildBoards,
  closeActivities,
  sweepPlaces,
  sweepDesks,
  remind,
  sendMessages,
  removeUnusedPhotos,
  removeExports,
  checkContent,
  photoChecked,
  reconcile,
  tendDuties,
  tendProxies,
  setPlaces,
  inviteDistrict,
  districtDuties,
  decideDuty,
  buildCopies,
  eraseAccounts,
  removeOutdated,
})
