import { meetings as contract } from '../contract/meetings'
import { serve } from '../kit/serve'
import { acceptOffer } from './acceptOffer'
import { attend } from './attend'
import { calendar } from './calendar'
import { callOff } from './callOff'
import { cancelSignUp } from './cancelSignUp'
import { checkIn } from './checkIn'
import { edit } from './edit'
import { freeSeat } from './freeSeat'
import { host } from './host'
import { meeting } from './meeting'
import { minutes } from './minutes'
import { myCode } from './myCode'
import { proposeTopic } from './proposeTopic'
import { publish } from './publish'
import { publishMinutes } from './publishMinutes'
import { scanMember } from './scanMember'
import { setAgenda } from './setAgenda'
import { signUp } from './signUp'
import { staffMeetings } from './staffMeetings'
import { supportTopic } from './supportTopic'
import { undoAttend } from './undoAttend'
import { upcoming } from './upcoming'
import { writeMinutes } from './writeMinutes'

export const main = serve('meetings', contract, {
  upcoming,
  meeting,
  signUp,
  cancelSignUp,
  acceptOffer,
  proposeTopic,
  supportTopic,
  myCode,
  checkIn,
  calendar,
  staffMeetings,
  publish,
  edit,
  callOff,
  setAgenda,
  host,
  attend,
  scanMember,
  undoAttend,
  freeSeat,
  writeMinutes,
  minutes,
  publishMinutes,
})
