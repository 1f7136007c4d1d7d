import { residency as contract } from '../contract/residency'
import { serve } from '../kit/serve'
import { bind } from './bind'
import { declare } from './declare'
import { end } from './end'
import { flats } from './flats'
import { form } from './form'
import { home } from './home'
import { household } from './household'
import { issueCodes } from './issueCodes'
import { moveOut } from './moveOut'
import { myUnits } from './myUnits'
import { refuse } from './refuse'
import { requests } from './requests'
import { strike } from './strike'
import { unit } from './unit'
import { verify } from './verify'
import { withdraw } from './withdraw'

export const main = serve('residency', contract, {
  home,
  form,
  declare,
  withdraw,
  bind,
  moveOut,
  requests,
  verify,
  refuse,
  household,
  end,
  strike,
  flats,
  issueCodes,
  myUnits,
  unit,
})
