import { affairs as contract } from '../contract/affairs'
import { serve } from '../kit/serve'
import { accept } from './accept'
import { answer } from './answer'
import { answered } from './answered'
import { dispatch } from './dispatch'
import { escalate } from './escalate'
import { form } from './form'
import { handlers } from './handlers'
import { mendPublic } from './mendPublic'
import { mine } from './mine'
import { mineShown } from './mineShown'
import { note } from './note'
import { queue } from './queue'
import { rate } from './rate'
import { refuse } from './refuse'
import { reopen } from './reopen'
import { sendBack } from './sendBack'
import { show } from './show'
import { submit } from './submit'
import { uploadPhoto } from './uploadPhoto'
import { withdraw } from './withdraw'

export const main = serve('affairs', contract, {
  form,
  uploadPhoto,
  submit,
  mine,
  mineShown,
  rate,
  reopen,
  withdraw,
  answered,
  queue,
  show,
  handlers,
  accept,
  dispatch,
  sendBack,
  escalate,
  answer,
  mendPublic,
  refuse,
  note,
})
