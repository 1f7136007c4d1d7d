import { party as contract } from '../contract/party'
import { serve } from '../kit/serve'
import { activities } from './activities'
import { activity } from './activity'
import { applications } from './applications'
import { apply } from './apply'
import { attend } from './attend'
import { callOff } from './callOff'
import { checkIn } from './checkIn'
import { checkOut } from './checkOut'
import { correct } from './correct'
import { edit } from './edit'
import { end } from './end'
import { host } from './host'
import { join } from './join'
import { leave } from './leave'
import { publish } from './publish'
import { record } from './record'
import { refuse } from './refuse'
import { registration } from './registration'
import { staffActivities } from './staffActivities'
import { verify } from './verify'
import { withdraw } from './withdraw'

export const main = serve('party', contract, {
  registration,
  apply,
  withdraw,
  activities,
  activity,
  join,
  leave,
  checkIn,
  checkOut,
  record,
  applications,
  verify,
  refuse,
  end,
  staffActivities,
  publish,
  edit,
  callOff,
  host,
  attend,
  correct,
})
